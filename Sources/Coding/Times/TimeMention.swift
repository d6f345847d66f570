package import Record

/// A temporal expression, resolved as far as the text allows (TIMEX3, ISO-TimeML).
package struct TimeMention: Sendable, Equatable {
  package var tokens: Range<Int>
  package var bytes: Range<Int>
  package var type: TimeType
  /// As TIMEX3 writes it: `2018-09-11`, `2018-W36`, `P3D`, `XXXX-WXX-2`, `FUTURE_REF`.
  package var value: String
  /// The last day of a stretch that began at `value`.
  package var end: String?
  package var anchor: Anchor?
  package var basis: Basis
  /// Whether it lies after the publication, or the clause around it looks ahead ("later this month").
  package var isAhead = false

  /// What a relative expression is counted from.
  package enum Anchor: Sendable, Equatable {
    case published
    /// Another expression, by its index in `Story.times`.
    case time(Int)
  }

  package init(
    tokens: Range<Int>, bytes: Range<Int>, type: TimeType, value: String, end: String? = nil, anchor: Anchor? = nil,
    basis: Basis = .text
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.type = type
    self.value = value
    self.end = end
    self.anchor = anchor
    self.basis = basis
  }
}
