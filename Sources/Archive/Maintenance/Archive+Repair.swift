import GRDB
import Record

extension Archive {
  /// What a repair has done.
  public struct Repair: Sendable, Equatable {
    /// Articles that are there now, with their earlier versions.
    public var articles = 0
    /// Those of them whose record is lost: coding them anew brings it back.
    public var withoutRecord = 0
    public var corrections = 0
    /// Rows of articles, records and corrections that could not be read.
    public var lost = 0
    /// Where the damaged file lies now, where the archive had to be made anew.
    public var damagedFile: String?
  }

  /// Makes anew what can be made of texts, records and corrections: all rows, the full text, the chains of versions.
  ///
  /// - Parameter progress: is told how many articles of how many are done.
  public func rebuild(progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) throws(ArchiveError) -> Repair {
    try write { database in
      var repair = Repair()
      for table in [
        "accountKeys", "accounts", "agenda", "commitments", "positions", "events", "statements", "places", "entities",
      ] {
        try database.execute(sql: "DELETE FROM \(table)")
      }
      try database.execute(sql: "DELETE FROM dealings; DELETE FROM copies; DELETE FROM actorNames; DELETE FROM actors")
      try Versions.relinkAll(database)
      for words in ["articleWords", "statementWords", "nameWords"] {
        try database.execute(sql: "INSERT INTO \(words) (\(words)) VALUES ('rebuild')")
      }
      let articles = try Int64.fetchAll(database, sql: "SELECT id FROM articles ORDER BY id")
      for (number, article) in articles.enumerated() {
        do { try Derivation.renew(article, database) } catch is RecordFault {
          try database.execute(sql: "DELETE FROM readouts WHERE article = ? AND isCurrent", arguments: [article])
          repair.lost += 1
        }
        progress(number + 1, articles.count)
      }
      try database.execute(sql: "REINDEX")
      repair.articles = articles.count
      repair.withoutRecord =
        try Int.fetchOne(
          database,
          sql: "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article FROM readouts WHERE isCurrent)") ?? 0
      repair.corrections = try Int.fetchOne(database, sql: "SELECT count(*) FROM corrections") ?? 0
      return repair
    }
  }
}

extension Archive {
  /// Repairs the archive at `path`: makes anew what can be made of its records or, where the file itself is damaged, saves what
  /// can be read into a new file. No other process may use it meanwhile.
  ///
  /// - Throws: ``ArchiveError`` where the file is none of an archive, or nothing can be read. It is then as it was.
  public static func repair(
    path: String, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(ArchiveError) -> Repair {
    do {
      let archive = try Archive(path: path, creates: false)
      if try archive.isWhole() { return try archive.rebuild(progress: progress) }
      try? archive.close()
    } catch {
      guard error.reason == .damaged else { throw error }
    }
    return try Salvage(path).run()
  }

  /// Whether SQLite can read the whole file. Indexes and full text that are out of step do not count: they are made anew.
  private func isWhole() throws(ArchiveError) -> Bool {
    do {
      return try read { database in
        for table in ["coders", "articles", "readouts", "corrections"] {
          let rows = try Row.fetchCursor(database, sql: "SELECT * FROM \(table)")
          while try rows.next() != nil {}
        }
        let faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(100)").filter { $0 != "ok" }
        return faults.allSatisfy { $0.contains("index") || $0.contains("fts5") || $0.contains("inverted") }
      }
    } catch {
      guard error.reason == .damaged else { throw error }
      return false
    }
  }
}
