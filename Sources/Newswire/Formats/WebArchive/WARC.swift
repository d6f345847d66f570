/// The records of a web archive, WARC 1.0 and 1.1 (ISO 28500).
///
/// `WARC-Date` is when a page was fetched, which says nothing of when it was published.
final class WARC: Container {
  private let reader: ByteReader
  private let origin: Origin
  /// The most bytes that the fields of a record take.
  private static let head = 1 << 20

  init(_ reader: ByteReader, origin: Origin) {
    self.reader = reader
    self.origin = origin
  }

  func next() throws(NewswireError) -> Part? {
    while let fields = try fields() {
      let uri = fields["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } } ?? ""
      let kind = fields["warc-type"]?.lowercased() ?? ""
      guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
        throw origin.error("has a record without a Content-Length, and no way to tell where the next begins")
      }
      let isRead = ["response", "resource", "conversion"].contains(kind) && !uri.hasPrefix("dns:")
      if !isRead || length > origin.limits.document {
        guard try reader.skip(length) == length else { throw cutShort() }
        if kind == "revisit" { return .skipped(.revisit, count: 1) }
        if isRead {
          return .failure(origin.error("the record of \(uri) is larger than a document may be; it was passed over"))
        }
        continue
      }
      let bytes = try reader.take(length)
      guard bytes.count == length else { throw cutShort() }
      let type = fields.parameters(of: "content-type")
      if kind == "response", bytes.starts(with: "HTTP/".utf8) {
        return Crawled.part(response: bytes, uri: uri, origin: origin)
      }
      return Crawled.part(bytes, type: type?.value, charset: type?.parameters["charset"], uri: uri, origin: origin)
    }
    return nil
  }

  /// The fields of the next record; `nil` at the end.
  private func fields() throws(NewswireError) -> HeaderFields? {
    while try !reader.isExhausted() {
      guard case .whole(let line)? = try reader.line(limit: Self.head) else { break }
      // Two empty lines end a record; some writers leave one out, or add some.
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      guard line.starts(with: "WARC/".utf8) else {
        throw origin.error("is damaged: where a record should begin stands something else; what came before was read")
      }
      var bytes: [UInt8] = []
      while bytes.count < Self.head, case .whole(let field)? = try reader.line(limit: Self.head) {
        if field.isEmpty || field == [0x0D] { return HeaderFields.parse(bytes[...]).fields }
        bytes += field + [0x0A]
      }
      throw cutShort()
    }
    return nil
  }

  private func cutShort() -> NewswireError {
    origin.error("is cut short: the last record ends early; what is whole was read, fetch the rest again")
  }
}
