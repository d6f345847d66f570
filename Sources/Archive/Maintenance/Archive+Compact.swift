import GRDB

extension Archive {
  /// Gives back the room of what was removed, and puts full text and statistics in order. It needs as much room again while it
  /// runs, and no other process may write meanwhile.
  public func compact() throws(ArchiveError) {
    try writeOutsideTransaction { database in
      for words in ["articleWords", "statementWords", "nameWords"] {
        try database.execute(sql: "INSERT INTO \(words) (\(words)) VALUES ('optimize')")
      }
      try database.execute(sql: "ANALYZE; VACUUM")
      _ = try Row.fetchAll(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  /// Tells SQLite's planner how the rows are spread, where that has changed much. Cheap; to be called after many articles came.
  public func optimize() throws(ArchiveError) {
    // In a transaction that writes from its start: what begins as a reader's cannot wait for another process that writes.
    try write { try $0.execute(sql: "PRAGMA analysis_limit = 1000; PRAGMA optimize") }
  }
}
