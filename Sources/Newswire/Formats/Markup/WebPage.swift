/// Where the other formats meet HTML.
enum WebPage {
  /// The story of a page.
  ///
  /// - Throws: ``NewswireError`` where it has no text.
  static func item(_ bytes: [UInt8], origin: Origin) throws(NewswireError) -> NewsItem {
    let root = try XMLReader.page(utf8(bytes, charset: origin.charset), origin: origin)
    func meta(_ names: String...) -> String? {
      let all = root.descendants("meta")
      return names.lazy.compactMap { name in
        all.first { ($0["property"] ?? $0["name"])?.lowercased() == name }?["content"]
      }.first
    }
    let body = root.descendants("article").first ?? root.descendants("body").first ?? root
    guard let text = Markup.text(of: body, omitting: { around.contains($0.name) }) else {
      throw origin.error("is a page without a text; if a script makes its text, save what the browser shows")
    }
    let canonical = root.descendants("link").first { $0["rel"] == "canonical" }?["href"]
    var metadata = ArticleReader.Metadata(
      uri: canonical.flatMap(Feed.address) ?? origin.uri,
      title: meta("og:title") ?? root.descendants("title").first?.words, publisher: meta("og:site_name"),
      published: meta("article:published_time", "date", "dc.date").flatMap { NewsDate.iso($0) })
    metadata.byline = meta("author")
    metadata.language = root["lang"]
    metadata.modified = meta("article:modified_time").flatMap { NewsDate.iso($0) }
    return NewsItem(text: text, metadata: metadata)
  }

  /// The text of a piece of HTML, all of which is the story.
  static func text(ofFragment fragment: String) -> String? {
    let origin = Origin(source: "")
    return (try? XMLReader.page(Array(fragment.utf8), origin: origin)).flatMap { Markup.text(of: $0) }
  }

  /// `bytes` in UTF-8, by their mark, their look, `charset` or what they declare.
  static func utf8(_ bytes: [UInt8], charset: String?) -> [UInt8] {
    if let (encoding, length) = TextEncoding.marked(bytes[...]) {
      return Array((encoding.decode(bytes.dropFirst(length)) ?? "").utf8)
    }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    let head = String(decoding: bytes.prefix(2_048), as: UTF8.self)
    let declared = head.firstMatch(of: /(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_:.\-]+)/).map { String($0.1) }
    let encoding = TextEncoding(charset ?? declared ?? "")
    return Array((encoding.decode(bytes[...]) ?? TextEncoding.windows1252.decode(bytes[...]) ?? "").utf8)
  }

  private static let around: Set<String> = ["nav", "aside", "header", "footer", "form", "button", "h1"]
}
