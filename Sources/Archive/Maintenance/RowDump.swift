import GRDB

/// The rows of an article's record in a form that does not depend on the archive's numbers, so that they can be compared with
/// what the record gives.
struct RowDump {
  private let queries: [(table: String, sql: String)]

  /// Tables whose rows belong to an article, and those whose rows belong to one of theirs.
  private static let tables = [
    ("entities", nil), ("offices", "entity"), ("places", nil), ("statements", nil), ("statementActors", "statement"),
    ("statementIssues", "statement"), ("events", nil), ("participants", "event"), ("dyads", "event"),
    ("accounts", "event"), ("accountKeys", "event"),
    ("positions", nil),
    ("commitments", nil), ("agenda", nil),
  ]

  /// What a column that names another row is read as.
  private static let references = [
    "actor": "actors", "speaker": "actors", "holder": "actors", "by": "actors", "to": "actors", "entity": "entities",
    "speakerEntity": "entities", "holderEntity": "entities", "byEntity": "entities", "toEntity": "entities",
    "statement": "statements", "event": "events",
  ]

  init(_ database: Database) throws {
    queries = try Self.tables.map { table, owner in
      let names = try database.columns(in: table).map(\.name).filter { !["id", "article", "happening"].contains($0) }
      let values = names.map { Self.expression($0, in: table) }
      let order = (1...values.count).map(String.init).joined(separator: ", ")
      let source =
        owner.map { owner in
          "\(table) JOIN \(Self.references[owner] ?? "") owner ON owner.id = \(table).\(owner) WHERE owner.article = ?"
        } ?? "\(table) WHERE article = ?"
      return (table, "SELECT \(values.joined(separator: ", ")) FROM \(source) ORDER BY \(order)")
    }
  }

  private static func expression(_ column: String, in table: String) -> String {
    // Offices run `from` and `to` a day; an event's `within` is a row where a statement's is an id of the record.
    let target = table == "offices" && column == "to" ? nil : references[column]
    let name = "\(table).\"\(column)\""
    if table == "events", column == "within" { return "(SELECT local FROM statements o WHERE o.id = \(name))" }
    guard let target else { return name }
    return "(SELECT \(target == "actors" ? "key" : "local") FROM \(target) o WHERE o.id = \(name))"
  }

  /// The rows of `article`, by table.
  func rows(of article: Int64, _ database: Database) throws -> [String: [Row]] {
    var rows: [String: [Row]] = [:]
    for (table, sql) in queries {
      rows[table] = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [article])
    }
    return rows
  }
}
