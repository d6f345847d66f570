/// What web archives of both kinds do with a record.
enum Crawled {
  /// The page in a server's answer, or why it is none.
  static func part(response bytes: [UInt8], uri: String, origin: Origin) -> Part {
    guard let response = HTTPResponse(bytes, limit: origin.limits.document) else {
      return .failure(origin.error("the answer of \(uri) cannot be read: it is damaged, too large or packed unusually"))
    }
    guard response.status == 200 || response.status == 203 else { return .skipped(.errorPage, count: 1) }
    let type = response.fields.parameters(of: "content-type")
    return part(response.body, type: type?.value, charset: type?.parameters["charset"], uri: uri, origin: origin)
  }

  /// A document that was fetched from `uri`.
  static func part(_ bytes: [UInt8], type: String?, charset: String?, uri: String, origin: Origin) -> Part {
    guard isText(type), !uri.hasSuffix("/robots.txt"), bytes.contains(where: { $0 > 0x20 }) else {
      return .skipped(.notText, count: 1)
    }
    var origin = origin
    origin.source += "#" + uri
    origin.line = nil
    origin.uri = uri
    origin.charset = charset
    origin.isFound = true
    return .bytes(ByteReader(bytes, name: origin.source), origin)
  }

  /// Whether news may be of this media type.
  private static func isText(_ type: String?) -> Bool {
    guard let type else { return true }
    return ["text/html", "text/plain", "text/xml", "application/octet-stream", "unk", "no-type"].contains(type)
      || (type.hasPrefix("application/") && (type.hasSuffix("xml") || type.hasSuffix("feed+json")))
  }
}
