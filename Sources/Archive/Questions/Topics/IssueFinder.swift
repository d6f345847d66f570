import GRDB

/// Finds the issue that a user means by a keyword, a key or a label.
struct IssueFinder {
  /// `nil` where no record is about such an issue.
  func issue(_ text: String, in database: Database) throws -> IssueReference? {
    let issue = IssueReference(text)
    let isKnown = try Bool.fetchOne(
      database,
      SQLRequest(
        literal: """
          SELECT EXISTS (SELECT 1 FROM statementIssues i WHERE \(issue.condition("i")))
            OR EXISTS (SELECT 1 FROM positions p WHERE \(issue.condition("p")))
          """))
    return isKnown == true ? issue : nil
  }

  /// What to say where it is not known.
  func unknown(_ text: String, in database: Database) throws -> QuestionError {
    let known = try keywords(in: database)
    let near = known.filter { $0.hasPrefix(text.lowercased().prefix(4)) }
    let shown = (near.isEmpty ? known : near).prefix(20).joined(separator: ", ")
    return QuestionError(
      .unknownIssue,
      "no record is about “\(text)”; "
        + (known.isEmpty ? "the archive has no issues yet" : "issues are such as: \(shown)"))
  }

  /// All keywords of positions, read one look-up a keyword.
  private func keywords(in database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        WITH RECURSIVE k(keyword) AS (
          SELECT min(keyword) FROM positions
          UNION ALL
          SELECT (SELECT min(keyword) FROM positions WHERE keyword > k.keyword) FROM k WHERE k.keyword IS NOT NULL
        ) SELECT keyword FROM k WHERE keyword IS NOT NULL LIMIT 1000
        """)
  }
}
