internal import Knowledge

/// A named stretch of the calendar: a day, a week, a quarter, a decade.
struct CalendarPeriod: Sendable, Equatable {
  enum Granularity: Sendable, Equatable {
    case century, decade, year, half, quarter
    /// TIMEX3's two letters; winter is named by the year in which it begins.
    case season(String)
    case month, week, weekend, day
  }

  var granularity: Granularity
  /// A day of the period.
  var day: CalendarDate

  /// As TIMEX3 writes it.
  var value: String {
    let year = padded(day.year, 4)
    switch granularity {
    case .century: return padded(day.year / 100, 2)
    case .decade: return padded(day.year / 10, 3)
    case .year: return year
    case .half: return "\(year)-H\(day.month <= 6 ? 1 : 2)"
    case .quarter: return "\(year)-Q\((day.month + 2) / 3)"
    case .season(let letters): return "\(year)-\(letters)"
    case .month: return "\(year)-\(padded(day.month, 2))"
    case .week, .weekend:
      let week = day.isoWeek
      return "\(padded(week.year, 4))-W\(padded(week.week, 2))\(granularity == .weekend ? "-WE" : "")"
    case .day: return day.iso
    }
  }

  /// The period `count` of `unit` later, named as precisely as the unit allows; `nil` beyond the years 1 to 9999.
  func shifted(by count: Int, _ unit: TimeUnit) -> CalendarPeriod? {
    let amount = count * unit.factor
    guard abs(amount) < 4_000_000 else { return nil }
    var shifted = self
    switch unit.letter {
    case .day: (shifted.day, shifted.granularity) = (day.adding(days: amount), .day)
    case .week: (shifted.day, shifted.granularity) = (day.adding(days: 7 * amount), .week)
    case .weekend: (shifted.day, shifted.granularity) = (day.adding(days: 7 * amount), .weekend)
    case .month: (shifted.day, shifted.granularity) = (day.adding(months: amount), .month)
    case .quarter: (shifted.day, shifted.granularity) = (day.adding(months: 3 * amount), .quarter)
    case .year: (shifted.day, shifted.granularity) = (day.adding(months: 12 * amount), .year)
    case .hour, .minute, .second: return nil
    }
    return (1...9999).contains(shifted.day.year) ? shifted : nil
  }

  /// The period of `unit` in which this one lies.
  func widened(to unit: TimeUnit) -> CalendarPeriod? {
    guard var period = shifted(by: 0, unit) else { return nil }
    if unit.letter == .year, unit.factor == 10 { period.granularity = .decade }
    if unit.letter == .year, unit.factor == 100 { period.granularity = .century }
    return period
  }

  /// How fine it is: 0 for a year or more, 1 for its parts, 2 for a week, 3 for a day.
  var rank: Int {
    switch granularity {
    case .century, .decade, .year: 0
    case .half, .quarter, .season, .month: 1
    case .week, .weekend: 2
    case .day: 3
    }
  }

  /// Whether it is known down to the month at least.
  var isFine: Bool {
    switch granularity {
    case .month, .week, .weekend, .day: true
    default: false
    }
  }
}
