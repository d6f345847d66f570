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
      self.init(first: Self.day(year, 1, 1), last: Self.day(year, 12, 31))
    case 2 where parts[1].first == "W":
      guard let week = Self.number(parts[1].dropFirst(), digits: 2), (1...53).contains(week) else { return nil }
      // The first week holds 4 January; weeks begin on Monday.
      let fourth = Self.day(year, 1, 4)
      let monday = fourth - Self.weekday(fourth) + 7 * (week - 1)
      self.init(first: monday, last: monday + 6)
    case 2, 3:
      guard let month = Self.number(parts[1], digits: 2), (1...12).contains(month) else { return nil }
      let begin = Self.day(year, month, 1)
      let next = month == 12 ? Self.day(year + 1, 1, 1) : Self.day(year, month + 1, 1)
      guard parts.count == 3 else {
        self.init(first: begin, last: next - 1)
        return
      }
      guard let day = Self.number(parts[2], digits: 2), day >= 1, begin + day - 1 < next else { return nil }
      self.init(first: begin + day - 1, last: begin + day - 1)
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

  /// 0 for Monday.
  private static func weekday(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

  /// H. Hinnant's `days_from_civil`.
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }
}

extension DayInterval: CustomStringConvertible {
  /// ISO 8601: a day, or the first and the last with a stroke between them.
  public var description: String { isDay ? Self.iso(first) : "\(Self.iso(first))/\(Self.iso(last))" }

  /// H. Hinnant's `civil_from_days`.
  private static func iso(_ day: Int) -> String {
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return [(year, 4), (month, 2), (ofYear - (153 * shiftedMonth + 2) / 5 + 1, 2)].map { number, width in
      let digits = "\(number)"
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }.joined(separator: "-")
  }
}
