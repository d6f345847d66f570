/// The records of the web archives that were before WARC: a line of address, date, type and length, then the answer.
final class ARC: Container {
  private let reader: ByteReader
  private let origin: Origin
  private static let head = 1 << 16

  init(_ reader: ByteReader, origin: Origin) {
    self.reader = reader
    self.origin = origin
  }

  func next() throws(NewswireError) -> Part? {
    while let next = try reader.line(limit: Self.head) {
      guard case .whole(let line) = next else { throw damaged() }
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
      guard words.count >= 5, let length = words.last.flatMap({ Int($0) }), length >= 0 else { throw damaged() }
      let uri = words[0]
      let isRead = Feed.address(uri) != nil
      if !isRead || length > origin.limits.document {
        guard try reader.skip(length) == length else { throw cutShort() }
        if isRead {
          return .failure(origin.error("the record of \(uri) is larger than a document may be; it was passed over"))
        }
        continue
      }
      let bytes = try reader.take(length)
      guard bytes.count == length else { throw cutShort() }
      if bytes.starts(with: "HTTP/".utf8) { return Crawled.part(response: bytes, uri: uri, origin: origin) }
      return Crawled.part(bytes, type: words[3], charset: nil, uri: uri, origin: origin)
    }
    return nil
  }

  private func damaged() -> NewswireError {
    origin.error("is damaged: where a record should begin stands something else; what came before was read")
  }

  private func cutShort() -> NewswireError {
    origin.error("is cut short: the last record ends early; what is whole was read, fetch the rest again")
  }
}
