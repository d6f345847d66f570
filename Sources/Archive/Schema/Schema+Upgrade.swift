import GRDB

extension Schema {
  /// Takes a file through the steps that it lacks, in the transaction of `database`, where nobody else can take them.
  static func upgrade(_ database: Database) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version < steps.count else { return }
    for step in steps[max(0, version)...] { try database.execute(sql: step) }
    try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(steps.count)")
  }
}
