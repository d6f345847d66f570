import GRDB

/// Whom statements are addressed to, who relays them, and whom they are about.
struct StatementActors {
  private var actors: [Key: [ActorReference]] = [:]

  private struct Key: Hashable {
    var statement: Int64
    var role: String
  }

  init(of statements: [Int64], in database: Database) throws {
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT c.statement, c.role, actors.key, coalesce(actors.name, entities.name) AS name, c.country
          FROM statementActors c LEFT JOIN actors ON actors.id = c.actor LEFT JOIN entities ON entities.id = c.entity
          WHERE c.statement IN \(statements) ORDER BY c.statement, c.role, c.number
          """))
    for row in rows {
      guard let actor = ActorReference(row) else { continue }
      actors[Key(statement: row["statement"], role: row["role"]), default: []].append(actor)
    }
  }

  func of(_ statement: Int64, as role: String) -> [ActorReference] {
    actors[Key(statement: statement, role: role)] ?? []
  }
}
