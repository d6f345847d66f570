internal import Knowledge

/// Expressions that count from another day: "last week", "the following year", "Tuesday night", "this morning".
extension TimeGrammar {
  /// A period by its place beside today or the time last spoken of, and quarters and halves.
  func period(_ at: Int, article: Bool) -> Found<TimeExpression>? {
    if let found = (article ? nthOfMonth(at) : nil) ?? quarterOrHalf(at) ?? reported(at, article: article)
      ?? stepped(at, article: article) ?? narrated(at)
    {
      return found
    }
    if article, let found = monthDay(at) ?? besideThen(at) { return found }
    if text(at) == "weekend", article || text(at - 1) == "-" {
      return (.calendar(TimeUnit(.weekend), step: nil), at + 1)
    }
    if text(at) == "fiscal" || text(at) == "year" {
      let start = text(at) == "fiscal" ? skip(at + 1, "year") : at + 1
      if let year = year(start) { return (.year(year.value), year.next) }
      if article, text(start) == "two", text(start + 1) == "thousand" { return (.year(2000), start + 2) }
    }
    // "by year-end", "at year's end"
    if text(at) == "year" {
      let next = text(at + 1) == "'" ? skip(at + 2, "s") : skip(at + 1, "-")
      if text(next) == "end" { return (.calendar(TimeUnit(.year), step: 0), next + 1) }
    }
    // "the first nine months"
    if let ordinal = entry(at)?.ordinal, ordinal == 1 || article, let found = amount(at + 1),
      case .duration = found.value,
      entry(at + 1)?.number != nil || word(at + 1)?.number != nil || entry(at + 1)?.isVague == true
    {
      return found
    }
    return nil
  }

  /// "the third Tuesday of May", "the first week of October", "the last Friday in June 2004".
  private func nthOfMonth(_ at: Int) -> Found<TimeExpression>? {
    let last = text(at) == "last"
    guard let nth = last ? 5 : entry(at)?.ordinal, (1...5).contains(nth), ["of", "in"].contains(text(at + 2)),
      let month = month(at + 3)
    else { return nil }
    let (year, next) = yearAfter(at + 4)
    if let weekday = entry(at + 1)?.weekday {
      return (.holiday(.nth(month: month, weekday: weekday, nth: nth), year), next)
    }
    guard text(at + 1) == "week" else { return nil }
    // A week is the month's in which most of its days are.
    let day = last ? CalendarDate.days(inMonth: month, of: 2001) - 3 : 7 * nth - 3
    return (.beside(.day(month: month, day: day, year), 0, TimeUnit(.week)), next)
  }

  /// "the year before", "the day after", where no event follows from which to count.
  private func besideThen(_ at: Int) -> Found<TimeExpression>? {
    guard let entry = entry(at), let unit = entry.unit, !entry.isPlural, unit.letter.isCalendar,
      text(at + 1) == "before" || text(at + 1) == "after",
      isClosed(at + 2) || ["in", "at", "and", "but", "for"].contains(text(at + 2))
    else { return nil }
    let then = TimeExpression.narrative(text(at + 1) == "before" ? -1 : 1, unit)
    return (entry.dayPart.map { .part($0, of: then) } ?? then, at + 2)
  }

  /// "the day before Easter", "a week after May 5", "the week of March 6".
  func beside(_ start: Int) -> Found<TimeExpression>? {
    let at = skip(start, "the")
    guard let unit = entry(at)?.unit, entry(at)?.isPlural == false, text(at) == "day" || text(at) == "week" else {
      return nil
    }
    let steps = ["before": -1, "after": 1, "of": 0, "beginning": 0, "starting": 0, "ending": 0, "ended": 0]
    guard let step = steps[text(at + 1)], (step == 0) == (unit.letter == .week) else { return nil }
    let day = skip(at + 2, "on")
    guard let found = date(day) ?? phrase(day) ?? stepped(day, article: false), found.value.isOneDay else { return nil }
    return (.beside(found.value, step, unit), found.next)
  }

  /// "last week", "this coming Friday", "next March", "the past two years".
  private func stepped(_ at: Int, article: Bool) -> Found<TimeExpression>? {
    guard var step = entry(at)?.step else { return nil }
    // "It will last two weeks."
    if text(at) == "last", text(at - 1) == "to" || Self.modals.contains(text(at - 1)) { return nil }
    var next = at + 1
    if step == 0, let second = entry(next)?.step, second != 0 { (step, next) = (second, next + 1) }
    if let holiday = phraseMatch(next), case .holiday(let day) = holiday.value {
      return (.holiday(day, .open(step: step)), holiday.next)
    }
    if text(next) == "fiscal" { next += 1 }
    guard let entry = entry(next) else { return quantified(next, step: step) }
    if let found = weekday(next, step: step) { return found }
    if let month = month(next), !entry.isShort {
      if let found = date(next), case .day = found.value { return found }
      return (.month(month, .open(step: step)), next + 1)
    }
    if let season = entry.season {
      return (.season(season, .open(step: step)), next + 1)
    }
    if let unit = entry.unit, !entry.isPlural {
      guard unit.letter.isCalendar else { return nil }
      if unit.letter == .day { return article && step == 1 ? dayOn(.narrative(1, unit), next + 1) : nil }
      // "a second week" and "last quarter" apart from "the last week of March", which is the month's own.
      if text(next + 1) == "of", step == -1, article { return nil }
      return (.calendar(unit, step: step), next + 1)
    }
    return quantified(next, step: step)
  }

  /// "last two weeks", "next few months": a length of time.
  private func quantified(_ at: Int, step: Int) -> Found<TimeExpression>? {
    guard entry(at - 1)?.step != 0, quantity(at) != nil, let found = amount(at), case .duration = found.value else {
      return nil
    }
    return found
  }

  /// "the following year", "the same day", "that month", "the next morning".
  private func narrated(_ at: Int) -> Found<TimeExpression>? {
    guard let direction = entry(at)?.narrative else { return nil }
    var next = at + 1
    if text(at) == "that", text(next) == "same" { next += 1 }
    guard let entry = entry(next) else { return nil }
    if let part = entry.dayPart, text(at) == "that" || direction != 0 {
      return (.part(part, of: .narrative(direction, TimeUnit(.day))), next + 1)
    }
    guard let unit = entry.unit, !entry.isPlural, unit.letter.isCalendar else { return nil }
    return unit.letter == .day ? dayOn(.narrative(direction, unit), next + 1) : (.narrative(direction, unit), next + 1)
  }

  private func dayOn(_ day: TimeExpression, _ next: Int) -> Found<TimeExpression> { (day, next) }

  /// "this morning", "the next morning", "tomorrow night", "yesterday".
  func partOfDay(_ at: Int) -> Found<TimeExpression>? {
    if let found = earlyHours(at) { return found }
    var start = afterHyphen(skip(at, "early", "late", "mid"))
    if start > at, let part = entry(start)?.dayPart {
      if let day = partOfDay(start + 1) ?? weekday(start + 1, step: nil) {
        return (.part(part, of: day.value), day.next)
      }
      if text(at) == "mid" { return (.part(part, of: .daysFromToday(0)), start + 1) }
    }
    if let step = entry(start)?.step, let part = entry(start + 1)?.dayPart {
      guard step <= 0 else { return nil }
      return (.part(part, of: .daysFromToday(step)), start + 2)
    }
    let article = skip(start, "the")
    if article > start, text(article) == "next" || text(article) == "following" || text(article) == "previous",
      let part = entry(article + 1)?.dayPart
    {
      return (.part(part, of: .narrative(text(article) == "previous" ? -1 : 1, TimeUnit(.day))), article + 2)
    }
    if start == at, entry(at)?.part == "AFTER" || entry(at)?.part == "BEFORE" { start += 1 }
    guard let phrase = phraseMatch(start), case .day(let days, let part) = phrase.value else { return nil }
    let day = TimeExpression.daysFromToday(days)
    if let part { return (.part(part, of: day), phrase.next) }
    return (day, entry(phrase.next)?.dayPart == nil ? phrase.next : phrase.next + 1)
  }

  /// "the early hours of Thursday", "the early morning hours of May 5".
  private func earlyHours(_ start: Int) -> Found<TimeExpression>? {
    let at = skip(start, "the")
    guard ["early", "small", "wee"].contains(text(at)) else { return nil }
    let hours = skip(at + 1, "morning")
    guard text(hours) == "hours", text(hours + 1) == "of", let found = date(hours + 2) ?? partOfDay(hours + 2) else {
      return nil
    }
    let day = if case .part(_, let day) = found.value { day } else { found.value }
    return day.isOneDay ? (.part("TMO", of: day), found.next) : nil
  }

  /// "since then", "until then".
  func then(_ at: Int) -> Found<TimeExpression>? {
    guard text(at) == "then", ["since", "until", "till", "by", "before", "from"].contains(text(at - 1)) else {
      return nil
    }
    return (.then, at + 1)
  }

  /// The longest phrase of the lexicon that begins at `at`.
  func phraseMatch(_ at: Int) -> Found<TimeWords.Phrase>? {
    guard let first = word(at), first.shape == .letters, let candidates = lexicon.phrases[first.text] else {
      return nil
    }
    for candidate in candidates
    where candidate.rest.indices.allSatisfy({ text(at + 1 + $0) == candidate.rest[$0] }) {
      return (candidate.phrase, at + 1 + candidate.rest.count)
    }
    return nil
  }

  /// "now", "recently", "daily", "Christmas 2010".
  func phrase(_ at: Int) -> Found<TimeExpression>? {
    guard let found = phraseMatch(at) else { return nil }
    switch found.value {
    case .reference(let value):
      // "the past four years", "as soon as", "soon after"
      if let next = entry(found.next), next.unit != nil || next.number != nil || next.isVague { return nil }
      if ["few", "couple"].contains(text(found.next)) || word(found.next)?.shape == .digits { return nil }
      if text(at) == "soon", ["as", "after"].contains(text(found.next)) { return nil }
      // "The future of the alliance" is its fate.
      if text(found.next - 1) == "future", text(found.next) == "of" { return nil }
      return (.reference(value), found.next)
    case .length(let value): return (.duration(value), found.next)
    case .set(let value): return isRate(at) ? nil : (.set(value), found.next)
    case .holiday(let holiday):
      // "the Good Friday Agreement", "Christmas Island"
      guard words[at].isCapitalized, word(found.next)?.shape != .letters || words[found.next].isCapitalized == false
      else {
        return nil
      }
      if let unit = entry(found.next)?.unit, unit.letter == .week || unit.letter == .weekend {
        return (.beside(.holiday(holiday, .open(step: nil)), 0, unit), found.next + 1)
      }
      if let year = year(skip(found.next, ",", "of")) { return (.holiday(holiday, .number(year.value)), year.next) }
      return (.holiday(holiday, .open(step: nil)), found.next)
    case .day, .approximate: return nil
    }
  }
}

extension TimeUnit.Letter {
  /// Whether it is a day or longer.
  var isCalendar: Bool {
    switch self {
    case .hour, .minute, .second: false
    default: true
    }
  }
}
