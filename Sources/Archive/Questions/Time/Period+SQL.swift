import GRDB
import Record

extension Period {
  /// That the day in `column` lies in the period.
  func conditions(on column: SQL) -> [SQL] {
    var conditions: [SQL] = []
    if let first { conditions.append("\(column) >= \(first.description)") }
    if let last { conditions.append("\(column) <= \(last.description)") }
    return conditions
  }
}
