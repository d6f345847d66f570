/// Lines of iCalendar: CRLF at their ends, folded at 75 octets.
struct CalendarLines {
  private(set) var bytes: [UInt8] = []
  private static let width = 75

  /// A line whose value stands as it is.
  mutating func add(_ name: String, _ value: String) {
    // A line break in a value would end the line.
    let line = "\(name):\(value)".utf8.filter { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
    var start = 0
    var room = Self.width
    while line.count - start > room {
      var end = start + room
      // A character stays whole.
      while end > start + 1, line[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += line[start..<end] + [0x0D, 0x0A, UInt8(ascii: " ")]
      start = end
      room = Self.width - 1
    }
    bytes += line[start...] + [0x0D, 0x0A]
  }

  /// A line of text, in which commas, semicolons, backslashes and line breaks are escaped.
  mutating func add(text name: String, _ value: String) {
    var escaped: [UInt8] = []
    var previous: UInt8 = 0
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\\"): escaped += [UInt8(ascii: "\\"), byte]
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D: escaped += Array("\\n".utf8)
      // Other control characters may not stand in a text.
      case ..<0x20 where byte != 0x09, 0x7F: break
      default: escaped.append(byte)
      }
      previous = byte
    }
    add(name, String(decoding: escaped, as: UTF8.self))
  }
}
