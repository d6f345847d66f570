internal import Knowledge

extension TimeResolver {
  /// The day of a feast, of the year that is meant; of a month, with its last day.
  func holiday(_ holiday: TimeWords.Holiday, _ year: TimeExpression.Year, _ context: Context) -> Resolution {
    let open =
      if case .fixed(let month, let day) = holiday { "XXXX-\(padded(month, 2))-\(padded(day, 2))" } else {
        "XXXX-XX-XX"
      }
    // Feasts of the Islamic year wander: without a year those around the publication count.
    var islamicShift: Int?
    if case .open = year, let published { islamicShift = published.islamicYear - published.year }
    func day(_ day: CalendarDate) -> CalendarPeriod { CalendarPeriod(granularity: .day, day: day) }
    var resolution = inYear(year, context, open: open, leeway: 0) { year in
      switch holiday {
      case .fixed(let month, let day):
        return CalendarDate(validYear: year, month: month, day: day).map { CalendarPeriod(granularity: .day, day: $0) }
      case .nth(let month, let weekday, let nth):
        let first = CalendarDate(year: year, month: month, day: 1)
        var day = first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (nth - 1))
        if day.month != month { day = day.adding(days: -7) }
        return CalendarPeriod(granularity: .day, day: day)
      case .easter(let offset): return day(CalendarDate.easter(of: year).adding(days: offset))
      case .orthodoxEaster(let offset): return day(CalendarDate.orthodoxEaster(of: year).adding(days: offset))
      case .roshHashanah(let offset): return day(CalendarDate.roshHashanah(of: year).adding(days: offset))
      case .nowruz(let offset): return day(CalendarDate.nowruz(of: year).adding(days: offset))
      case .islamic(let month, let first):
        let islamic =
          islamicShift.map { year + $0 } ?? CalendarDate(year: year, month: 1, day: 1).islamicYear
        let candidates = [islamic, islamic + 1].map {
          CalendarDate(islamicYear: $0, month: month, day: first ?? 1)
        }
        return (islamicShift == nil ? candidates.first { $0.year == year } : candidates.first).map(day)
      case .listed(let first, let days):
        guard days.indices.contains(year - first) else { return nil }
        let monthDay = days[year - first]
        return CalendarDate(validYear: year, month: monthDay / 100, day: monthDay % 100).map(day)
      }
    }
    if case .islamic(let month, nil) = holiday, let first = resolution.period?.day {
      let next = CalendarDate(islamicYear: first.islamicYear + month / 12, month: month % 12 + 1, day: 1)
      resolution.end = next.adding(days: -1).iso
    }
    return resolution
  }
}
