/// A stretch of `document.text`: half-open, counted in Unicode scalars, so that Python's `text[start:end]` gives the words.
public struct Span: Sendable, Hashable, Comparable {
  public var start: Int
  public var end: Int

  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// By start, and the longer first where two begin together.
  public static func < (a: Span, b: Span) -> Bool { a.start != b.start ? a.start < b.start : a.end > b.end }
}
