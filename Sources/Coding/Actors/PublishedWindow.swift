/// The days on which everyone named could hold the office that the text gives them.
package struct PublishedWindow: Sendable, Equatable {
  package var from: CalendarDate
  /// `nil` where the last of the terms has no end yet.
  package var to: CalendarDate?
  /// The entities whose terms bound it.
  package var because: [Int]

  package init(from: CalendarDate, to: CalendarDate?, because: [Int]) {
    self.from = from
    self.to = to
    self.because = because
  }
}
