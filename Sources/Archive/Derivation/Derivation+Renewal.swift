import FoundationEssentials
import GRDB
import Record

extension Derivation {
  /// Takes away the rows that an article's record gave.
  static func remove(_ article: Int64, _ database: Database) throws {
    // Those that name others go first, so that nothing has to be set to NULL.
    for table in ["agenda", "commitments", "positions", "events", "statements", "places", "entities"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE article = ?").execute(arguments: [article])
    }
  }

  /// Writes an article's rows anew from what is stored; an article that does not stand has none.
  static func renew(_ article: Int64, _ database: Database) throws {
    try remove(article, database)
    try Copies.renew(article, database)
    guard let effective = try effective(article, onlyStanding: true, database) else { return }
    var derivation = Derivation(effective, article: article)
    try derivation.write(database)
  }

  /// Writes the rows of all articles with this text anew.
  static func renew(document: String, _ database: Database) throws {
    let articles = try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT id FROM articles WHERE document = ? AND stands"), arguments: [document])
    for article in articles { try renew(article, database) }
  }

  /// The current record of an article with its corrections; `nil` where there is none.
  static func effective(_ article: Int64, onlyStanding: Bool = false, _ database: Database) throws -> EffectiveReadout?
  {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT stands, text, record FROM articles JOIN readouts ON article = id AND readouts.isCurrent WHERE id = ?
          """), arguments: [article])
    guard let row, !onlyStanding || row["stands"] else { return nil }
    let readout = try RecordBlob.unpack([UInt8](row["record"] as Data), text: row["text"])
    return EffectiveReadout(readout, try Correction.all(of: readout.document.id, database))
  }
}
