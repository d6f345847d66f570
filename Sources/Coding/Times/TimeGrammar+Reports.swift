internal import Knowledge

/// The periods that reports of earnings and of the economy speak of.
extension TimeGrammar {
  /// "the latest quarter", "the year-earlier period", "the 1988 quarter", "the comparable period last year", "the fiscal
  /// year ended May 31"; the article stands before `at` where `article` says so.
  func reported(_ at: Int, article: Bool) -> Found<TimeExpression>? {
    if let next = yearEarlier(at) { return (.reported(.relative(-1)), isPeriod(next) ? next + 1 : next) }
    // "last year's quarter", "next year's first quarter"
    if let step = entry(at)?.step, text(at + 1) == "year", text(at + 2) == "'", text(at + 3) == "s" {
      if isPeriod(at + 4) { return (.reported(.relative(step)), at + 5) }
      switch quarterOrHalf(at + 4) {
      case (.quarter(let quarter, .open), let next)?: return (.quarter(quarter, .relative(step)), next)
      case (.half(let half, .open), let next)?: return (.half(half, .relative(step)), next)
      default: break
      }
    }
    guard article else { return nil }
    if let year = year(at), isPeriod(year.next) { return (.reported(.number(year.value)), year.next + 1) }
    if text(at) == "latest", text(at + 1) == "fiscal", text(at + 2) == "year" {
      return (.calendar(TimeUnit(.year), step: -1), at + 3)
    }
    let fiscal = skip(at, "fiscal", "calendar")
    if text(fiscal) == "year" {
      if ["ended", "ending"].contains(text(fiscal + 1)) { return (.duration("P1Y"), fiscal + 1) }
      if ["of", "for", "in", "during", "through", "throughout"].contains(text(at - 2)),
        isClosed(fiscal + 1)
          || ["to", "in", "at", "by", "and", "on", "was", "is", "of", "from"].contains(text(fiscal + 1))
      {
        return (.calendar(TimeUnit(.year), step: 0), fiscal + 1)
      }
    }
    var next = at
    while next < at + 2, ["latest", "same", "comparable", "corresponding", "similar"].contains(text(next)) { next += 1 }
    if next > at, let earlier = yearEarlier(next) {
      return (.reported(.relative(-1)), isPeriod(earlier) ? earlier + 1 : earlier)
    }
    guard isPeriod(next), text(next) == "quarter" || next > at, text(next + 1) != "-" else { return nil }
    // "the same period last year", "the quarter a year ago"
    let period = next + 1
    let start = skip(skip(period, "of", "in"), "a", "the")
    if let year = year(start) { return (.reported(.number(year.value)), year.next) }
    if text(start) == "year", ["ago", "earlier", "before"].contains(text(start + 1)) {
      return (.reported(.relative(-1)), start + 2)
    }
    if let step = entry(start)?.step, text(start + 1) == "year" { return (.reported(.relative(step)), start + 2) }
    guard text(at) == "latest" || text(at) == "quarter", text(period) != "of" else { return nil }
    return (.reported(.relative(0)), period)
  }

  /// The index after "year-ago", "year-earlier".
  private func yearEarlier(_ at: Int) -> Int? {
    guard text(at) == "year", text(at + 1) == "-", ["ago", "earlier"].contains(text(at + 2)) else { return nil }
    return at + 3
  }

  private func isPeriod(_ at: Int) -> Bool { text(at) == "quarter" || text(at) == "period" }

  /// "third quarter of 2012", "the first half of last year", "1989 third quarter".
  func quarterOrHalf(_ at: Int) -> Found<TimeExpression>? {
    var start = at
    var given: TimeExpression.Year?
    if let year = year(at) { (given, start) = (.number(year.value), skip(year.next, "fiscal")) }
    if text(start) == "year", text(start + 1) == "-", ["ago", "earlier"].contains(text(start + 2)) {
      (given, start) = (.relative(-1), start + 3)
    }
    if text(start) == "fiscal" { start = afterHyphen(start + 1) }
    if text(start) == "q", isGlued(start + 1), let quarter = digits(start + 1, 1...1), (1...4).contains(quarter) {
      let after = given.map { ($0, start + 2) } ?? yearAfter(start + 2)
      return (.quarter(quarter, after.0), after.1)
    }
    var next = start + 1
    var ordinal = entry(start)?.ordinal
    if let number = digits(start, 1...1), ["st", "nd", "rd", "th"].contains(text(next)), isGlued(next) {
      (ordinal, next) = (number, next + 1)
    }
    if text(start) == "last" { ordinal = 4 }
    guard let ordinal else { return nil }
    // "the first two quarters of 1990"
    if ordinal == 1, text(next) == "two", text(next + 1) == "quarters", given == nil {
      let after = yearAfter(next + 2)
      if case .open = after.value { return nil }
      return (.half(1, after.value), after.next)
    }
    next = afterHyphen(next)
    let isQuarter = entry(next)?.unit?.letter == .quarter && ordinal <= 4 && text(start) != "last"
    let isHalf = text(next) == "half" && (ordinal <= 2 || ordinal == 4)
    guard isQuarter || isHalf else { return nil }
    let after = given.map { ($0, next + 1) } ?? yearAfter(next + 1)
    if isQuarter { return (.quarter(ordinal, after.0), after.1) }
    // Without a year "the first half" may be of anything, of a match for instance.
    if case .open = after.0 { return nil }
    return (.half(min(ordinal, 2), after.0), after.1)
  }
}
