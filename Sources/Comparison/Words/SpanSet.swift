import Record

/// Stretches of a text, asked in ascending order or not whether they hold a place.
struct SpanSet {
  private let spans: [Span]

  /// Stretches that overlap or touch become one.
  init(_ spans: [Span]) {
    var joined: [Span] = []
    for span in spans.sorted() where span.end > span.start {
      if let last = joined.last, span.start <= last.end {
        joined[joined.count - 1].end = max(last.end, span.end)
      } else {
        joined.append(span)
      }
    }
    self.spans = joined
  }

  /// By bisection.
  func contains(_ place: Int) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= place { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].start <= place
  }
}
