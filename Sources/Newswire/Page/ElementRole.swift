/// What the name, the classes and the other attributes of an element say about its content.
struct ElementRole {
  /// How sure it is that an element holds no part of the story.
  enum Doubt: Int, Comparable, Sendable {
    case none
    /// The words of its class or identifier say so, which its weight of text may refute.
    case byWords
    /// They say that it holds what readers wrote.
    case comments
    /// The kind of element says so.
    case byElement

    static func < (a: Doubt, b: Doubt) -> Bool { a.rawValue < b.rawValue }
  }

  var doubt = Doubt.none
  /// Whether readers do not see it, or see no text.
  var isSkipped = false
  /// Whether it is marked as the body of the article.
  var isBody = false

  /// Whether it holds a post of social media that the story quotes.
  var isPost = false
  /// The same for elements whose classes speak against them with the same words.
  var kind: UInt64 = 0

  init(tag: HTMLTag) {
    switch tag {
    case .script, .style, .template, .svg, .button, .select, .datalist, .textarea, .iframe, .object, .applet, .video,
      .audio,
      .noscript, .noembed, .noframes, .head, .title, .canvas, .map, .progress, .meter, .dialog, .rp, .rt:
      isSkipped = true
    case .nav, .aside, .footer, .figcaption, .figure, .menu, .search, .label, .legend: doubt = .byElement
    // A line that only tells a time.
    case .time: doubt = .byWords
    // What readers fill in, if it is not the whole page.
    case .form, .fieldset: doubt = .byWords
    default: break
    }
  }

  /// Takes the attributes of the element `index` into account.
  mutating func read(_ tree: HTMLTree, _ index: Int, words: inout MarkupWords) {
    tree.forEachAttribute(of: index) { name, value in
      let name = tree.bytes[name]
      let value = tree.bytes[value]
      switch name.count {
      case 2 where name.equalsIgnoringCase("id"), 5 where name.equalsIgnoringCase("class"):
        let (found, key) = words.meaning(of: value)
        if found.contains(.hidden) { isSkipped = true }
        if found.contains(.post) { isPost = true }
        if found.contains(.junk) {
          doubt = max(doubt, .byWords)
          kind = key
        }
        if found.contains(.comments) { doubt = max(doubt, .comments) }
        if found.contains(.body) { isBody = true }
      case 4 where name.equalsIgnoringCase("role"):
        switch String(decoding: value, as: UTF8.self).lowercased() {
        case "navigation", "complementary", "contentinfo", "banner", "search", "menu", "menubar", "toolbar", "tablist":
          doubt = .byElement
        case "dialog", "alertdialog", "tooltip", "button": isSkipped = true
        default: break
        }
      case 5 where name.equalsIgnoringCase("style"):
        if Self.hides(value) { isSkipped = true }
      case 6 where name.equalsIgnoringCase("hidden"):
        isSkipped = true
      // What AMP shows until the thing itself is there.
      case 11 where name.equalsIgnoringCase("placeholder"):
        isSkipped = true
      case 8 where name.equalsIgnoringCase("itemprop"):
        switch String(decoding: value, as: UTF8.self) {
        case "articleBody", "reviewBody": isBody = true
        case "author", "publisher", "datePublished", "dateModified", "headline", "caption", "comment",
          "copyrightHolder":
          doubt = max(doubt, .byWords)
        default: break
        }
      default: break
      }
      return true
    }
  }

  /// Whether a `style` attribute says `display: none` or `visibility: hidden`.
  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    let text = style.filter { !$0.isHTMLSpace }.map(\.lowercasedASCII)[...]
    return LinePattern.end(of: displayNone, in: text) != nil || LinePattern.end(of: visibilityHidden, in: text) != nil
  }

  private static let displayNone = Array("display:none".utf8)
  private static let visibilityHidden = Array("visibility:hidden".utf8)
}
