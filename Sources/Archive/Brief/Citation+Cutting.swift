import Record

extension Citation {
  /// The first words only, at most `length` characters; the span is then theirs.
  func cut(to length: Int) -> Citation {
    let scalars = words.unicodeScalars
    guard let limit = scalars.index(scalars.startIndex, offsetBy: length, limitedBy: scalars.endIndex),
      limit < scalars.endIndex
    else { return self }
    let head = scalars[..<limit]
    let end = head.lastIndex { $0.properties.isWhitespace } ?? limit
    let count = scalars.distance(from: scalars.startIndex, to: end)
    return Citation(
      source: source, span: Span(start: span.start, end: span.start + count), words: String(scalars[..<end]))
  }

  /// Whether the words of `other` are some of these.
  func holds(_ other: Citation) -> Bool {
    source.article == other.source.article && span.start <= other.span.start && other.span.end <= span.end
  }
}
