/// A day of the Gregorian calendar, before which and after which others can be counted.
package struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  package let number: Int

  package init(number: Int) { self.number = number }

  /// Makes a day of its parts; `nil` where the calendar has none such.
  package init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let number = Self.number(year, month, day)
    guard Self.parts(number) == (year, month, day) else { return nil }
    self.number = number
  }

  /// Reads the day that `text` begins with, `2018-09-11` for instance.
  package init?(_ text: some StringProtocol) {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package var year: Int { Self.parts(number).0 }

  /// `2018-09-11`.
  package var description: String {
    let (year, month, day) = Self.parts(number)
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  package static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }

  package static func + (day: CalendarDay, days: Int) -> CalendarDay { CalendarDay(number: day.number + days) }

  /// Monday is 1, Sunday 7 (ISO 8601).
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  package static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  // Both after Howard Hinnant, "chrono-compatible low-level date algorithms".

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let ofEra = year - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private static func parts(_ number: Int) -> (Int, Int, Int) {
    let number = number + 719_468
    let era = (number >= 0 ? number : number - 146_096) / 146_097
    let day = number - era * 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let ofYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    return (
      year + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, ofYear - (153 * month + 2) / 5 + 1
    )
  }
}
