import Record
import Archive
import ArgumentParser
import Glibc

/// Which days a question is about.
struct DayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("From its first day on.", valueName: "day or period"))
  var since: String?

  @Option(help: ArgumentHelp("Up to its last day.", valueName: "day or period"))
  var until: String?

  @Option(
    help: ArgumentHelp("What “today” and “last week” count from. (default: the clock's day)", valueName: "date"))
  var today: String?

  func validate() throws {
    if let today, CalendarDay(today)?.description != today {
      throw ValidationError("--today wants a date such as 2018-09-11, not “\(today)”.")
    }
  }

  /// The day that counts as today.
  var day: CalendarDay {
    if let day = today.flatMap({ CalendarDay($0) }) { return day }
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDay(number: 0)
  }

  var periods: PeriodReader { PeriodReader(today: day) }

  /// From `--since` to `--until`.
  func period() throws -> Period {
    var period = Period.always
    if let since { period.first = try periods.period(since).first }
    if let until { period.last = try periods.period(until).last }
    if period.isEmpty { throw QuestionError(.period, "--until is before --since") }
    return period
  }
}
