/// The words of spans: a text that is cut by offsets in Unicode scalars, without counting from its begin each time.
public struct SpanText: Sendable {
  private let utf8: [UInt8]
  /// The byte offset of every 64th scalar; empty where the text is ASCII.
  private let bytes: [Int]
  /// The length in Unicode scalars.
  public let count: Int

  private static let stride = 64

  public init(_ text: String) {
    utf8 = Array(text.utf8)
    var bytes: [Int] = []
    var count = 0
    for index in utf8.indices where utf8[index] & 0xC0 != 0x80 {
      if count % Self.stride == 0 { bytes.append(index) }
      count += 1
    }
    self.bytes = count == utf8.count ? [] : bytes
    self.count = count
  }

  /// The words of `span`, as far as it lies in the text.
  public subscript(span: Span) -> String {
    let start = byte(max(0, min(span.start, count)))
    let end = byte(max(0, min(span.end, count)))
    return String(decoding: utf8[start..<max(start, end)], as: UTF8.self)
  }

  private func byte(_ scalar: Int) -> Int {
    if bytes.isEmpty { return scalar }
    if scalar >= count { return utf8.count }
    var index = bytes[scalar / Self.stride]
    var left = scalar % Self.stride
    while left > 0 {
      index += 1
      if index >= utf8.count { break }
      if utf8[index] & 0xC0 != 0x80 { left -= 1 }
    }
    return index
  }
}
