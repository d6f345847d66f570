package import Record

/// What is set or expected to happen.
package struct AgendaItem: Sendable, Equatable {
  package var event: Int?
  package var time: Int?
  /// Bytes.
  package var expected: Range<Int>
  package var basis: Basis

  package init(event: Int? = nil, time: Int? = nil, expected: Range<Int>, basis: Basis) {
    self.event = event
    self.time = time
    self.expected = expected
    self.basis = basis
  }
}
