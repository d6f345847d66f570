internal import Knowledge
internal import Record

/// Turns what the words say into a day or a period of the calendar, as far as what is known allows.
///
/// It goes through the expressions of a story in order and remembers what the last ones meant.
struct TimeResolver {
  let published: CalendarDate?

  /// A resolved expression.
  struct Resolution {
    var type: TimeType
    var value: String
    var period: CalendarPeriod?
    var end: String?
    var anchor: TimeMention.Anchor?
    var basis: Basis = .text
    /// Whether it counts from a day that is not known.
    var isUnanchored = false
  }

  /// What is known where an expression stands.
  struct Context {
    var tense: Tense?
    var looksAhead: Bool { tense == .future || tense == .prospect }
    /// Whether "since" leads the expression: what goes on since then began before the publication.
    var isSince = false
    /// The time last spoken of in the same passage.
    var narrative: (index: Int, period: CalendarPeriod)?
    /// Whether that stands in the same sentence.
    var isSameSentence = false
    /// Whether that stands there at the sentence's beginning and sets its time ("In 1991, …").
    var isLed = false
    /// The time last spoken of anywhere.
    var last: (index: Int, period: CalendarPeriod)?
    /// The period that figures are reported for.
    var report = Report()
    /// Where a stretch begins that the expression ends: "from Monday to Friday".
    var start: CalendarPeriod?
    /// Whether the expression stands alone beside the story, in a dateline for instance: the nearest day is meant.
    var isNearest = false
  }

  /// What an expression means; the end of a stretch comes after its start.
  func resolve(_ expression: TimeExpression, in context: Context) -> Resolution {
    let resolution = resolveAlone(expression, in: context)
    guard let start = context.start, let period = resolution.period, period.day < start.day,
      period.granularity == start.granularity
    else { return resolution }
    let later: CalendarPeriod? =
      switch expression {
      case .weekday(_, nil): period.shifted(by: 7, TimeUnit(.day))
      case .day(_, _, .open), .month(_, .open):
        CalendarPeriod(granularity: period.granularity, day: period.day.adding(months: 12))
      default: nil
      }
    guard let later, later.day > start.day else { return resolution }
    return known(later, basis: .inferred, anchor: resolution.anchor)
  }

  private func resolveAlone(_ expression: TimeExpression, in context: Context) -> Resolution {
    switch expression {
    case .iso(let date): return known(.init(granularity: .day, day: date))
    case .year(let year): return known(.init(granularity: .year, day: .init(year: year, month: 1, day: 1)))
    case .decade(let decade): return known(.init(granularity: .decade, day: .init(year: decade * 10, month: 1, day: 1)))
    case .century(let century):
      return known(.init(granularity: .century, day: .init(year: max(1, century * 100), month: 1, day: 1)))
    case .shortDecade(let tens): return shortDecade(tens)
    case .day(let month, let day, let year): return dayOfYear(month: month, day: day, year, context)
    case .month(let month, let year): return month_(month, year, context)
    case .season(let letters, let year): return season(letters, year, context)
    case .quarter(let quarter, let year):
      return part(of: year, .quarter, month: quarter * 3 - 2, length: 3, context, open: "XXXX-Q\(quarter)")
    case .half(let half, let year):
      return part(of: year, .half, month: half * 6 - 5, length: 6, context, open: "XXXX-H\(half)")
    case .holiday(let holiday, let year): return self.holiday(holiday, year, context)
    case .weekday(let weekday, let step): return self.weekday(weekday, step: step, context)
    case .weekdayOfWeek(let weekday, let step):
      return fromPublished(open: "XXXX-WXX-\(weekday)") {
        $0.shifted(by: weekday - $0.day.weekday + 7 * step, TimeUnit(.day))
      }
    case .daysFromToday(let days):
      return fromPublished(open: "XXXX-XX-XX") { $0.shifted(by: days, TimeUnit(.day)) }
    case .calendar(let unit, let step): return calendar(unit, step: step, context)
    case .shift(-1, TimeUnit(.year)) where context.report.isKnown: return reported(.relative(-1), context)
    case .shift(let count, let unit):
      return fromPublished(open: Self.open(unit)) { $0.shifted(by: count, unit) }
    case .narrative(-1, TimeUnit(.year)) where context.report.isKnown: return reported(.relative(-1), context)
    case .narrative(let count, let unit): return narrative(count, unit, context)
    case .reported(let year): return reported(year, context)
    case .beside(let day, let count, let unit):
      var resolution = resolve(day, in: context)
      resolution.period = resolution.period?.shifted(by: count, unit)
      resolution.value = resolution.period?.value ?? Self.open(unit)
      return resolution
    case .monthDay(let day, let step): return monthDay(day, step: step, context)
    case .clock(let hour, let minute, let day): return clock(hour, minute, day, context)
    case .part(let letters, let day):
      var resolution = resolve(day, in: context)
      resolution.type = .time
      resolution.value += letters
      return resolution
    case .then:
      guard let (index, anchor) = context.narrative ?? context.last else {
        return Resolution(type: .date, value: "PAST_REF")
      }
      return known(anchor, anchor: .time(index))
    case .duration(let value): return Resolution(type: .duration, value: value)
    case .set(let value): return Resolution(type: .set, value: value)
    case .reference(let value): return Resolution(type: .date, value: value)
    case .stretch(let first, let last):
      let end = resolve(last, in: context)
      var resolution = resolve(first, in: context)
      // Both ends lie in order: a day without a year takes the last one's.
      if let from = resolution.period, let to = end.period, from.day > to.day, end.basis == .inferred,
        let later = resolve(last, in: Context(narrative: (0, from), isSameSentence: true)).period, later.day > from.day
      {
        resolution.end = later.value
        return resolution
      }
      resolution.end = end.value
      return resolution
    }
  }

  /// Whether a resolved expression lies ahead of the publication; in its own day or month where the clause says so.
  func isAhead(_ resolution: Resolution, in context: Context, isLater: Bool) -> Bool {
    guard resolution.type == .date || resolution.type == .time else { return false }
    guard let published, let period = resolution.period else { return context.looksAhead }
    if period.day > published { return true }
    let covers = CalendarPeriod(granularity: period.granularity, day: published).value == period.value
    return covers && (context.looksAhead || isLater && context.tense != .past)
  }

  // MARK: - Parts of the year

  func known(_ period: CalendarPeriod, basis: Basis = .text, anchor: TimeMention.Anchor? = nil) -> Resolution {
    Resolution(type: .date, value: period.value, period: period, anchor: anchor, basis: basis)
  }

  func unanchored(_ value: String) -> Resolution { Resolution(type: .date, value: value, isUnanchored: true) }

  private func fromPublished(open: String, _ period: (CalendarPeriod) -> CalendarPeriod?) -> Resolution {
    guard let published else { return unanchored(open) }
    guard let found = period(CalendarPeriod(granularity: .day, day: published)) else {
      return Resolution(type: .date, value: "PAST_REF", anchor: .published)
    }
    return known(found, anchor: .published)
  }

  private func dayOfYear(month: Int, day: Int, _ year: TimeExpression.Year, _ context: Context) -> Resolution {
    func period(_ year: Int) -> CalendarPeriod? {
      CalendarDate(validYear: year, month: month, day: day).map { CalendarPeriod(granularity: .day, day: $0) }
    }
    let open = "XXXX-\(padded(month, 2))-\(padded(day, 2))"
    return inYear(year, context, open: open, leeway: 0, period)
  }

  private func month_(_ month: Int, _ year: TimeExpression.Year, _ context: Context) -> Resolution {
    part(of: year, .month, month: month, length: 1, context, open: "XXXX-\(padded(month, 2))")
  }

  private func part(
    of year: TimeExpression.Year, _ granularity: CalendarPeriod.Granularity, month: Int, length: Int,
    _ context: Context, open: String
  ) -> Resolution {
    inYear(year, context, open: open, leeway: 31 * length - 1) {
      CalendarPeriod(granularity: granularity, day: CalendarDate(year: $0, month: month, day: 1))
    }
  }

  private func season(_ letters: String, _ year: TimeExpression.Year, _ context: Context) -> Resolution {
    let month = ["SP": 3, "SU": 6, "FA": 9][letters] ?? 12
    return part(of: year, .season(letters), month: month, length: 3, context, open: "XXXX-\(letters)")
  }

  /// A part of a year that may not be said. `leeway` is how many days after its first the part still goes on.
  func inYear(
    _ year: TimeExpression.Year, _ context: Context, open: String, leeway: Int, _ period: (Int) -> CalendarPeriod?
  ) -> Resolution {
    switch year {
    case .number(let year): return period(year).map { known($0) } ?? Resolution(type: .date, value: open)
    case .relative(let step):
      guard let published else { return unanchored(open) }
      return period(published.year + step).map { known($0, anchor: .published) } ?? Resolution(type: .date, value: open)
    case .open(let step):
      if step == nil, let (index, anchor) = narrativeYear(context) {
        for year in [anchor.day.year, anchor.day.year + 1] {
          if let found = period(year), anchor.granularity == .year || found.day >= anchor.day,
            published.map({ found.day <= $0 }) ?? true
          {
            return known(found, basis: .inferred, anchor: .time(index))
          }
        }
      }
      guard let published else { return unanchored(open) }
      let candidates = [-1, 0, 1].compactMap { period(published.year + $0) }
      func distance(_ period: CalendarPeriod) -> Int { period.day.dayNumber - published.dayNumber }
      let past = candidates.last { distance($0) <= 0 }
      let future = candidates.first { distance($0) + leeway >= 0 }
      let nearest = candidates.min { abs(distance($0) + leeway / 2) < abs(distance($1) + leeway / 2) }
      let found: CalendarPeriod?
      switch (step, context.tense) {
      case (-1, _): found = candidates.last { distance($0) + leeway < 0 }
      case (0, _): found = period(published.year)
      case (1, _): found = candidates.first { distance($0) > 0 }
      case _ where context.isNearest: found = nearest
      case _ where context.isSince: found = past
      case (_, .future), (_, .prospect): found = likelier(future, than: past, distance, leeway)
      // Figures of a quarter are told when it is over.
      case (_, .past) where leeway > 60: found = past
      case (_, .past): found = likelier(past, than: future, distance, leeway)
      // "He leaves on January 20."
      case (_, .present) where leeway == 0: found = nearest
      default: found = nearest.map { distance($0) > 45 ? past ?? $0 : $0 }
      }
      return found.map { known($0, basis: .inferred, anchor: .published) } ?? Resolution(type: .date, value: open)
    }
  }

  /// `told` by the tense, unless it lies most of a year away and `other` close by: who means a far day says the year.
  private func likelier(
    _ told: CalendarPeriod?, than other: CalendarPeriod?, _ distance: (CalendarPeriod) -> Int, _ leeway: Int
  ) -> CalendarPeriod? {
    guard let told, let other else { return told ?? other }
    return abs(distance(told)) > (leeway > 60 ? 150 : 230) && abs(distance(other)) <= 62 + leeway ? other : told
  }

  /// The time last spoken of, where it lends its year to a month or a day without one: well before the publication, and
  /// known by the month, or standing in the same sentence.
  private func narrativeYear(_ context: Context) -> (Int, CalendarPeriod)? {
    guard let (index, anchor) = context.narrative,
      anchor.isFine || anchor.granularity == .year && context.isLed
    else { return nil }
    guard let published else { return (index, anchor) }
    let age = published.dayNumber - anchor.day.dayNumber
    guard age > 150, !context.looksAhead else { return nil }
    return (index, anchor)
  }

  private func shortDecade(_ tens: Int) -> Resolution {
    let latest = (published?.year ?? 2029) / 10
    let decade = latest - ((latest - tens) % 10 + 10) % 10
    // "The twenties" are those of the last century until those of this one are over.
    return known(.init(granularity: .decade, day: .init(year: decade * 10, month: 1, day: 1)), basis: .inferred)
  }

  // MARK: - Beside the day of publication

  private func weekday(_ weekday: Int, step: Int?, _ context: Context) -> Resolution {
    guard let published else { return unanchored("XXXX-WXX-\(weekday)") }
    let back = (published.weekday - weekday + 7) % 7
    let days: Int
    switch (step, context.tense) {
    case (-1, _): days = back == 0 ? -7 : -back
    // What is next and would be tomorrow is a week later.
    case (1, _): days = back == 6 ? 8 : 7 - back
    case (0, .past): days = -back
    case (0, _): days = weekday - published.weekday
    // Of the day before, what only lies ahead in its clause is over: "a rally planned for Saturday was called off".
    case (_, .prospect) where back == 1: days = -1
    case (_, .future), (_, .prospect): days = back == 0 ? 0 : 7 - back
    // In the present tense a day far back in the week is the one that comes.
    case (_, .present): days = back <= 2 ? -back : 7 - back
    default: days = -back
    }
    return known(.init(granularity: .day, day: published.adding(days: days)), basis: .inferred, anchor: .published)
  }

  func calendar(_ unit: TimeUnit, step: Int?, _ context: Context) -> Resolution {
    guard let published else { return unanchored(Self.open(unit)) }
    var count = step ?? 0
    if unit.letter == .weekend, step != 0 {
      // Weekdays look back at the weekend before; at the weekend it is this one.
      let isWeekend = published.weekday >= 6
      count = step == nil ? (context.looksAhead || isWeekend ? 0 : -1) : count
    }
    let today = CalendarPeriod(granularity: .day, day: published)
    guard let period = today.shifted(by: count, unit)?.widened(to: unit) else {
      return Resolution(type: .date, value: Self.open(unit))
    }
    return known(period, basis: step == nil ? .inferred : .text, anchor: .published)
  }

  private func narrative(_ count: Int, _ unit: TimeUnit, _ context: Context) -> Resolution {
    if let (index, quarter) = context.report.current, count <= 0, unit == TimeUnit(.quarter),
      let period = quarter.shifted(by: count, unit)
    {
      return known(period, basis: .inferred, anchor: .time(index))
    }
    if let (index, anchor) = context.narrative ?? context.last, let period = anchor.shifted(by: count, unit) {
      guard anchor.rank >= period.rank else {
        // A day in a year that alone is known remains one of its days.
        return Resolution(
          type: .date, value: anchor.value + (anchor.rank == 0 ? String(Self.open(unit).dropFirst(4)) : "-XX"),
          anchor: .time(index))
      }
      return known(period, anchor: .time(index))
    }
    // Without a story of its own it counts from today.
    guard let published else { return unanchored(Self.open(unit)) }
    guard let period = CalendarPeriod(granularity: .day, day: published).shifted(by: count, unit) else {
      return Resolution(type: .date, value: Self.open(unit))
    }
    return known(period, basis: .inferred, anchor: .published)
  }

  /// A day of a month that is not said, on the side that the tense tells, or in the month last spoken of.
  private func monthDay(_ day: Int, step: Int?, _ context: Context) -> Resolution {
    func period(_ month: CalendarDate) -> CalendarPeriod? {
      CalendarDate(validYear: month.year, month: month.month, day: day).map { .init(granularity: .day, day: $0) }
    }
    let open = "XXXX-XX-\(padded(day, 2))"
    if step == nil, let (index, anchor) = context.narrative, anchor.isFine, !context.looksAhead,
      let found = period(anchor.day), found.day >= anchor.day,
      published.map({ $0.dayNumber - anchor.day.dayNumber > 45 }) ?? true
    {
      return known(found, basis: .inferred, anchor: .time(index))
    }
    guard let published else { return unanchored(open) }
    let months = (-2...2).map { published.adding(months: $0) }
    let found: CalendarPeriod?
    if let step {
      found = period(published.adding(months: step))
    } else if context.looksAhead {
      found = months.lazy.compactMap(period).first { $0.day >= published }
    } else if context.tense == .past || context.isSince {
      found = months.reversed().lazy.compactMap(period).first { $0.day <= published }
    } else {
      found = months.compactMap(period).min {
        abs($0.day.dayNumber - published.dayNumber) < abs($1.day.dayNumber - published.dayNumber)
      }
    }
    guard let found else { return Resolution(type: .date, value: open) }
    return known(found, basis: step == nil ? .inferred : .text, anchor: .published)
  }

  private func clock(_ hour: Int, _ minute: Int, _ day: TimeExpression?, _ context: Context) -> Resolution {
    var resolution: Resolution
    if let day {
      resolution = resolve(day, in: context)
    } else if let (index, anchor) = context.narrative, anchor.granularity == .day, context.isSameSentence {
      resolution = known(anchor, anchor: .time(index))
    } else {
      resolution = fromPublished(open: "XXXX-XX-XX") { $0 }
      resolution.basis = .inferred
    }
    resolution.type = .time
    resolution.value += "T\(padded(hour, 2)):\(padded(minute, 2))"
    return resolution
  }

  /// The value of a unit that is not known.
  private static func open(_ unit: TimeUnit) -> String {
    switch unit.letter {
    case .year: unit.factor >= 100 ? "XX" : unit.factor >= 10 ? "XXX" : "XXXX"
    case .quarter: "XXXX-QX"
    case .month: "XXXX-XX"
    case .week: "XXXX-WXX"
    case .weekend: "XXXX-WXX-WE"
    default: "XXXX-XX-XX"
    }
  }
}
