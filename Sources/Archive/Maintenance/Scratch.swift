import GRDB
import Record

/// A database in memory where records are turned into rows once more, to be compared with those stored.
struct Scratch {
  private let queue: DatabaseQueue

  init() throws {
    var configuration = Configuration()
    // There are no articles and no corrections here.
    configuration.foreignKeysEnabled = false
    queue = try DatabaseQueue(configuration: configuration)
    try queue.write { try Schema.upgrade($0) }
  }

  /// The rows that a record gives.
  func rows(of effective: EffectiveReadout, _ dump: RowDump) throws -> [String: [Row]] {
    try queue.write { database in
      try Derivation.remove(0, database)
      for table in [
        "offices", "statementActors", "statementIssues", "participants", "dyads", "accountKeys", "accounts",
      ] {
        try database.execute(sql: "DELETE FROM \(table)")
      }
      var derivation = Derivation(effective, article: 0)
      try derivation.write(database)
      return try dump.rows(of: 0, database)
    }
  }
}
