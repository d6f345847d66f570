internal import Knowledge

/// Lengths of time, what is counted by them, sets, and clock times.
extension TimeGrammar {
  /// How many: a number, with a half perhaps, or a number left open.
  struct Quantity {
    /// `nil` where it is left open.
    var count: Int?
    var hasHalf = false
    var isArticle = false
  }

  /// "three days", "a two-day", "more than four decades ago", "four days later", "weeks".
  func amount(_ start: Int) -> Found<TimeExpression>? {
    var at = start
    if let phrase = phraseMatch(at), case .approximate = phrase.value { at = phrase.next }
    at = skip(at, "the")
    guard at == start || text(at) != "the" else { return nil }
    guard var (quantity, next) = quantity(at) else {
      // Weeks, months, years without a number.
      guard at == start, let entry = entry(at), entry.isPlural, let unit = entry.unit, unit.letter != .weekend,
        unit.letter != .second, unit.letter != .quarter, text(afterHyphen(at + 1)) != "old", text(at - 1) != "-"
      else { return nil }
      // "weeks or months"
      let joined = text(at + 1) == "or" || text(at + 1) == "and" ? self.entry(at + 2) : nil
      let isJoined = joined?.isPlural == true && joined?.unit?.letter.isCalendar == true
      return counted(Quantity(count: nil), unit: unit, next: isJoined ? at + 3 : at + 1)
    }
    // A number that an editor put in: "[ten] years ago".
    if text(next) == "]" { next += 1 }
    for _ in 0..<2 {
      if [
        "more", "additional", "full", "straight", "consecutive", "whole", "working", "business", "other", "long",
        "solid",
      ]
      .contains(text(next)) {
        next += 1
      }
    }
    let hyphen = afterHyphen(next)
    guard let entry = entry(hyphen), let unit = entry.unit else { return nil }
    if quantity.isArticle, hyphen == next, unit.letter == .second || unit.letter == .quarter || unit.letter == .weekend
    {
      return nil
    }
    // "a six year process" goes without its hyphen; "the 20 second" does not.
    if !entry.isPlural, hyphen == next, quantity.count != 1, !quantity.hasHalf,
      unit.letter == .second || word(next + 1)?.shape != .letters
    {
      return nil
    }
    if hyphen > next, at > start, text(at - 1) == "the" { return nil }
    if unit.letter == .quarter, text(hyphen - 1) == "-" { return nil }
    if unit.letter == .weekend { return nil }
    next = hyphen + 1
    // Ages are no times.
    if text(afterHyphen(next)) == "old" || text(next) == "of" && text(next + 1) == "age" { return nil }
    if text(next) == "and", text(next + 1) == "a", text(next + 2) == "half" {
      quantity.hasHalf = true
      next += 3
    }
    if quantity.isArticle, text(next) == "-", ["ago", "earlier"].contains(text(next + 1)), unit == TimeUnit(.year) {
      return (.reported(.relative(-1)), next + 2)
    }
    let counted = counted(quantity, unit: unit, next: next)
    if quantity.isArticle, hyphen + 1 == next, unit.letter.isCalendar, isRate(at), case .duration? = counted?.value {
      return nil
    }
    // "It will one day be done."
    if text(at) == "one", unit == TimeUnit(.day), next == at + 2,
      Self.modals.contains(text(at - 1))
    {
      return (.reference("FUTURE_REF"), next)
    }
    return counted
  }

  /// Whether "a week", "annually" belongs to a rate and is no time: after "so many dollars", "four flights".
  func isRate(_ at: Int) -> Bool {
    if text(at - 1) == "average" { return true }
    guard let before = word(at - 1),
      before.shape == .digits || entry(at - 1)?.number != nil || before.text == "%" || before.text == "percent"
        || before.text.hasSuffix("illion")
        || before.text.count > 3 && before.text.hasSuffix("s") && before.text != "this"
    else { return false }
    return (1...3).contains { word(at - $0)?.shape == .digits || entry(at - $0)?.number != nil }
  }

  /// What an amount is with the words after it.
  private func counted(_ quantity: Quantity, unit: TimeUnit, next: Int) -> Found<TimeExpression>? {
    let forward: Bool
    let anchored: Bool
    var next = next
    if text(next) == "or", ["so", "more", "two"].contains(text(next + 1)) { next += 2 }
    // "A day later than planned" says how long, not when.
    if ["earlier", "later"].contains(text(next)), text(next + 1) == "than" {
      return (.duration(duration(quantity, unit)), next)
    }
    var end = next + 1
    switch text(next) {
    case "ago": (forward, anchored) = (false, false)
    case "back" where isClosed(next + 1): (forward, anchored) = (false, false)
    case "earlier": (forward, anchored) = (false, true)
    case "later", "afterward", "afterwards": (forward, anchored) = (true, true)
    case "before" where isClosed(next + 1): (forward, anchored) = (false, true)
    case "after" where isClosed(next + 1): (forward, anchored) = (true, true)
    case "hence": (forward, anchored) = (true, false)
    case "from" where text(next + 1) == "now":
      (forward, anchored) = (true, false)
      end = next + 2
    default: return (.duration(duration(quantity, unit)), next)
    }
    guard let count = quantity.count, unit.letter.isCalendar else {
      if quantity.count != nil || anchored && !unit.letter.isCalendar {
        return (.duration(duration(quantity, unit)), next)
      }
      return (.reference(anchored ? "XXXX-XX-XX" : forward ? "FUTURE_REF" : "PAST_REF"), end)
    }
    let amount = forward ? count : -count
    return (anchored ? .narrative(amount, unit) : .shift(amount, unit), end)
  }

  /// The TIMEX3 value of an amount: `P3D`, `PT2H30M`, `PXY`; `PXE`, `PXC` and `PXL` for decades, centuries and millennia.
  private func duration(_ quantity: Quantity, _ unit: TimeUnit) -> String {
    let isClock = !unit.letter.isCalendar
    let letter = isClock ? String(unit.letter.rawValue.dropFirst()) : unit.letter.rawValue
    let prefix = isClock ? "PT" : "P"
    guard let count = quantity.count else {
      switch unit.factor {
      case 10: return "PXE"
      case 100: return "PXC"
      case 1000: return "PXL"
      default: return "\(prefix)X\(letter)"
      }
    }
    let whole = count * unit.factor
    guard quantity.hasHalf else { return "\(prefix)\(whole)\(letter)" }
    let half =
      switch unit.letter {
      case .year: unit.factor == 1 ? "6M" : nil as String?
      case .hour: "30M"
      case .minute: "30S"
      default: nil as String?
      }
    let head = whole == 0 ? prefix : "\(prefix)\(whole)\(letter)"
    if let half { return head + half }
    if unit.factor > 1 { return "\(prefix)\(whole + unit.factor / 2)\(letter)" }
    return "\(prefix)\(whole).5\(letter)"
  }

  /// A number in front of a unit.
  func quantity(_ at: Int) -> Found<Quantity>? {
    switch text(at) {
    case "half":
      return text(at + 1) == "a" || text(at + 1) == "an" ? (Quantity(count: 0, hasHalf: true), at + 2) : nil
    case "a", "an":
      if entry(at + 1)?.isVague == true { return (Quantity(count: nil), at + 2) }
      if text(at + 1) == "half" { return (Quantity(count: 0, hasHalf: true), at + 2) }
      if text(at + 1) == "couple" { return (Quantity(count: 2), skip(at + 2, "of")) }
      if let number = number(at + 1), text(at + 1) == "hundred" || text(at + 1) == "thousand" || text(at + 1) == "dozen"
      {
        return (Quantity(count: number.value), number.next)
      }
      return (Quantity(count: 1, isArticle: true), at + 1)
    case "couple": return (Quantity(count: 2), skip(at + 1, "of"))
    default: break
    }
    if let entry = entry(at), entry.isVague { return (Quantity(count: nil), at + 1) }
    guard let number = number(at) else { return nil }
    var next = number.next
    if ["and"].contains(text(next)), text(next + 1) == "a", text(next + 2) == "half" {
      return (Quantity(count: number.value, hasHalf: true), next + 3)
    }
    if digits(next, 1...1) == 1, text(next + 1) == "/", digits(next + 2, 1...1) == 2 {
      return (Quantity(count: number.value, hasHalf: true), next + 3)
    }
    if text(next) == ".", isGlued(next), isGlued(next + 1), digits(next + 1, 1...1) == 5 {
      return (Quantity(count: number.value, hasHalf: true), next + 2)
    }
    // "two to three weeks", "five or six days": the former, as TimeML has it.
    if ["to", "or", "-"].contains(text(next)), let second = self.number(next + 1), second.value > number.value {
      if entry(second.next)?.unit != nil || text(second.next) == "-" { next = second.next }
    }
    return (Quantity(count: number.value), next)
  }

  /// A number in digits ("1,500") or in words ("twenty-five"); at most 100,000.
  func number(_ at: Int) -> Found<Int>? {
    if let word = word(at), word.shape == .digits {
      guard var value = word.number, value <= 100_000 else { return nil }
      var next = at + 1
      while text(next) == ",", isGlued(next), isGlued(next + 1), let more = digits(next + 1, 3...3), value < 100 {
        value = value * 1000 + more
        next += 2
      }
      return (value, next)
    }
    var total = 0
    var current = 0
    var next = at
    while next < at + 8, let value = entry(next)?.number, word(next)?.shape == .letters, text(next) != "couple" {
      switch value {
      case 1000:
        total += max(1, current) * 1000
        current = 0
      case 100: current = max(1, current) * 100
      case 12 where text(next) == "dozen": current = max(1, current) * 12
      default:
        guard current == 0 || current % 100 == 0 || current % 10 == 0 && value < 10 else {
          return (total + current, next)
        }
        current += value
      }
      guard total < 100_000, current < 100_000 else { return nil }
      next += 1
      if afterHyphen(next) > next, entry(next + 1)?.number != nil, (entry(next + 1)?.number ?? 100) < 10 { next += 1 }
    }
    return next > at ? (total + current, next) : nil
  }

  /// "every year", "each Monday", "every four years", "twice a week".
  func set(_ at: Int) -> Found<TimeExpression>? {
    if text(at) == "every" || text(at) == "each" {
      var next = at + 1
      var count = 1
      if text(next) == "other" {
        (count, next) = (2, next + 1)
      } else if let number = number(next) {
        (count, next) = (number.value, number.next)
      }
      guard let entry = entry(next) else { return nil }
      if let weekday = entry.weekday, words[next].isCapitalized { return (.set("XXXX-WXX-\(weekday)"), next + 1) }
      if let month = month(next) { return (.set("XXXX-\(padded(month, 2))"), next + 1) }
      if let season = entry.season { return (.set("XXXX-\(season)"), next + 1) }
      if let part = entry.dayPart { return (.set("XXXX-XX-XX\(part)"), next + 1) }
      guard let unit = entry.unit, unit.letter != .weekend, entry.isPlural == (count > 1) || text(at + 1) == "other"
      else {
        return nil
      }
      return (.set(duration(Quantity(count: count), unit)), next + 1)
    }
    var next = at
    if text(at) == "once" || text(at) == "twice" {
      next = at + 1
    } else if let number = number(at), text(number.next) == "times" {
      next = number.next + 1
    }
    guard next > at, ["a", "an", "per", "every", "each"].contains(text(next)), let entry = entry(next + 1),
      let unit = entry.unit, unit.letter.isCalendar, !entry.isPlural, unit.letter != .weekend
    else { return nil }
    return (.set(duration(Quantity(count: 1), unit)), next + 2)
  }

  /// "10:35 a.m. Friday", "1400 GMT", "noon", "18:00 local time on 7 April".
  func clock(_ at: Int) -> Found<TimeExpression>? {
    guard let (time, start) = clockTime(at) else { return nil }
    var end = start
    if text(end) == "local", text(end + 1) == "time" { end += 2 }
    // "8 p.m. (1700 GMT)" is one hour.
    var hasOther = false
    if text(end) == "(", let other = clockTime(end + 1), text(other.next) == ")" {
      (end, hasOther) = (other.next + 1, true)
    }
    let next = skip(skip(end, ","), "on")
    let day = partOfDay(next) ?? date(next)
    guard let day, day.value.isOneDay else { return (.clock(hour: time.hour, minute: time.minute, of: nil), end) }
    let isJoined = !hasOther && (next == end || text(end) == ",")
    return (.clock(hour: time.hour, minute: time.minute, of: day.value), isJoined ? day.next : end)
  }

  private func clockTime(_ at: Int) -> Found<(hour: Int, minute: Int)>? {
    if let hour = entry(at)?.clock {
      return ((hour, 0), entry(at + 1)?.isZone == true ? at + 2 : at + 1)
    }
    if let four = digits(at, 4...4), four / 100 < 24, four % 100 < 60, entry(at + 1)?.isZone == true {
      return ((four / 100, four % 100), at + 2)
    }
    if let found = hourOfPart(at) { return ((found.value, 0), found.next) }
    guard var hour = digits(at, 1...2), hour <= 24 else { return nil }
    var minute = 0
    var next = at + 1
    var isExact = false
    if text(next) == ":", isGlued(next), isGlued(next + 1), let found = digits(next + 1, 2...2), found < 60 {
      (minute, next, isExact) = (found, next + 2, true)
    }
    if let half = meridiem(next) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half.value ? 12 : 0)
      next = half.next
      isExact = true
    }
    guard isExact else { return nil }
    if entry(next)?.isZone == true { next += 1 }
    return ((hour % 24, minute), next)
  }

  /// "4 in the morning", "eight o'clock in the evening", "nine at night".
  private func hourOfPart(_ at: Int) -> Found<Int>? {
    guard let hour = digits(at, 1...2) ?? entry(at)?.number, (1...12).contains(hour) else { return nil }
    var next = at + 1
    if text(next) == "o", text(next + 1) == "'", text(next + 2) == "clock" { next += 3 }
    if text(next) == "in", text(next + 1) == "the", let part = entry(next + 2)?.dayPart, part != "TNI" {
      return (part == "TMO" || hour == 12 ? hour % 12 + (part == "TMO" ? 0 : 12) : hour + 12, next + 3)
    }
    if text(next) == "at", text(next + 1) == "night" {
      return (hour == 12 ? 24 : hour < 6 ? hour : hour + 12, next + 2)
    }
    return nil
  }

  /// After "a.m.", "pm": whether it is the afternoon.
  private func meridiem(_ at: Int) -> Found<Bool>? {
    switch text(at) {
    case "am": return (false, at + 1)
    case "pm": return (true, at + 1)
    case "a", "p":
      guard text(at + 1) == ".", text(at + 2) == "m", isGlued(at + 2) else { return nil }
      return (text(at) == "p", text(at + 3) == "." && isGlued(at + 3) ? at + 4 : at + 3)
    default: return nil
    }
  }
}
