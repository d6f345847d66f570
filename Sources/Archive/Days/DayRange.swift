import Record

/// The days that a temporal expression can mean, first and last, and how exactly it says so.
package struct DayRange: Sendable, Hashable {
  package var first: CalendarDay
  package var last: CalendarDay
  package var precision: Precision

  /// What the expression names.
  package enum Precision: String, Sendable {
    case day, week, month, quarter, season, half, year, decade
    /// A stretch with a first and a last day of its own.
    case range
  }

  package init(first: CalendarDay, last: CalendarDay, precision: Precision) {
    self.first = first
    self.last = last
    self.precision = precision
  }

  /// The days of a value of TIMEX3: `2018-09-11`, `2018-09-11T15:00`, `2018-W36`, `2018-W36-WE`, `2018-09`, `2018-Q3`,
  /// `2018-H1`, `2018-SU`, `2018`, `201`; an `XX` makes the value coarser. `nil` for durations, sets and what names no day.
  package init?(timex value: String) {
    let date = value.split(separator: "T", maxSplits: 1).first ?? ""
    var parts = date.split(separator: "-", omittingEmptySubsequences: false)
    while parts.last?.allSatisfy({ $0 == "X" || $0 == "W" }) == true { parts.removeLast() }
    guard let head = parts.first, (3...4).contains(head.count), let number = Int(head), number > 0 else { return nil }
    if head.count == 3 {
      guard parts.count == 1 else { return nil }
      self.init(years: number * 10, number * 10 + 9, .decade)
      return
    }
    switch parts.count {
    case 1: self.init(years: number, number, .year)
    case 2: self.init(year: number, part: parts[1])
    case 3: self.init(year: number, part: parts[1], day: parts[2])
    default: return nil
    }
  }

  /// The days of a time of a record: with its `end`, where it has one.
  package init?(_ time: Readout.Time) {
    guard time.type == .date || time.type == .time || time.end != nil, let first = Self(timex: time.value) else {
      return nil
    }
    guard let end = time.end, let last = Self(timex: end), last.last > first.first else {
      self = first
      return
    }
    self.init(first: first.first, last: last.last, precision: .range)
  }

  private init?(years first: Int, _ last: Int, _ precision: Precision) {
    guard let start = CalendarDay(year: first, month: 1, day: 1), let end = CalendarDay(year: last, month: 12, day: 31)
    else { return nil }
    self.init(first: start, last: end, precision: precision)
  }

  /// Months `first` to `last`, counted from the January of `year`; they may reach into the next.
  private init?(_ year: Int, months first: Int, _ last: Int, _ precision: Precision) {
    guard let start = CalendarDay(year: year, month: first, day: 1),
      let next = CalendarDay(year: year + last / 12, month: last % 12 + 1, day: 1)
    else { return nil }
    self.init(first: start, last: next + -1, precision: precision)
  }

  private init?(year: Int, part: Substring) {
    switch part {
    case "Q1", "Q2", "Q3", "Q4":
      let quarter = Int(part.dropFirst()) ?? 1
      self.init(year, months: 3 * quarter - 2, 3 * quarter, .quarter)
    case "H1": self.init(year, months: 1, 6, .half)
    case "H2": self.init(year, months: 7, 12, .half)
    case "SP": self.init(year, months: 3, 5, .season)
    case "SU": self.init(year, months: 6, 8, .season)
    case "FA": self.init(year, months: 9, 11, .season)
    case "WI": self.init(year, months: 12, 14, .season)
    default:
      if part.first == "W" {
        guard let monday = Self.monday(of: part.dropFirst(), in: year) else { return nil }
        self.init(first: monday, last: monday + 6, precision: .week)
      } else {
        guard part.count == 2, let month = Int(part), (1...12).contains(month) else { return nil }
        self.init(year, months: month, month, .month)
      }
    }
  }

  private init?(year: Int, part: Substring, day: Substring) {
    if part.first == "W" {
      guard let monday = Self.monday(of: part.dropFirst(), in: year) else { return nil }
      if day == "WE" {
        self.init(first: monday + 5, last: monday + 6, precision: .range)
      } else {
        guard let weekday = Int(day), (1...7).contains(weekday) else { return nil }
        self.init(first: monday + (weekday - 1), last: monday + (weekday - 1), precision: .day)
      }
    } else {
      guard let month = Int(part), let number = Int(day), let day = CalendarDay(year: year, month: month, day: number)
      else { return nil }
      self.init(first: day, last: day, precision: .day)
    }
  }

  /// Week 1 holds 4 January (ISO 8601).
  private static func monday(of week: Substring, in year: Int) -> CalendarDay? {
    guard let week = Int(week), (1...53).contains(week), let fourth = CalendarDay(year: year, month: 1, day: 4) else {
      return nil
    }
    return fourth + (1 - fourth.weekday + 7 * (week - 1))
  }
}
