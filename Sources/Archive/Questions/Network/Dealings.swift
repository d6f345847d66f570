import Record
import GRDB

/// What pairs of states had to do with each other, added up from months where the period holds them whole, else from days.
enum Dealings {
  /// What has happened; plans, denials and mere possibilities are no dealings.
  static let areDealings: SQL = "status IN ('actual', 'historical')"

  /// A SELECT of rows of `dealings` for the period, those of months that it cuts counted anew.
  static func months(of period: Period, where pairs: SQL) -> SQL {
    guard period != .always else { return "SELECT * FROM dealings WHERE \(pairs)" }
    let first = period.first.map { $0.startOfMonth == $0 ? $0 : $0.startOfMonth.adding(months: 1) }
    // The first day after the last whole month.
    let end = period.last.map { ($0 + 1).startOfMonth }
    if let first, let end, first >= end { return days(period.conditions(on: "dated"), where: pairs) }
    var months: [SQL] = [pairs, "month > ''"]
    var parts: [SQL] = []
    if let first, let begin = period.first {
      months.append("month >= \(month(first))")
      if begin < first {
        parts.append(days(["dated >= \(begin.description)", "dated < \(first.description)"], where: pairs))
      }
    }
    if let end, let last = period.last {
      months.append("month < \(month(end))")
      if last >= end {
        parts.append(days(["dated >= \(end.description)", "dated <= \(last.description)"], where: pairs))
      }
    }
    return (["SELECT * FROM dealings WHERE \(months.joined(operator: .and))"] + parts).joined(separator: " UNION ALL ")
  }

  private static func days(_ conditions: [SQL], where pairs: SQL) -> SQL {
    """
    SELECT \(sql: Schema.sums) FROM dyads
    WHERE \(pairs) AND dated > '' AND \(areDealings) AND \(conditions.joined(operator: .and)) GROUP BY a, b, month
    """
  }

  /// `2018-09` of a day.
  private static func month(_ day: CalendarDay) -> String { String(day.description.prefix(7)) }
}
