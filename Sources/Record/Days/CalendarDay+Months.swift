extension CalendarDay {
  /// The same day of another month, or that month's last where it has no such day.
  package func adding(months: Int) -> CalendarDay {
    let parts = description.split(separator: "-").compactMap { Int($0) }
    let count = parts[0] * 12 + parts[1] - 1 + months
    let (year, month) = count.quotientAndRemainder(dividingBy: 12)
    for day in (28...31).reversed() where day <= max(28, parts[2]) {
      if let result = CalendarDay(year: year, month: month + 1, day: min(day, parts[2])) { return result }
    }
    return self
  }

  /// The first day of the month that it is in.
  package var startOfMonth: CalendarDay { CalendarDay(description.prefix(8) + "01") ?? self }

  /// The first day of the year that it is in.
  package var startOfYear: CalendarDay { CalendarDay(description.prefix(4) + "-01-01") ?? self }
}
