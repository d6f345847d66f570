import Record

/// What an archive had from other articles before one came, for things that are news only beside it.
protocol Precedents {
  /// The last position that a side took on an issue.
  ///
  /// - Parameters:
  ///   - holder: an actor's key.
  ///   - day: when the new position was taken; those of other articles up to this day count.
  func position(of holder: String, on issue: String, before day: String) throws -> PastPosition?

  /// What was planned of a kind between the same parties and was not over on a day, by articles up to that day, the last
  /// report first.
  ///
  /// - Parameter parties: codes of states and bodies, at least two.
  func plans(of type: EventType, between parties: Set<String>, notOverOn day: CalendarDay) throws -> [PastPlan]
}

/// A position that an earlier article had.
struct PastPosition {
  var stance: Stance
  var before: Finding.Before
}

/// What an earlier article expected.
struct PastPlan {
  var first: CalendarDay
  var last: CalendarDay
  var before: Finding.Before

  func overlaps(_ days: DayRange) -> Bool { first <= days.last && days.first <= last }
}
