import Record

/// Reads the periods that people write: `2018`, `2018-01`, `2018-09-11`, `today`, `last week`, `3 months ago`, `next 2 weeks`,
/// `2018-01..2018-03`.
///
/// Weeks run from Monday to Sunday (ISO 8601).
public struct PeriodReader: Sendable {
  /// What relative words count from.
  package var today: CalendarDay

  package init(today: CalendarDay) { self.today = today }

  /// - Throws: ``QuestionError`` where `text` names no period.
  public func period(_ text: String) throws(QuestionError) -> Period {
    if let dots = text.firstRange(of: "..") {
      let first = text[..<dots.lowerBound]
      let last = text[dots.upperBound...]
      let period = Period(
        first: first.isEmpty ? nil : try simple(String(first)).first,
        last: last.isEmpty ? nil : try simple(String(last)).last)
      if period.isEmpty { throw QuestionError(.period, "“\(text)” ends before it begins") }
      return period
    }
    return try simple(text)
  }

  private func simple(_ text: String) throws(QuestionError) -> Period {
    let words = text.lowercased().split { $0.isWhitespace }.map(String.init)
    if words.count == 1, let period = written(words[0]) ?? named(words[0]) { return period }
    if let period = relative(words) { return period }
    throw QuestionError(
      .period,
      "“\(text)” is no date or period; write 2018, 2018-01, 2018-09-11, today, yesterday, “last week”, “3 months ago” "
        + "or 2018-01..2018-03")
  }

  /// A year, a month or a day in figures.
  private func written(_ word: String) -> Period? {
    if let day = CalendarDay(word) { return Period(first: day, last: day) }
    if word.utf8.count == 7, let first = CalendarDay(word + "-01") { return stretch(.month, from: first) }
    if word.utf8.count == 4, let first = CalendarDay(word + "-01-01") { return stretch(.year, from: first) }
    return nil
  }

  private func named(_ word: String) -> Period? {
    let offsets = ["today": 0, "yesterday": -1, "tomorrow": 1]
    return offsets[word].map { stretch(.day, from: today + $0) }
  }

  private func relative(_ words: [String]) -> Period? {
    switch words.count {
    case 2:
      guard let unit = Unit(words[1]), let offset = ["this": 0, "last": -1, "next": 1][words[0]] else { return nil }
      return stretch(unit, from: start(of: unit, offset: offset))
    case 3:
      // "3 weeks ago": from that day on, as a point; "last 3 weeks": up to today.
      if words[2] == "ago", let count = number(words[0]), let unit = Unit(words[1]) {
        return stretch(.day, from: moved(unit, -count))
      }
      guard let count = number(words[1]), count > 0, let unit = Unit(words[2]) else { return nil }
      switch words[0] {
      case "last", "past": return Period(first: moved(unit, -count), last: today)
      case "next": return Period(first: today, last: moved(unit, count))
      case "in": return stretch(.day, from: moved(unit, count))
      default: return nil
      }
    default: return nil
    }
  }

  private func number(_ word: String) -> Int? {
    if word == "a" || word == "one" { return 1 }
    guard let number = Int(word), (0...1000).contains(number) else { return nil }
    return number
  }

  /// The first day of the unit that today is in, moved by `offset` units.
  private func start(of unit: Unit, offset: Int) -> CalendarDay {
    switch unit {
    case .day: today + offset
    case .week: today + (1 - today.weekday + 7 * offset)
    case .month: today.startOfMonth.adding(months: offset)
    case .year: today.startOfYear.adding(months: 12 * offset)
    }
  }

  private func moved(_ unit: Unit, _ count: Int, from day: CalendarDay? = nil) -> CalendarDay {
    let day = day ?? today
    return switch unit {
    case .day: day + count
    case .week: day + 7 * count
    case .month: day.adding(months: count)
    case .year: day.adding(months: 12 * count)
    }
  }

  private func stretch(_ unit: Unit, from first: CalendarDay) -> Period {
    Period(first: first, last: moved(unit, 1, from: first) + -1)
  }

  private enum Unit {
    case day, week, month, year

    init?(_ word: String) {
      switch word {
      case "day", "days": self = .day
      case "week", "weeks": self = .week
      case "month", "months": self = .month
      case "year", "years": self = .year
      default: return nil
      }
    }
  }
}
