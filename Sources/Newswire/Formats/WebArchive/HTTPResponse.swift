/// What a server answered: status, fields and body, as a web archive keeps it.
struct HTTPResponse {
  var status: Int
  var fields: HeaderFields
  /// Without transfer and content encoding.
  var body: [UInt8]

  /// - Parameter limit: the most bytes that the body may unpack to.
  /// - Returns: `nil` where there is no status line, or the body cannot be unpacked.
  init?(_ bytes: [UInt8], limit: Int) {
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
    let words = bytes[..<end].split(separator: 0x20, maxSplits: 2)
    guard bytes.starts(with: "HTTP/".utf8), words.count > 1,
      let status = Int(String(decoding: words[1].prefix { $0 > 0x20 }, as: UTF8.self))
    else { return nil }
    self.status = status
    let (fields, rest) = HeaderFields.parse(bytes[min(end + 1, bytes.endIndex)...])
    self.fields = fields
    var body = Array(rest)
    // Crawlers that store the body as it was before chunking leave the field.
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true { body = Self.joined(body) ?? body }
    switch fields["content-encoding"]?.lowercased() {
    case "gzip", "x-gzip":
      if body.starts(with: [0x1F, 0x8B]) {
        guard let unpacked = Inflater.unpacked(body, .gzip, limit: limit) else { return nil }
        body = unpacked
      }
    case "deflate":
      // Zlib's header is to be there; some servers leave it out.
      guard let unpacked = Inflater.unpacked(body, .zlib, limit: limit) ?? Inflater.unpacked(body, .none, limit: limit)
      else { return nil }
      body = unpacked
    case "br", "zstd", "compress":
      // Crawlers that have unpacked the body leave the field.
      if body.prefix(400).contains(where: { $0 < 0x09 }) { return nil }
    default: break
    }
    self.body = body
  }

  /// The chunks of a body put together, or `nil` where it has none.
  private static func joined(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard let end = bytes[at...].firstIndex(of: 0x0A) else { return nil }
      let digits = bytes[at..<end].prefix { Unicode.Scalar($0).hexValue != nil }
      guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
      at = end + 1
      if size == 0 { return result }
      guard size <= bytes.count - at else { return result + bytes[at...] }
      result += bytes[at..<at + size]
      at += size
      if at < bytes.count, bytes[at] == 0x0D { at += 1 }
      if at < bytes.count, bytes[at] == 0x0A { at += 1 }
    }
    return result
  }
}
