/// IPTC's News Industry Text Format, 2.5 to 3.x.
struct NITF {
  let root: XMLElement
  let origin: Origin

  /// - Throws: ``NewswireError`` where there is no text, and the item was not taken back.
  func item() throws(NewswireError) -> NewsItem {
    let head = root.child("head")
    let data = head?.child("docdata")
    let publication = head?.child("pubdata")
    let top = root.child("body", "body.head")
    let dates = [
      data?.child("date.issue")?["norm"], publication?["date.publication"],
      top?.descendants("story.date").first?["norm"],
    ]
    var metadata = ArticleReader.Metadata()
    metadata.ref = data?.child("doc-id")?["id-string"]
    metadata.uri = publication?["ex-ref"] ?? origin.uri
    metadata.title =
      top?.child("hedline", "hl1")?.words ?? top?.child("hedline")?.words ?? head?.child("title")?.words
    metadata.byline = Feed.joined(top?.children("byline").flatMap(authors) ?? [])
    metadata.agency = top?.child("distributor")?.words
    metadata.publisher = publication?["name"] ?? data?.child("doc.copyright")?["holder"]
    metadata.language = root["xml:lang"] ?? root.child("body")?["xml:lang"]
    metadata.published = dates.lazy.compactMap { $0 }.compactMap { NewsDate.iso($0) }.first
    metadata.status = Ninjs.status(data?["management-status"])
    if metadata.status == .withheld {
      metadata.embargo = data?.child("date.release")?["norm"].flatMap { NewsDate.iso($0) }
    }
    if let content = root.child("body", "body.content"), let (text, isSummary) = Self.text(of: content) {
      metadata.isSummary = isSummary
      return NewsItem(text: text, metadata: metadata)
    }
    if let abstract = top?.child("abstract").flatMap({ Markup.text(of: $0) }) {
      metadata.isSummary = true
      return NewsItem(text: abstract, metadata: metadata)
    }
    guard metadata.status == .canceled else { throw origin.error("is NITF without a text; there is nothing to code") }
    return NewsItem(text: "", metadata: metadata)
  }

  /// The story: where the lead stands by itself and again in the full text, only the latter.
  private static func text(of content: XMLElement) -> (text: String, isSummary: Bool)? {
    let full = content.children("block").filter { $0["class"] == "full_text" }
    let text = full.compactMap { Markup.text(of: $0) }.joined(separator: "\n\n")
    if !text.isEmpty { return (text, false) }
    let isLead: (XMLElement) -> Bool = { $0.name == "block" && $0["class"] == "lead_paragraph" }
    if let text = Markup.text(of: content, omitting: isLead) { return (text, false) }
    return Markup.text(of: content).map { ($0, true) }
  }

  /// The people named, else all words.
  private func authors(_ byline: XMLElement) -> [String] {
    let people = byline.children("person").compactMap(\.words)
    return people.isEmpty ? byline.words.map { [$0] } ?? [] : people
  }
}
