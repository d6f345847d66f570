internal import Knowledge

/// Dates by their numbers and names.
extension TimeGrammar {
  /// `2018-09-11`, `2018-09-11T10:35`, `11/9/2018`, `11.09.2018`.
  func numeric(_ at: Int) -> Found<TimeExpression>? {
    func glued(_ count: Int, by marks: String) -> Bool {
      (1...count).allSatisfy { isGlued(at + $0) } && marks.contains(text(at + 1)) && text(at + 3) == text(at + 1)
    }
    guard words.indices.contains(at + 4), words[at].shape == .digits, glued(4, by: "-/.") else { return nil }
    if let year = digits(at, 4...4), let month = digits(at + 2, 1...2), let day = digits(at + 4, 1...2),
      let date = CalendarDate(validYear: year, month: month, day: day)
    {
      if text(at + 5) == "t", isGlued(at + 5), let hour = digits(at + 6, 2...2), text(at + 7) == ":",
        let minute = digits(at + 8, 2...2)
      {
        var next = at + 9
        if text(next) == ":", digits(next + 1, 2...2) != nil { next += 2 }
        if text(next) == "z", isGlued(next) { next += 1 }
        return (.clock(hour: hour, minute: minute, of: .iso(date)), next)
      }
      return (.iso(date), at + 5)
    }
    guard let first = digits(at, 1...2), let second = digits(at + 2, 1...2) else { return nil }
    guard let short = digits(at + 4, 2...2) ?? digits(at + 4, 4...4) else { return nil }
    guard text(at + 1) != "-" || short >= 1000 else { return nil }
    let year = short >= 100 ? short : short < 50 ? 2000 + short : 1900 + short
    // With slashes and both orders possible, the American one; with dots always the day first.
    let american = text(at + 1) == "/" ? CalendarDate(validYear: year, month: first, day: second) : nil
    guard let date = american ?? CalendarDate(validYear: year, month: second, day: first) else { return nil }
    return (.iso(date), at + 5)
  }

  /// `14-Apr-2003`.
  private func hyphened(_ at: Int) -> Found<TimeExpression>? {
    guard let day = digits(at, 1...2), afterHyphen(at + 1) > at + 1, let month = month(at + 2),
      afterHyphen(at + 3) > at + 3, let year = digits(at + 4, 4...4),
      let date = CalendarDate(validYear: year, month: month, day: day)
    else { return nil }
    return (.iso(date), at + 5)
  }

  /// A date by names and numbers: "Tuesday, Sept. 11, 2018", "7 Apr 2021", "May 1995", "Friday", "the 1990s", "1961".
  func date(_ at: Int) -> Found<TimeExpression>? {
    if entry(at)?.weekday != nil, words[at].isCapitalized {
      var next = skip(at + 1, ".")
      next = skip(next, ",")
      if let found = monthFirst(next) ?? dayFirst(next) { return found }
    }
    if let found = hyphened(at) ?? monthFirst(at) ?? dayFirst(at) ?? monthAndYear(at) ?? season(at) {
      return joined(found)
    }
    if let found = weekday(at, step: nil) { return joined(found) }
    if let month = month(at), !(entry(at)?.isShort ?? true) { return joined((.month(month, .open(step: nil)), at + 1)) }
    return decade(at) ?? century(at) ?? yearExpression(at)
  }

  /// "March-May", "June 30-July 2": the stretch from `first` to the date after a dash.
  private func joined(_ first: Found<TimeExpression>) -> Found<TimeExpression> {
    let next = text(first.next) == "-" ? first.next + 1 : first.next
    guard next > first.next, let second = monthFirst(next) ?? monthAndYear(next) ?? weekday(next, step: nil) else {
      return first
    }
    switch (first.value, second.value) {
    case (.month(let month, .open(nil)), .month(_, let year)):
      return (.stretch(.month(month, year), second.value), second.next)
    case (.day(let month, let day, .open(nil)), .day(_, _, let year)):
      return (.stretch(.day(month: month, day: day, year), second.value), second.next)
    case (.weekday, .weekday): return (.stretch(first.value, second.value), second.next)
    default: return first
    }
  }

  /// The month named at `at`.
  func month(_ at: Int) -> Int? {
    guard let month = entry(at)?.month, words[at].isCapitalized else { return nil }
    return month
  }

  /// A day of the month in digits or as an ordinal, "5", "5th", "eighth".
  private func dayOfMonth(_ at: Int) -> Found<Int>? {
    if let day = digits(at, 1...2), (1...31).contains(day) {
      if isGlued(at + 1), ["st", "nd", "rd", "th"].contains(text(at + 1)) { return (day, at + 2) }
      // Of "10:35", "5,000" and "2.5" the first digits are no day.
      if isGlued(at + 1), isGlued(at + 2), [":", ",", "."].contains(text(at + 1)), word(at + 2)?.shape == .digits {
        return nil
      }
      if isGlued(at + 1), ["%", "/"].contains(text(at + 1)) || word(at + 1)?.shape == .letters { return nil }
      return (day, at + 1)
    }
    if let ordinal = entry(at)?.ordinal, ordinal <= 31 {
      if ordinal >= 20, afterHyphen(at + 1) > at + 1, let units = entry(at + 2)?.ordinal, units < 10 {
        return (ordinal + units, at + 3)
      }
      return (ordinal, at + 1)
    }
    return nil
  }

  /// "Sept. 11", "September 11th, 2018", "September 4-6".
  private func monthFirst(_ at: Int) -> Found<TimeExpression>? {
    guard let month = month(at) else { return nil }
    let start = skip(skip(at + 1, "."), "the")
    guard let day = dayOfMonth(start), CalendarDate.days(inMonth: month, of: 2000) >= day.value else { return nil }
    // "May first said": an ordinal in words is a day only where nothing else would do.
    if word(start)?.shape == .letters, start == at + 1, entry(start + 1)?.unit != nil { return nil }
    var last: Found<Int>?
    if ["-", "to", "and"].contains(text(day.next)), let second = dayOfMonth(day.next + 1), second.value > day.value,
      word(day.next + 1)?.shape == .digits, entry(second.next)?.month == nil, entry(second.next)?.unit == nil,
      text(day.next) == "-" || text(day.next) == "and" && second.value == day.value + 1
        || text(day.next) == "to" && text(at - 1) == "from"
    {
      last = second
    }
    let end = last?.next ?? day.next
    let (year, next) = yearAfter(end)
    let first = TimeExpression.day(month: month, day: day.value, year)
    guard let last else { return (first, next) }
    // Two days, of which the second is an expression of its own.
    if text(day.next) == "and" { return (first, day.next) }
    return (.stretch(first, .day(month: month, day: last.value, year)), next)
  }

  /// The second of two days of a month, "24 and 25 May" written month first: "May 24 and 25".
  func secondDay(_ at: Int, after first: TimeMatch) -> Found<TimeExpression>? {
    guard text(at - 1) == "and", case .day(let month, let day, _) = first.expression,
      word(first.words.upperBound - 1)?.shape == .digits, word(at)?.shape == .digits, let second = dayOfMonth(at),
      second.value == day + 1, entry(second.next)?.month == nil, entry(second.next)?.unit == nil
    else { return nil }
    let (year, next) = yearAfter(second.next)
    return (.day(month: month, day: second.value, year), next)
  }

  /// "the 28th", "the 3rd of last month", the article before `at`.
  func monthDay(_ at: Int) -> Found<TimeExpression>? {
    guard word(at)?.shape == .digits, let day = dayOfMonth(at), day.next == at + 2 else { return nil }
    let next = day.next
    if text(next) == "of" {
      let start = skip(next + 1, "the")
      if text(start) == "month", start > next + 1 { return (.monthDay(day.value, step: 0), start + 1) }
      guard let step = entry(start)?.step, entry(start + 1)?.unit == TimeUnit(.month), text(start + 1) == "month" else {
        return nil
      }
      return (.monthDay(day.value, step: step), start + 2)
    }
    guard ["on", "by", "until", "till", "since", "from", "before", "after"].contains(text(at - 2)) else { return nil }
    guard isClosed(next) || ["and", "to", "but", "when", "in", "at", "for", "with", "as"].contains(text(next)) else {
      return nil
    }
    return (.monthDay(day.value, step: nil), next)
  }

  /// "11 September 2018", "the 11th of September", "4-6 September".
  private func dayFirst(_ at: Int) -> Found<TimeExpression>? {
    guard let day = dayOfMonth(at) else { return nil }
    var days = [day.value]
    var next = day.next
    if ["-", "to", "and"].contains(text(next)), let second = dayOfMonth(next + 1), second.value > day.value,
      word(next + 1)?.shape == .digits
    {
      days.append(second.value)
      next = second.next
    }
    let ofMonth = skip(next, "of")
    guard let month = month(ofMonth), CalendarDate.days(inMonth: month, of: 2000) >= days[days.count - 1] else {
      return nil
    }
    guard word(at)?.shape == .digits || ofMonth > next else { return nil }
    let dot = entry(ofMonth)?.isShort == true && text(ofMonth + 1) == "." && isGlued(ofMonth + 1)
    let (year, end) = yearAfter(dot ? ofMonth + 2 : ofMonth + 1)
    let first = TimeExpression.day(month: month, day: days[0], year)
    // A full stop that ends the sentence is not the abbreviation's.
    let close = dot && end == ofMonth + 2 && word(end)?.isCapitalized != false ? ofMonth + 1 : end
    guard days.count == 2 else { return (first, close) }
    return (.stretch(first, .day(month: month, day: days[1], year)), close)
  }

  /// The year after a day or a month: "2018", ", 2018", "of last year", "this year".
  func yearAfter(_ at: Int) -> Found<TimeExpression.Year> {
    let start = skip(at, ",", "of")
    if let year = year(start) { return (.number(year.value), year.next) }
    if text(start) == "'" || text(at) == "'", let short = digits(start + 1, 2...2), isGlued(start + 1) {
      return (.number(short < 50 ? 2000 + short : 1900 + short), start + 2)
    }
    if text(at) != ",", let step = entry(start)?.step, let unit = entry(start + 1)?.unit, unit == TimeUnit(.year) {
      return (.relative(step), start + 2)
    }
    return (.open(step: nil), at)
  }

  /// "May 1995", "Oct. of last year".
  private func monthAndYear(_ at: Int) -> Found<TimeExpression>? {
    guard let month = month(at) else { return nil }
    let (year, next) = yearAfter(skip(at + 1, "."))
    if case .open = year { return nil }
    return (.month(month, year), next)
  }

  /// "spring 2014", "the summer of 2010"; alone where the parser does not object.
  func season(_ at: Int) -> Found<TimeExpression>? {
    guard let season = entry(at)?.season else { return nil }
    let (year, next) = yearAfter(at + 1)
    if case .open = year {
      let before = text(at - 1)
      guard ["the", "in", "by", "until", "since", "early", "late", "mid", "-", "of", "during"].contains(before) else {
        return nil
      }
    }
    return (.season(season, year), next)
  }

  /// A weekday with the part of the day, "Tuesday night".
  func weekday(_ at: Int, step: Int?) -> Found<TimeExpression>? {
    guard let entry = entry(at), let weekday = entry.weekday, words[at].isCapitalized, !entry.isShort else {
      return nil
    }
    let week = skip(at + 1, "of")
    if step == nil, let weeks = self.entry(week)?.step, self.entry(week + 1)?.unit == TimeUnit(.week),
      self.entry(week + 1)?.isPlural == false
    {
      return (.weekdayOfWeek(weekday, step: weeks), week + 2)
    }
    let day = TimeExpression.weekday(weekday, step: step)
    // "Friday night" is dated by its day, as most annotators have it; the words keep the night.
    return (day, self.entry(at + 1)?.dayPart == nil ? at + 1 : at + 2)
  }

  /// A year of four digits, or in words ("nineteen ninety-six").
  func year(_ at: Int) -> Found<Int>? {
    guard let word = word(at) else { return nil }
    if word.shape == .digits {
      guard let year = digits(at, 4...4), (1000...2100).contains(year),
        !lexicon.numbered.contains(text(text(at - 1) == "." ? at - 2 : at - 1)),
        !isCount(word)
      else { return nil }
      if isGlued(at + 1) {
        if [":", "%", "/"].contains(text(at + 1)) || self.word(at + 1)?.shape == .letters { return nil }
        if [",", "."].contains(text(at + 1)), isGlued(at + 2), self.word(at + 2)?.shape == .digits { return nil }
      }
      if let unit = entry(at + 1)?.unit, unit.letter != .quarter, unit.letter != .second { return nil }
      return (year, at + 1)
    }
    guard let century = entry(at)?.number, (17...20).contains(century), let rest = entry(at + 1)?.number, rest >= 10,
      rest < 100
    else { return nil }
    let units = afterHyphen(at + 2)
    if rest >= 20, let unit = entry(units)?.number, unit < 10 { return (century * 100 + rest + unit, units + 1) }
    return (century * 100 + rest, at + 2)
  }

  /// "1961", "2014-16", "1914-1918".
  private func yearExpression(_ at: Int) -> Found<TimeExpression>? {
    // "2013/14"
    if let first = digits(at, 4...4), (1900...2060).contains(first), text(at + 1) == "/", isGlued(at + 1),
      isGlued(at + 2), let last = digits(at + 2, 2...2), last == (first + 1) % 100,
      !isGlued(at + 3) || isClosed(at + 3),
      text(at + 3) != "/"
    {
      return (.stretch(.year(first), .year(first + 1)), at + 3)
    }
    guard let first = year(at) else { return nil }
    if text(first.next) == "-", isGlued(first.next), isGlued(first.next + 1), text(first.next + 2) != "-" {
      if let last = digits(first.next + 1, 4...4), last > first.value, last <= 2100 {
        return (.stretch(.year(first.value), .year(last)), first.next + 2)
      }
      if let last = digits(first.next + 1, 2...2), last > first.value % 100 {
        return (.stretch(.year(first.value), .year(first.value / 100 * 100 + last)), first.next + 2)
      }
    }
    return (.year(first.value), first.next)
  }

  /// "1990s", "'90s", "nineties".
  private func decade(_ at: Int) -> Found<TimeExpression>? {
    if let decade = entry(at)?.decade { return (.shortDecade(decade), at + 1) }
    let start = skip(at, "'")
    var end = start + 1
    if text(end) == "'", isGlued(end) { end += 1 }
    guard text(end) == "s", isGlued(end) else { return nil }
    if start == at, let year = digits(at, 4...4), (1000...2100).contains(year), year % 10 == 0 {
      return (.decade(year / 10), end + 1)
    }
    if let tens = digits(start, 2...2), tens % 10 == 0,
      start > at || text(at - 1) == "the" || entry(at - 1)?.part != nil
    {
      return (.shortDecade(tens / 10), end + 1)
    }
    return nil
  }

  /// "20th century", "nineteenth-century".
  private func century(_ at: Int) -> Found<TimeExpression>? {
    var next = at + 1
    var ordinal = entry(at)?.ordinal
    if let number = digits(at, 1...2), ["st", "nd", "rd", "th"].contains(text(next)), isGlued(next) {
      ordinal = number
      next += 1
    } else if let tens = entry(at)?.number, tens == 20, let units = entry(afterHyphen(at + 1))?.ordinal, units < 10 {
      ordinal = tens + units
      next = afterHyphen(at + 1) + 1
    }
    next = afterHyphen(next)
    guard let ordinal, ordinal > 0, entry(next)?.unit?.factor == 100, entry(next)?.isPlural == false else { return nil }
    return (.century(ordinal - 1), next + 1)
  }
}
