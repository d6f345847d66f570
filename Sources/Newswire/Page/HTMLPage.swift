/// A web page as it was read: the text of its story, and what it says of itself.
///
/// Menus, captions, links to other stories, comments and the like are no part of ``text``; all offsets of what is made of the page
/// count in it. Reading takes time linear in the page and never touches the network.
public struct HTMLPage: Sendable, Equatable {
  /// The story in plain text: paragraphs with a blank line between them, each on one line but for forced line breaks.
  public var text: String
  /// The headline, without the name of the publisher.
  public var title: String?
  /// Who wrote it; several with commas between them.
  public var byline: String?
  /// ISO 8601 date or date and time.
  public var published: String?
  /// Which part of the page says when it came out.
  public var publishedBasis: DateBasis?
  /// ISO 8601 date or date and time.
  public var modified: String?
  public var publisher: String?
  /// BCP 47, as the page gives it.
  public var language: String?
  /// The address by which the page wants to be known, else the one at which it was found.
  public var uri: String?
  /// The address of the text that this one repeats.
  public var isBasedOn: String?

  /// Where a date was found, from the most to the least trusted.
  public enum DateBasis: String, Sendable {
    case linkedData = "JSON-LD"
    case meta
    case timeElement = "time element"
    /// A line of the page, which tells the day.
    case dateLine = "date line"
    case address = "URL"
  }

  /// The most bytes of a page: 64 MiB.
  public static let longest = 64 << 20

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: the page as served.
  ///   - uri: where it was found.
  ///   - charset: the encoding that the HTTP header names.
  /// - Throws: ``NewswireError`` where the page is longer than ``longest``.
  public init(_ bytes: [UInt8], uri: String?, charset: String? = nil) throws(NewswireError) {
    guard bytes.count <= Self.longest else {
      throw NewswireError(
        source: uri ?? "-", message: "is longer than 64 MiB, which no page of text is; save the article's own page")
    }
    let tree = HTMLParser.tree(of: PageEncoding.utf8(bytes, charset: charset))
    let page = PageBlocks(tree)
    let comments = page.doubtful.filter { $0.doubt == .comments }.map(\.node)
    let metadata = PageMetadata(tree, comments: comments, uri: uri)
    title = metadata.title(in: page)
    modified = metadata.modified
    publisher = metadata.publisher
    language = metadata.language
    self.uri = metadata.uri
    isBasedOn = metadata.isBasedOn
    var story = MainText(tree, page, title: title)
    let blocks = PageResidue(tree, page, title: title).removed(from: story.blocks())
    let head = HeadLines(page, title: title, story: blocks)
    byline = metadata.byline ?? head.byline
    (published, publishedBasis) =
      (metadata.published ?? head.date.map { ($0, .dateLine) } ?? metadata.dateInAddress)
      .map { ($0.date, $0.basis) } ?? (nil, nil)
    text = page.text(of: blocks)
    // Pages that scripts put together have the text in their metadata only.
    if let body = metadata.body, body.utf8.count > 2 * text.utf8.count { text = PlainBody.text(of: body) }
  }

  /// Reads the body of a feed's item, of a mail or of a news item: all of it is the story.
  public init(fragment: String) {
    let tree = HTMLParser.tree(of: Array(fragment.utf8))
    let page = PageBlocks(tree)
    text = page.text(of: Array(page.blocks.indices))
  }
}
