import Record

/// Spans that are asked which of them another one meets.
struct SpanSet {
  private let spans: [Span]
  /// The furthest end of a span and those before it.
  private let ends: [Int]

  init(_ spans: [Span]) {
    self.spans = spans.sorted()
    var furthest = 0
    ends = self.spans.map { span in
      furthest = max(furthest, span.end)
      return furthest
    }
  }

  /// Whether one of them shares a character with `span`.
  func overlaps(_ span: Span) -> Bool {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start < span.end { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ends[low - 1] > span.start
  }
}
