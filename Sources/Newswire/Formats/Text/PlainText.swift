/// Turns the bytes of a file into text.
enum PlainText {
  /// The text of `bytes`, a byte order mark dropped, all else as it is.
  ///
  /// - Parameters:
  ///   - declared: the encoding that a transport gave, if any.
  ///   - source: the file's name, for errors.
  /// - Returns: the text, and the name of its encoding where that had to be guessed.
  /// - Throws: ``NewswireError`` where the bytes are empty, no text, or of an unknown encoding; it names the line.
  static func decode(
    _ bytes: [UInt8], declared: TextEncoding? = nil, source: String
  ) throws(NewswireError) -> (text: String, assumed: String?) {
    let mark = TextEncoding.marked(bytes[...])
    let content = bytes.dropFirst(mark?.length ?? 0)
    if content.allSatisfy({ $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }) {
      throw NewswireError(source: source, message: "is empty; there is nothing to code")
    }
    if let mark, mark.encoding != .utf8 { return (mark.encoding.decode(content) ?? "", nil) }
    let head = content.prefix(8192)
    let controls = head.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1B) }
    if controls * 10 > head.count * 3 {
      throw NewswireError(
        source: source, message: "is not text but binary data; give plain text, JSON Lines, HTML, feeds or newswire XML"
      )
    }
    if let text = String(validating: content, as: UTF8.self) { return (text, nil) }
    if let declared, declared != .utf8, let text = declared.decode(content) { return (text, nil) }
    if isWestern(content) {
      return (TextEncoding.windows1252.decode(content) ?? "", TextEncoding.windows1252.name)
    }
    let (line, byte) = firstInvalid(content)
    throw NewswireError(
      source: source, line: line,
      message:
        "is not UTF-8 (byte 0x\(String(byte, radix: 16, uppercase: true))); convert it first, "
        + "for instance: iconv -f WINDOWS-1251 -t UTF-8 FILE > NEW")
  }

  /// Whether bytes that are not UTF-8 look like a Western European language in Windows-1252: mostly ASCII, no byte that it
  /// leaves undefined, and no sign of UTF-8 that is only damaged.
  private static func isWestern(_ bytes: ArraySlice<UInt8>) -> Bool {
    var letters = 0
    var high = 0
    var paired = 0
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return false
      case 0x80...:
        high += 1
        if 0xC2...0xF4 ~= previous, byte < 0xC0 { paired += 1 }
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      default: break
      }
      previous = byte
    }
    return high * 4 <= letters && paired * 2 < high
  }

  /// The line, counted from 1, and the value of the first byte that is not part of UTF-8.
  private static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> (line: Int, byte: UInt8) {
    var at = bytes.startIndex
    var line = 1
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == 0x0A { line += 1 }
      let length =
        switch byte {
        case 0..<0x80: 1
        case 0xC2..<0xE0: 2
        case 0xE0..<0xF0: 3
        case 0xF0..<0xF5: 4
        default: 0
        }
      let end = at + length
      guard length > 0, end <= bytes.endIndex, String(validating: bytes[at..<end], as: UTF8.self) != nil else {
        return (line, byte)
      }
      at = end
    }
    return (line, bytes.last ?? 0)
  }
}
