/// Words of other character sets in a mail's header, `=?utf-8?Q?S=C3=A9oul?=` (RFC 2047).
enum EncodedWord {
  /// `header` with its encoded words decoded; what is none stays.
  static func decoded(_ header: String) -> String {
    guard header.contains("=?") else { return header }
    var result = ""
    // The bytes of adjacent words of one character set: a character may be cut between them.
    var pending: (charset: String, bytes: [UInt8])?
    func flush() {
      if let (charset, bytes) = pending { result += TextEncoding(charset).decode(bytes[...]) ?? "" }
      pending = nil
    }
    var rest = header[...]
    while let start = rest.firstRange(of: "=?") {
      let between = rest[..<start.lowerBound]
      guard let word = word(rest[start.upperBound...]) else {
        flush()
        result += rest[..<start.upperBound]
        rest = rest[start.upperBound...]
        continue
      }
      // White space between two encoded words only separates them.
      let isJoint = pending != nil && between.allSatisfy(\.isWhitespace)
      if !isJoint || pending?.charset != word.charset {
        flush()
        pending = (word.charset, [])
      }
      if !isJoint { result += between }
      pending?.bytes += word.bytes
      rest = word.rest
    }
    flush()
    return result + rest
  }

  private static func word(_ text: Substring) -> (charset: String, bytes: [UInt8], rest: Substring)? {
    // The standard allows 75 characters; some programs write more.
    let parts = text.prefix(2_000).split(separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let end = parts[2].firstRange(of: "?=") else { return nil }
    let content = Array(parts[2][..<end.lowerBound].utf8)[...]
    let charset = String(parts[0].prefix { $0 != "*" })
    switch parts[1] {
    case "B", "b": return (charset, TransferEncoding.base64(content), text[end.upperBound...])
    case "Q", "q":
      return (charset, TransferEncoding.quotedPrintable(content, isHeader: true), text[end.upperBound...])
    default: return nil
    }
  }
}
