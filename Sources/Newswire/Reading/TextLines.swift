/// The lines of a text, without the white space around them.
struct TextLines: Sendable {
  struct Line: Sendable, Equatable {
    /// From the first to the last byte that is no space; never empty.
    var range: Range<Int>
    /// Whether an empty line, or the text's begin, stands before it.
    var followsBlank: Bool
    /// How many bytes of space it begins with.
    var indent: Int
  }

  /// The lines that hold something.
  let lines: [Line]

  /// Splits `utf8` at line feeds, carriage returns and both together.
  init(utf8: [UInt8]) {
    var lines: [Line] = []
    utf8.withUnsafeBufferPointer { bytes in
      var start = 0
      var followsBlank = true
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        let range = Self.trimmed(start..<end, in: bytes)
        if range.isEmpty {
          followsBlank = true
        } else {
          lines.append(Line(range: range, followsBlank: followsBlank, indent: range.lowerBound - start))
          followsBlank = false
        }
        if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
        start = end + 1
      }
    }
    self.lines = lines
  }

  private static func trimmed(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = spaceLength(in: bytes, at: start, limit: end)
      if length == 0 { break }
      start += length
    }
    while start < end {
      // The last character's first byte lies at most three bytes back.
      var first = end - 1
      while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
      let length = spaceLength(in: bytes, at: first, limit: end)
      if length == 0 || first + length != end { break }
      end = first
    }
    return start..<end
  }

  /// The length in bytes of the white space at `index`, or 0. NUL and the byte order mark count as white space.
  @inline(__always)
  static func spaceLength<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes, at index: Int, limit: Int) -> Int
  where Bytes.Index == Int {
    let byte = bytes[index]
    if byte <= 0x20 { return byte == 0x20 || byte == 0 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
    if byte == 0xC2 { return index + 1 < limit && (bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85) ? 2 : 0 }
    guard byte >= 0xE2, index + 2 < limit else { return 0 }
    switch (byte, bytes[index + 1], bytes[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8D), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0xA0),
      (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }
}
