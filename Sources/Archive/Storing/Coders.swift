import GRDB
import Record

/// The coders whose records an archive holds.
enum Coders {
  /// The row of `coder`, made where there is none.
  static func id(of coder: Readout.Provenance, _ database: Database) throws -> Int64 {
    if let known = try known(coder, database) { return known }
    try database.execute(
      sql: "INSERT INTO coders (name, release, model, attribution, knowledge) VALUES (?, ?, ?, ?, ?)",
      arguments: fields(of: coder))
    return database.lastInsertedRowID
  }

  /// The row of `coder`; `nil` where none of its records is here.
  static func known(_ coder: Readout.Provenance, _ database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(
        sql: "SELECT id FROM coders WHERE name = ? AND release = ? AND model = ? AND attribution = ? AND knowledge = ?"),
      arguments: fields(of: coder))
  }

  private static func fields(of coder: Readout.Provenance) -> StatementArguments {
    [coder.name, coder.release, coder.model ?? "", coder.attribution ?? "", coder.knowledge ?? ""]
  }

  /// The coder of a row.
  static func coder(_ row: Row) -> Readout.Provenance {
    func field(_ name: String) -> String? {
      let value: String = row[name]
      return value.isEmpty ? nil : value
    }
    return Readout.Provenance(
      name: row["name"], release: row["release"], model: field("model"), attribution: field("attribution"),
      knowledge: field("knowledge"))
  }
}
