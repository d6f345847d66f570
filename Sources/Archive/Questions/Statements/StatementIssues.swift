import GRDB

/// What statements are about, by the record's keys.
struct StatementIssues {
  private var issues: [Int64: [String]] = [:]

  init(of statements: [Int64], in database: Database) throws {
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT statement, issue FROM statementIssues WHERE statement IN \(statements) ORDER BY statement, issue
          """))
    for row in rows { issues[row["statement"], default: []].append(row["issue"]) }
  }

  func of(_ statement: Int64) -> [String] { issues[statement] ?? [] }
}
