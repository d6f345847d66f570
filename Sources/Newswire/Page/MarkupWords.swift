/// What the words in classes and identifiers say about an element.
struct MarkupWords {
  struct Meaning: OptionSet {
    let rawValue: UInt8
    /// It hardly holds a part of the story.
    static let junk = Meaning(rawValue: 1)
    /// It is the body of an article.
    static let body = Meaning(rawValue: 2)
    /// It holds what readers wrote.
    static let comments = Meaning(rawValue: 4)
    /// Readers do not see it.
    static let hidden = Meaning(rawValue: 8)
    /// It holds a post of social media that the story quotes.
    static let post = Meaning(rawValue: 16)
  }

  /// What was found before, by the whole value: pages repeat few.
  private var known: [UInt64: Meaning] = [:]

  /// The meaning of the value of a `class` or `id`, by its words: "mostRead", "most-read" and "most_read" are the same two; and
  /// a number that is the same for the same value.
  mutating func meaning(of value: ArraySlice<UInt8>) -> (Meaning, key: UInt64) {
    guard !value.isEmpty, value.count < 500 else { return (Meaning(), 0) }
    var key = Self.basis
    for byte in value { key = Self.combine(key, byte) }
    if let known = known[key] { return (known, key) }
    var meaning = Meaning()
    var last: UInt64 = 0
    var word = Self.basis
    var length = 0
    var previous: UInt8 = 0x20
    var isSlug = false
    func end() {
      if length > 0 {
        if last != 0 { take(last ^ (word &* 31)) }
        // What follows is the page's subject rather than the element's part: "tag-social-media".
        if last == 0, Self.slugs.contains(word) { isSlug = true }
        if !isSlug { take(word) }
      }
      last = length > 0 ? word : last
      word = Self.basis
      length = 0
    }
    func take(_ hash: UInt64) {
      if let kind = Self.kinds[hash] { meaning.insert(kind) }
    }
    for byte in value {
      if byte.isHTMLSpace {
        end()
        last = 0
        isSlug = false
      } else if !byte.isASCIILetter {
        end()
      } else {
        // camelCase
        if byte < 97, previous >= 97 { end() }
        word = Self.combine(word, byte.lowercasedASCII)
        length += 1
      }
      previous = byte
    }
    end()
    if known.count < 4_096 { known[key] = meaning }
    return (meaning, key)
  }

  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func combine(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// By the hash of a word, or of two words that follow each other.
  private static let kinds: [UInt64: Meaning] = {
    var kinds: [UInt64: Meaning] = [:]
    for (kind, list) in [(Meaning.junk, junk), (.body, body), (.hidden, hidden), (.comments, comments), (.post, post)] {
      for phrase in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let hashes = phrase.split(separator: "-").map { $0.utf8.reduce(basis, combine) }
        kinds[hashes.count == 2 ? hashes[0] ^ (hashes[1] &* 31) : hashes[0]] = kind
      }
    }
    return kinds
  }()

  private static let slugs = Set(["tag", "category"].map { $0.utf8.reduce(basis, combine) })

  private static let post = "twitter-tweet"

  private static let hidden = "visuallyhidden visually-hidden sr-only screen-reader offscreen"

  private static let body = """
    articlebody article-body article-text article-content articletext articlecontent story-body storybody story-text
    story-content entry-content post-content post-body postbody body-copy content-body news-body news-text news-content
    newsbody newstext article-detail
    """

  private static let comments = """
    comment comments commentlist disqus livefyre respond reply replies
    """

  private static let junk = """
    share shares sharing sharebar sharethis addthis addtoany social
    socials facebook twitter whatsapp pinterest instagram follow related relateds recirc recirculation recommend recommended
    recommendation recommendations newsletter newsletters subscribe subscription signup sign-up promo promos promotion promoted
    sponsor sponsored sponsors advert adverts advertisement advertising advertorial ad ads adsense adslot adbox dfp banner
    banners breadcrumb breadcrumbs footer footnotes-nav sidebar sidebars rail right-rail nav navbar navigation menu menus masthead
    byline bylines author authors authorbox bio contributor contributors caption captions credit credits pagination pager paging
    popular trending most-read most-viewed most-popular mostread taboola outbrain revcontent zergnet widget widgets toolbar tools
    copyright cookie cookies consent gdpr modal popup overlay lightbox tags taglist tag-list tagcloud topics keywords skip login
    signin sign-in register poll quiz teaser teasers carousel slideshow gallery galleries thumb thumbnail thumbnails thumbs
    next-article next-post prev-post previous-post post-navigation post-nav read-more readmore read-next more-from more-stories more-news see-also
    also-read also-like timestamp dateline date datetime publish-date pubdate published meta metadata postmeta entry-meta post-meta
    article-meta print printer rating ratings disclaimer paywall subscriber donate donation donations feedback tooltip
    affiliate shop-now kicker eyebrow rubric player videoplayer jwplayer survey contact-form comment-form correction corrections
    linkbox links link-list linklist categories
    """
}
