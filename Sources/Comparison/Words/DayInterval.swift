public import Record

/// The days that a time of a record can mean, both inclusive, counted from 1 January 1970 (proleptic Gregorian).
public struct DayInterval: Sendable, Hashable {
  public var first: Int
  public var last: Int

  public init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }

  /// Whether it is one day and no longer stretch.
  public var isDay: Bool { first == last }

  /// The days of a TIMEX3 value that names a day, week, month or year, up to `end` where there is one; `nil` for other values.
  public init?(_ time: Readout.Time) {
    guard time.type == .date || time.type == .time, let interval = DayInterval(iso: time.value) else { return nil }
    self = interval
    if let end = time.end.flatMap({ DayInterval(iso: $0) }), end.last >= first { last = end.last }
  }

  /// The days of `2018`, `2018-09`, `2018-W36`, `2018-09-11` or a date-time that begins so; `nil` for anything else.
  public init?(iso value: String) {
    let parts = value.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = Self.number(parts.first, digits: 4) else { return nil }
    switch parts.count {
    case 1:
      guard let first = CalendarDay(year: year, month: 1, day: 1),
        let last = CalendarDay(year: year, month: 12, day: 31)
      else { return nil }
      self.init(first: first.number, last: last.number)
    case 2 where parts[1].first == "W":
      guard let week = Self.number(parts[1].dropFirst(), digits: 2), (1...53).contains(week) else { return nil }
      // The first week holds 4 January; weeks begin on Monday.
      guard let fourth = CalendarDay(year: year, month: 1, day: 4) else { return nil }
      let monday = fourth.number + 1 - fourth.weekday + 7 * (week - 1)
      self.init(first: monday, last: monday + 6)
    case 2, 3:
      guard let month = Self.number(parts[1], digits: 2),
        let begin = CalendarDay(year: year, month: month, day: 1)
      else { return nil }
      guard parts.count == 3 else {
        self.init(first: begin.number, last: max(begin.number, begin.adding(months: 1).number - 1))
        return
      }
      guard let number = Self.number(parts[2], digits: 2),
        let day = CalendarDay(year: year, month: month, day: number)
      else { return nil }
      self.init(first: day.number, last: day.number)
    default: return nil
    }
  }

  /// How many days lie between the nearest ends of two stretches; 0 where they share a day.
  public func distance(to other: DayInterval) -> Int {
    max(0, max(first, other.first) - min(last, other.last))
  }

  private static func number(_ text: Substring?, digits: Int) -> Int? {
    guard let text, text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}

extension DayInterval: CustomStringConvertible {
  /// ISO 8601: a day, or the first and the last with a stroke between them.
  public var description: String { isDay ? Self.iso(first) : "\(Self.iso(first))/\(Self.iso(last))" }

  private static func iso(_ day: Int) -> String { CalendarDay(number: day).description }
}
