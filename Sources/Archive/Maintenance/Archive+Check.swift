import FoundationEssentials
import GRDB
import Record

extension Archive {
  /// Looks through the whole archive for damage: SQLite's own structure, foreign keys, full text, the chains of versions, each
  /// record with its spans, and whether the rows are those of the records. Changes nothing.
  ///
  /// - Parameters:
  ///   - limit: After how many faults it stops.
  ///   - progress: is told how many articles of how many have been looked at.
  /// - Returns: What is wrong, a sentence each; empty where all is well.
  public func check(
    limit: Int = 100, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(ArchiveError) -> [String] {
    let wordFaults = try fullTextFaults()
    return try read { database in
      var faults = try Self.structure(database) + wordFaults
      // What SQLite cannot read, nobody can look at further.
      guard faults.isEmpty else { return Array(faults.prefix(limit)) }
      faults += try Self.versions(database)
      faults += try Self.dealings(database)
      let scratch = try Scratch()
      let dump = try RowDump(database)
      let articles = try Int64.fetchAll(database, sql: "SELECT id FROM articles ORDER BY id")
      for (number, article) in articles.enumerated() {
        guard faults.count < limit else { break }
        faults += try Self.faults(of: article, dump, scratch, database)
        progress(number + 1, articles.count)
      }
      return Array(faults.prefix(limit))
    }
  }

  /// What SQLite itself finds.
  private static func structure(_ database: Database) throws -> [String] {
    var faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
    for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").prefix(20) {
      faults.append(
        "\(row["table"] as String): row \((row["rowid"] as Int64?).map(String.init) ?? "?") names a row of "
          + "\(row["parent"] as String) that is not there")
    }
    return faults
  }

  /// Whether the full text is that of the rows. SQLite tells it only to who may write; nothing is written.
  private func fullTextFaults() throws(ArchiveError) -> [String] {
    guard isWritable else { return [] }
    var faults: [String] = []
    for words in ["articleWords", "statementWords", "nameWords"] {
      do {
        try write { try $0.execute(sql: "INSERT INTO \(words) (\(words), rank) VALUES ('integrity-check', 1)") }
      } catch {
        guard error.reason == .damaged else { throw error }
        faults.append("\(words): the full text is not that of the rows; run: readout archive repair \(path)")
      }
    }
    return faults
  }

  /// The versions of an article count from 1, each supersedes the one before, and the last is current.
  private static func versions(_ database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT 'article ' || this.id || ' (version ' || this.version || ' of ' || this.identity
          || '): the chain of versions is broken'
        FROM articles this
        LEFT JOIN articles before ON before.id = this.supersedes
        LEFT JOIN articles after ON after.supersedes = this.id
        WHERE (this.version = 1) <> (this.supersedes IS NULL)
          OR before.identity <> this.identity OR before.version <> this.version - 1
          OR this.isCurrent <> (after.id IS NULL)
        """)
  }

  /// What pairs of states had to do with each other, month by month, is the sum of their events.
  private static func dealings(_ database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        WITH sums AS (SELECT \(Schema.sums) FROM dyads WHERE status IN ('actual', 'historical') GROUP BY a, b, month)
        SELECT 'dealings: ' || a || '-' || b || ', ' || month || ': the sums are not those of the events'
        FROM (SELECT a, b, month FROM (SELECT * FROM sums EXCEPT SELECT * FROM dealings)
          UNION SELECT a, b, month FROM (SELECT * FROM dealings EXCEPT SELECT * FROM sums)) LIMIT 20
        """)
  }

  private static func faults(of article: Int64, _ dump: RowDump, _ scratch: Scratch, _ database: Database) throws
    -> [String]
  {
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT document, text, stands FROM articles WHERE id = ?"), arguments: [article])
    guard let row else { return [] }
    let (document, text, stands) = (row["document"] as String, row["text"] as String, row["stands"] as Bool)
    var faults: [String] = []
    if documentID(of: text) != document { faults.append("its text is not the one that it was filed under") }
    let records = try Row.fetchAll(
      database.cachedStatement(sql: "SELECT isCurrent, record FROM readouts WHERE article = ?"), arguments: [article])
    if !records.contains(where: { $0["isCurrent"] }) { faults.append("it has no record; run: readout recode") }
    for record in records {
      do {
        let readout = try RecordBlob.unpack([UInt8](record["record"] as Data), text: text)
        if readout.document.id != document { faults.append("its record is of another text") }
        faults += RecordFaults(readout)
        guard record["isCurrent"] else { continue }
        let stored = try dump.rows(of: article, database)
        let corrections = try Correction.all(of: document, database)
        let wanted = try stands ? scratch.rows(of: EffectiveReadout(readout, corrections), dump) : [:]
        for (table, rows) in stored.sorted(by: { $0.key < $1.key }) where rows != wanted[table] ?? [] {
          faults.append("its rows in \(table) are not those of its record")
        }
      } catch let error as RecordFault { faults.append("its record cannot be read: \(error)") }
    }
    return faults.map { "article \(article): \($0)" }
  }
}
