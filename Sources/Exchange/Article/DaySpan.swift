import Record

/// The days that a TIMEX3 value covers.
struct DaySpan: Equatable {
  let first: Day
  let last: Day

  /// Whether it is one day.
  var isDay: Bool { first == last }

  init(first: Day, last: Day) { (self.first, self.last) = (first, max(first, last)) }

  /// Reads a day (with or without a clock time), week, month, quarter, half or year; `nil` for seasons, durations and
  /// what is not resolved.
  init?(value: String) {
    let day = value.prefix(10)
    if let exact = Day(day), value.utf8.count == 10 || value.utf8.dropFirst(10).first == UInt8(ascii: "T") {
      self.init(first: exact, last: exact)
      return
    }
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ $0.utf8.count == 4 ? Int($0) : nil }), parts.count < 3,
      let newYear = Day(year: year, month: 1, day: 1)
    else { return nil }
    guard parts.count == 2 else {
      self.init(first: newYear, months: 12)
      return
    }
    let part = parts[1]
    let number = part.first?.isLetter == true ? Int(part.dropFirst()) : Int(part)
    guard let number else { return nil }
    switch part.first {
    case "W":
      guard 1...53 ~= number, let week = Self.week(number, of: year) else { return nil }
      self = week
    case "Q": self.init(year: year, month: 3 * number - 2, months: 3)
    case "H": self.init(year: year, month: 6 * number - 5, months: 6)
    default:
      guard part.utf8.count == 2 else { return nil }
      self.init(year: year, month: number, months: 1)
    }
  }

  private init?(year: Int, month: Int, months: Int) {
    guard let first = Day(year: year, month: month, day: 1), month + months <= 13 else { return nil }
    self.init(first: first, months: months)
  }

  /// So many months of one year.
  private init(first: Day, months: Int) {
    let month = first.month + months - 1
    let last = Day(year: first.year, month: month, day: Day.days(ofMonth: month, in: first.year))
    self.init(first: first, last: last ?? first)
  }

  /// A week of ISO 8601, Monday to Sunday; the first is that of January 4.
  private static func week(_ week: Int, of year: Int) -> DaySpan? {
    guard let fourth = Day(year: year, month: 1, day: 4) else { return nil }
    // Zeller's congruence, Monday as 0; January counts as the 13th month of the year before.
    let (century, rest) = ((year - 1) / 100, (year - 1) % 100)
    let weekday = (fourth.day + 36 + rest + rest / 4 + century / 4 + 5 * century + 5) % 7
    let offset = 7 * (week - 1) + 4 - weekday
    guard
      let first = offset > 0
        ? Day(year: year, month: 1, day: 1)?.advanced(by: offset - 1)
        : Day(year: year - 1, month: 12, day: 31 + offset)
    else { return nil }
    return DaySpan(first: first, last: first.advanced(by: 6))
  }
}
