import GRDB
import Record

/// The coders whose records an archive holds.
enum Coders {
  /// The row of `coder`, made where there is none.
  static func id(of coder: Readout.Provenance, _ database: Database) throws -> Int64 {
    let fields = [
      coder.name, coder.release, coder.model ?? "", coder.attribution ?? "", coder.knowledge ?? "",
    ]
    let found = try Int64.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT id FROM coders WHERE name = ? AND release = ? AND model = ? AND attribution = ? AND knowledge = ?
          """), arguments: StatementArguments(fields))
    if let found { return found }
    try database.execute(
      sql: "INSERT INTO coders (name, release, model, attribution, knowledge) VALUES (?, ?, ?, ?, ?)",
      arguments: StatementArguments(fields))
    return database.lastInsertedRowID
  }
}
