/// RSS 2.0, 0.9x and 1.0, whose items stand beside the channel.
struct RSS {
  let root: XMLElement
  let origin: Origin

  func items() -> [Result<NewsItem, NewswireError>] {
    let channel = root.child("channel")
    let entries = root.children("item") + (channel?.children("item") ?? [])
    return entries.filter(\.isWhole).map { item($0, of: channel) }
  }

  private func item(_ entry: XMLElement, of channel: XMLElement?) -> Result<NewsItem, NewswireError> {
    func date(_ names: String...) -> String? {
      names.lazy.compactMap { entry.child($0)?.words }.compactMap { NewsDate.iso($0) }.first
    }
    var metadata = ArticleReader.Metadata()
    let guid = entry.child("guid")
    metadata.ref = guid?.words ?? entry["about"]
    metadata.uri = link(of: entry) ?? (guid?["isPermaLink"] == "false" ? nil : metadata.ref).flatMap(Feed.address)
    metadata.title = Markup.line(ofHTML: entry.child("title")?.text)
    metadata.byline =
      Feed.joined(entry.children("creator").compactMap(\.words)) ?? Feed.name(ofAuthor: entry.child("author")?.words)
    metadata.publisher = channel?.child("title")?.words
    metadata.origin = entry.child("source").flatMap { $0.words ?? $0["url"] }
    metadata.language = channel?.child("language")?.words
    metadata.published = date("pubDate", "date", "published", "issued")
    metadata.modified = date("modified", "updated")
    // `content:encoded`; Media RSS has a `content` of its own, which holds no text.
    let content = entry.child("encoded") ?? entry.children("content").first { $0.namespace?.contains("mrss") != true }
    guard
      let (text, isSummary) = Feed.body(
        content: content.flatMap { Markup.text(ofHTML: $0.text) },
        summary: entry.child("description").flatMap { Markup.text(ofHTML: $0.text) }, title: metadata.title)
    else {
      return .failure(
        NewswireError(source: origin.source, line: entry.line, message: "has an item without title and text"))
    }
    metadata.isSummary = isSummary
    return .success(NewsItem(text: text, metadata: metadata))
  }

  /// The item's own `link`: Atom's, which feeds use for themselves, has an `href` and no text.
  private func link(of entry: XMLElement) -> String? { entry.children("link").lazy.compactMap(\.words).first }
}
