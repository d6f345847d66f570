import GRDB

/// Which way to rows is shortest, where an answer is a page of the latest and a condition is met by few of all rows or by many.
enum Frequency {
  /// So many rows are fetched and put in order at once.
  static let few = 3000
  /// From so many on, walking along the days meets enough of them soon.
  static let many = 20_000

  /// That `id` is among `rows`, a SELECT of one column.
  ///
  /// - Parameters:
  ///   - exists: The same as a test of one row.
  ///   - many: From how many rows on that test is cheaper than to hold all of them.
  static func condition(
    _ id: SQL, isIn rows: SQL, or exists: SQL, many: Int = Self.many, in database: Database
  ) throws -> SQL {
    let count = try Int.fetchOne(
      database, SQLRequest(literal: "SELECT count(*) FROM (SELECT 1 FROM (\(rows)) LIMIT \(many))"))
    return switch count ?? 0 {
    case ..<few: "\(id) IN (\(rows))"
    // The plus sign has SQLite walk along the days and look each row up in the list.
    case ..<many: "+\(id) IN (\(rows))"
    default: exists
    }
  }
}
