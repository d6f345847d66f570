/// The way from UTF-8 byte offsets of a text to offsets in Unicode scalars, which spans count.
///
/// Built in one pass; a look-up reads at most 64 bytes. Texts of ASCII only cost nothing.
public struct ScalarOffsets: Sendable {
  private let utf8: [UInt8]
  /// The scalars before each 64th byte; empty where the text is ASCII.
  private let before: [Int]
  /// The length of the text in scalars.
  public let count: Int

  private static let stride = 64

  public init(utf8: [UInt8]) {
    self.utf8 = utf8
    var before: [Int] = []
    var count = 0
    before.reserveCapacity(utf8.count / Self.stride + 1)
    utf8.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        before.append(count)
        let end = min(start + Self.stride, bytes.count)
        for index in start..<end where bytes[index] & 0xC0 != 0x80 { count += 1 }
        start = end
      }
    }
    self.before = count == utf8.count ? [] : before
    self.count = count
  }

  /// The number of scalars that begin before `byte`, which is brought into the text where it lies outside.
  public func scalar(at byte: Int) -> Int {
    let byte = max(0, min(byte, utf8.count))
    if before.isEmpty { return byte }
    if byte == utf8.count { return count }
    var scalars = before[byte / Self.stride]
    for index in (byte / Self.stride * Self.stride)..<byte where utf8[index] & 0xC0 != 0x80 { scalars += 1 }
    return scalars
  }

  /// The span of a half-open range of bytes.
  public func span(_ bytes: Range<Int>) -> Span {
    Span(start: scalar(at: bytes.lowerBound), end: scalar(at: bytes.upperBound))
  }
}
