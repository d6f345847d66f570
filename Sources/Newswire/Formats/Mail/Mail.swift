/// A mail (RFC 5322 and MIME), a newsletter for instance.
struct Mail {
  let bytes: [UInt8]
  let origin: Origin
  /// How deep parts may lie in each other.
  private static let depth = 20
  /// The most parts of one multipart.
  private static let width = 200

  /// - Throws: ``NewswireError`` where no part of it is text.
  func item() throws(NewswireError) -> NewsItem {
    let (fields, body) = HeaderFields.parse(bytes[...])
    var metadata = ArticleReader.Metadata()
    metadata.ref = fields["message-id"].map(Self.withoutBrackets)
    metadata.uri = fields["archived-at"].map(Self.withoutBrackets) ?? origin.uri
    metadata.title = fields["subject"].flatMap { EncodedWord.decoded($0).onOneLine }
    metadata.publisher = fields["from"].flatMap(sender)
    metadata.published = fields["date"].flatMap { NewsDate.iso($0) }
    metadata.language = fields["content-language"]?.split(separator: ",").first.map(String.init)
    guard let text = text(fields, body, depth: Self.depth) else {
      throw origin.error("is a mail without a text part; there is nothing to code")
    }
    return NewsItem(text: text, metadata: metadata)
  }

  private static func withoutBrackets(_ text: String) -> String { text.filter { $0 != "<" && $0 != ">" } }

  /// The name of the sender, else the address.
  private func sender(_ field: String) -> String? {
    let decoded = EncodedWord.decoded(field)
    let name = decoded.prefix { $0 != "<" }.filter { $0 != "\"" }
    return name.onOneLine ?? Self.withoutBrackets(decoded).onOneLine
  }

  /// The text of a part: of alternatives the plain one where it says anything, of a mixture all that is text and no
  /// attachment.
  private func text(_ fields: HeaderFields, _ body: ArraySlice<UInt8>, depth: Int) -> String? {
    guard depth > 0, fields["content-disposition"]?.lowercased().hasPrefix("attachment") != true else { return nil }
    let (type, parameters) = fields.parameters(of: "content-type") ?? ("text/plain", [:])
    if type.hasPrefix("multipart/") {
      guard let boundary = parameters["boundary"], !boundary.isEmpty else { return nil }
      let parts = parts(of: body, boundary: boundary).map { HeaderFields.parse($0) }
      let texts = parts.map { text($0.fields, $0.body, depth: depth - 1) }
      if type == "multipart/alternative" {
        let plain = parts.firstIndex { $0.fields.parameters(of: "content-type")?.value ?? "text/plain" == "text/plain" }
        let rich = texts.indices.last { texts[$0] != nil && $0 != plain }
        return Self.better(plain.flatMap { texts[$0] }, rich.flatMap { texts[$0] })
      }
      let found = texts.compactMap { $0 }
      return found.isEmpty ? nil : found.joined(separator: "\n\n")
    }
    let content = TransferEncoding.decode(body, fields["content-transfer-encoding"])
    switch type {
    case "message/rfc822":
      let (fields, body) = HeaderFields.parse(content[...])
      return text(fields, body, depth: depth - 1)
    case "text/html":
      let utf8 = WebPage.utf8(content, charset: parameters["charset"])
      return WebPage.text(ofFragment: String(decoding: utf8, as: UTF8.self))
    case "text/plain", "text":
      let charset = parameters["charset"].map { TextEncoding($0) }
      return (try? PlainText.decode(content, declared: charset, source: ""))?.text.trimmed
    default: return nil
    }
  }

  /// The plain alternative, unless it says little more than that there is another: less than a fifth of that.
  private static func better(_ plain: String?, _ rich: String?) -> String? {
    guard let plain, let rich else { return plain ?? rich }
    return plain.utf8.count * 5 < rich.utf8.count ? rich : plain
  }

  private func parts(of body: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var at = body.startIndex
    while at < body.endIndex, parts.count < Self.width {
      let end = body[at...].firstIndex(of: 0x0A) ?? body.endIndex
      let line = body[at..<end]
      if line.starts(with: mark) {
        if let start { parts.append(body[start..<at]) }
        start = min(end + 1, body.endIndex)
        if line.dropFirst(mark.count).starts(with: "--".utf8) { return parts }
      }
      at = min(end + 1, body.endIndex)
    }
    // The end is not there: what came is taken.
    if let start { parts.append(body[start...]) }
    return parts
  }
}
