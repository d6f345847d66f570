import GRDB
import Record

/// The actors of an archive: who is the same across its articles.
enum Actors {
  /// The row of the actor with `key`, made where there is none; new forms of the name are added.
  static func id(of entity: Readout.Entity, key: String, names: Set<String>, _ database: Database) throws -> Int64 {
    let found = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM actors WHERE key = ?"), arguments: [key])
    let actor: Int64
    if let found {
      actor = found
    } else {
      try database.cachedStatement(sql: "INSERT INTO actors (key, name, type, country, code) VALUES (?, ?, ?, ?, ?)")
        .execute(arguments: [key, entity.name, entity.type.rawValue, entity.country, entity.code])
      actor = database.lastInsertedRowID
    }
    for name in names.sorted() {
      try database.cachedStatement(sql: "INSERT OR IGNORE INTO actorNames (actor, name) VALUES (?, ?)")
        .execute(arguments: [actor, name])
    }
    return actor
  }
}
