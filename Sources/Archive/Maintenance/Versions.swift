import GRDB

/// The chains of the versions of articles.
enum Versions {
  /// Numbers the versions of one article anew, in the order in which they came: each supersedes the one before, the last is
  /// current.
  static func relink(_ identity: String, _ database: Database) throws {
    let versions = try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT id FROM articles WHERE identity = ? ORDER BY ingestedAt, id"),
      arguments: [identity])
    // `supersedes` and the current version are unique: first nobody has them.
    try database.cachedStatement(sql: "UPDATE articles SET supersedes = NULL, isCurrent = 0 WHERE identity = ?")
      .execute(arguments: [identity])
    for (index, version) in versions.enumerated() {
      try database.cachedStatement(sql: "UPDATE articles SET version = ?, supersedes = ?, isCurrent = ? WHERE id = ?")
        .execute(arguments: [
          index + 1, index > 0 ? versions[index - 1] : nil, index == versions.count - 1, version,
        ])
    }
  }

  /// Does so wherever a chain is broken.
  static func relinkAll(_ database: Database) throws {
    let broken = try String.fetchAll(
      database,
      sql: """
        SELECT DISTINCT this.identity FROM articles this
        LEFT JOIN articles before ON before.id = this.supersedes
        LEFT JOIN articles after ON after.supersedes = this.id
        WHERE (this.version = 1) <> (this.supersedes IS NULL)
          OR before.identity <> this.identity OR before.version <> this.version - 1
          OR this.isCurrent <> (after.id IS NULL)
        """)
    for identity in broken { try relink(identity, database) }
  }
}
