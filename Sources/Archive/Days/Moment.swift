import Record
import Glibc

/// A moment to the second, in UTC.
struct Moment: Sendable, CustomStringConvertible {
  /// Since 1970.
  var seconds: Int

  static var now: Moment { Moment(seconds: time(nil)) }

  /// `2026-11-24T01:02:03Z`.
  var description: String {
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { CalendarDay.padded($0, 2) }.joined(separator: ":")
    return "\(CalendarDay(number: day))T\(clock)Z"
  }
}
