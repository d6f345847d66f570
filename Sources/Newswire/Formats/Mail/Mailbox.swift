/// Mails one after the other in a file, each behind a line that begins with `From ` (mbox).
final class Mailbox: Container {
  private let reader: ByteReader
  private let origin: Origin
  private var line = 0
  /// Where the message that is being read begins.
  private var start = 1
  private var isStarted = false

  init(_ reader: ByteReader, origin: Origin) {
    self.reader = reader
    self.origin = origin
  }

  func next() throws(NewswireError) -> Part? {
    var bytes: [UInt8] = []
    var isTooLong = false
    var wasBlank = true
    while let next = try reader.line(limit: origin.limits.document) {
      line += 1
      guard case .whole(let content) = next else {
        isTooLong = true
        continue
      }
      if wasBlank, content.starts(with: "From ".utf8) {
        let begin = start
        start = line + 1
        if isStarted { return part(bytes, line: begin, isTooLong: isTooLong) }
        isStarted = true
        continue
      }
      wasBlank = content.isEmpty || content == [0x0D]
      if bytes.count + content.count >= origin.limits.document { isTooLong = true }
      if isTooLong { bytes = [] } else { bytes += Self.unquoted(content) + [0x0A] }
    }
    guard isStarted else { return nil }
    isStarted = false
    return part(bytes, line: start, isTooLong: isTooLong)
  }

  /// A line of text that began with `From ` has a `>` before it.
  private static func unquoted(_ line: [UInt8]) -> ArraySlice<UInt8> {
    let rest = line.drop { $0 == UInt8(ascii: ">") }
    return rest.count < line.count && rest.starts(with: "From ".utf8) ? line.dropFirst() : line[...]
  }

  private func part(_ bytes: [UInt8], line: Int, isTooLong: Bool) -> Part {
    var origin = origin
    origin.line = line
    // A mail without an address of its own is not to be found at the mailbox's.
    origin.uri = nil
    if isTooLong { return .failure(origin.error("the mail is larger than a document may be; it was passed over")) }
    return .document(Document(format: .mail, bytes: bytes, origin: origin))
  }
}
