/// Atom 1.0 (RFC 4287): a feed, or one entry by itself.
struct Atom {
  let root: XMLElement
  let origin: Origin

  func items() -> [Result<NewsItem, NewswireError>] {
    let entries = root.name == "entry" ? [root] : root.children("entry")
    return entries.filter(\.isWhole).map(item)
  }

  private func item(_ entry: XMLElement) -> Result<NewsItem, NewswireError> {
    func date(_ name: String) -> String? { entry.child(name)?.words.flatMap { NewsDate.iso($0) } }
    func names(_ element: XMLElement?) -> [String] {
      element?.children("author").compactMap { $0.child("name")?.words } ?? []
    }
    var metadata = ArticleReader.Metadata()
    let source = entry.child("source")
    metadata.ref = entry.child("id")?.words
    metadata.uri = link(of: entry)
    metadata.title = entry.child("title").flatMap(text)?.onOneLine
    metadata.byline = Feed.joined(names(entry)) ?? Feed.joined(names(source)) ?? Feed.joined(names(root))
    metadata.publisher = root.name == "feed" ? root.child("title").flatMap(text)?.onOneLine : nil
    metadata.origin = source?.child("title").flatMap(text)?.onOneLine
    metadata.language = entry["xml:lang"] ?? root["xml:lang"]
    metadata.modified = date("updated")
    metadata.published = date("published") ?? metadata.modified
    guard
      let (text, isSummary) = Feed.body(
        content: entry.child("content").flatMap(text), summary: entry.child("summary").flatMap(text),
        title: metadata.title)
    else {
      return .failure(
        NewswireError(source: origin.source, line: entry.line, message: "has an entry without title and text"))
    }
    metadata.isSummary = isSummary
    return .success(NewsItem(text: text, metadata: metadata))
  }

  /// A text construct: plain, escaped HTML or XHTML.
  private func text(_ element: XMLElement) -> String? {
    switch element["type"] ?? "text" {
    case "html", "text/html": Markup.text(ofHTML: element.text)
    case "xhtml", "application/xhtml+xml": Markup.text(of: element)
    default: element.text.trimmed
    }
  }

  /// The page, not the feed or a picture; addresses that lack a host take the feed's.
  private func link(of entry: XMLElement) -> String? {
    let pages = entry.children("link").filter { ($0["rel"] ?? "alternate") == "alternate" }
    guard let address = pages.first?["href"] else { return nil }
    guard address.hasPrefix("/"), let base = (entry["xml:base"] ?? root["xml:base"]).flatMap(Feed.address) else {
      return address
    }
    return base.split(separator: "/", omittingEmptySubsequences: false).prefix(3).joined(separator: "/") + address
  }
}
