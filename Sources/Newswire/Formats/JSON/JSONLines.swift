/// JSON values one a line.
final class JSONLines: Container {
  private let reader: ByteReader
  private let origin: Origin
  private var line = 0

  init(_ reader: ByteReader, origin: Origin) {
    self.reader = reader
    self.origin = origin
  }

  func next() throws(NewswireError) -> Part? {
    while let next = try reader.line(limit: origin.limits.document) {
      line += 1
      var origin = origin
      origin.line = line
      guard case .whole(let bytes) = next else {
        return .failure(origin.error("is a line longer than \(origin.limits.document) bytes; it was passed over"))
      }
      let content = line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
      if content.allSatisfy({ $0 <= 0x20 }) { continue }
      // Its own address, if it has one.
      origin.uri = nil
      return .document(Document(format: .jsonLines, bytes: content, origin: origin))
    }
    return nil
  }

  /// Whether the first line is not a whole value, and the value goes on below: one document, written to be read.
  static func isOneDocument(_ reader: ByteReader, limit: Int) -> Bool {
    let (line, isWhole) = reader.peekLine(limit: limit)
    guard isWhole else { return isFeed(line) }
    var depth = 0
    var isString = false
    var isEscaped = false
    for byte in line {
      if isEscaped {
        isEscaped = false
      } else if isString {
        if byte == UInt8(ascii: "\\") { isEscaped = true } else if byte == UInt8(ascii: "\"") { isString = false }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
      }
    }
    return isString ? false : depth > 0 || isFeed(line)
  }

  /// A feed on one line holds many items.
  private static func isFeed(_ line: ArraySlice<UInt8>) -> Bool { line.prefix(400).end(of: "jsonfeed.org") != nil }
}
