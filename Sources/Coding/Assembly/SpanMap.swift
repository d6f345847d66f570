internal import Record

/// The way from a story's byte ranges to the record's spans.
struct SpanMap {
  private let utf8: [UInt8]
  private let offsets: ScalarOffsets

  init(utf8: [UInt8]) {
    self.utf8 = utf8
    offsets = ScalarOffsets(utf8: utf8)
  }

  /// The span of `bytes` without the white space around them; `nil` where nothing is left.
  func span(_ bytes: Range<Int>) -> Span? {
    var start = max(0, min(bytes.lowerBound, utf8.count))
    var end = max(start, min(bytes.upperBound, utf8.count))
    while start < end, Self.isSpace(utf8[start]) { start += 1 }
    while start < end, Self.isSpace(utf8[end - 1]) { end -= 1 }
    return start < end ? offsets.span(start..<end) : nil
  }

  /// The span of `bytes` as they are.
  func bare(_ bytes: Range<Int>) -> Span { offsets.span(bytes) }

  func span(_ bytes: Range<Int>?) -> Span? { bytes.flatMap { span($0) } }

  /// The spans of several ranges, in text order, those that touch or overlap joined.
  func spans(_ ranges: [Range<Int>]) -> [Span] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined.compactMap { span($0) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == 0 }
}
