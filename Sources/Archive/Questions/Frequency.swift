import GRDB

/// Which way to rows is shorter: through an index of what is asked for, or along the days, since answers are pages of the
/// latest.
enum Frequency {
  /// From so many rows on, walking along the days meets enough of them soon.
  static let many = 10_000
  /// The same for words: to look them up statement by statement is dear.
  static let manyWords = 40_000

  /// Whether `rows`, a SELECT, has many.
  static func isHigh(of rows: SQL, from many: Int = Self.many, in database: Database) throws -> Bool {
    let count = try Int.fetchOne(
      database, SQLRequest(literal: "SELECT count(*) FROM (SELECT 1 FROM (\(rows)) LIMIT \(many))"))
    return (count ?? 0) >= many
  }
}
