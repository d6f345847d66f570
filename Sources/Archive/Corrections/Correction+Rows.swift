import GRDB
import Record

extension Correction {
  /// The corrections of a text, in the order in which they were made.
  static func all(of document: String, _ database: Database) throws -> [Correction] {
    try Row.fetchAll(
      database.cachedStatement(sql: "SELECT * FROM corrections WHERE document = ? ORDER BY id"), arguments: [document]
    ).map { try Correction($0) }
  }

  /// - Throws: `RecordError` where the row holds what no correction can.
  init(_ row: Row) throws {
    guard let kind = Kind(rawValue: row["kind"]), let action = Action(rawValue: row["action"]) else {
      throw RecordFault(message: "correction \(row["id"] as Int64) is of no known kind")
    }
    self.init(
      id: row["id"], document: row["document"], action: action,
      anchor: try Anchor(kind: kind, json: row["anchor"]), value: try .init(json: (row["value"] as String).utf8),
      who: row["who"], at: row["at"], why: row["why"])
  }

  /// Stores it as a row of its own; ``id`` is given anew.
  mutating func insert(_ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO corrections (document, kind, action, anchor, value, who, at, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      document, anchor.kind.rawValue, action.rawValue, anchor.json, String(decoding: value.json(), as: UTF8.self), who,
      at,
      why,
    ])
    id = database.lastInsertedRowID
  }
}
