/// JSON Feed 1.0 and 1.1.
struct JSONFeed {
  let root: [String: JSONValue]
  let origin: Origin

  static func isFeed(_ root: [String: JSONValue]) -> Bool {
    root["version"]?.text?.contains("jsonfeed.org") == true || (root["items"] != nil && root["home_page_url"] != nil)
  }

  func items() -> [Result<NewsItem, NewswireError>] {
    guard case .array(let entries)? = root["items"] else {
      return [.failure(origin.error("is a JSON Feed without “items”"))]
    }
    return entries.enumerated().map { index, entry in
      guard case .object(let fields) = entry, let item = item(fields) else {
        return .failure(origin.error("item \(index + 1) of the feed has no title and no text"))
      }
      return .success(item)
    }
  }

  private func item(_ fields: [String: JSONValue]) -> NewsItem? {
    func line(_ key: String) -> String? { fields[key]?.text?.onOneLine }
    func body(_ key: String) -> String? { fields[key]?.text.flatMap { Markup.text(ofHTML: $0) } }
    var metadata = ArticleReader.Metadata()
    metadata.ref = line("id")
    metadata.uri = line("url") ?? line("external_url")
    metadata.title = Markup.line(ofHTML: fields["title"]?.text)
    metadata.byline = authors(fields) ?? authors(root)
    metadata.publisher = root["title"]?.text?.onOneLine
    metadata.language = line("language") ?? root["language"]?.text?.onOneLine
    metadata.published = line("date_published").flatMap { NewsDate.iso($0) }
    metadata.modified = line("date_modified").flatMap { NewsDate.iso($0) }
    guard
      let (text, isSummary) = Feed.body(
        content: fields["content_text"]?.text?.trimmed ?? body("content_html"), summary: body("summary"),
        title: metadata.title)
    else { return nil }
    metadata.isSummary = isSummary
    return NewsItem(text: text, metadata: metadata)
  }

  private func authors(_ fields: [String: JSONValue]) -> String? {
    var authors = fields["author"].map { [$0] } ?? []
    if case .array(let list)? = fields["authors"] { authors = list }
    return Feed.joined(
      authors.compactMap { if case .object(let author) = $0 { author["name"]?.text?.onOneLine } else { nil } })
  }
}
