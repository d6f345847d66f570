/// Turns the bytes of a file into text.
public enum PlainText {
  /// The text of `bytes`: UTF-8, a byte order mark dropped, all else as it is.
  ///
  /// - Parameter source: the file's name, for errors.
  /// - Throws: ``NewswireError`` where the bytes are empty, no text, or of another encoding; it names the line.
  public static func decode(_ bytes: [UInt8], source: String) throws(NewswireError) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw NewswireError(
        source: source, message: "is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8 FILE > NEW")
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if content.allSatisfy({ $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }) {
      throw NewswireError(source: source, message: "is empty; there is nothing to code")
    }
    let head = content.prefix(8192)
    let controls = head.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x20 && $0 != 0x1B) }
    if controls * 10 > head.count * 3 {
      throw NewswireError(source: source, message: "is not text but binary data; give plain text or JSON Lines")
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      let (line, byte) = firstInvalid(content)
      throw NewswireError(
        source: source, line: line,
        message:
          "is not UTF-8 (byte 0x\(String(byte, radix: 16, uppercase: true))); convert it first, "
          + "for instance: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW")
    }
    return text
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
