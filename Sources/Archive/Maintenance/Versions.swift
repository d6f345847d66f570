import GRDB

/// The chains of the versions of articles.
enum Versions {
  /// Numbers the versions of an article anew, of which `article` is one.
  ///
  /// - Returns: The current one.
  static func relink(sameAs article: Int64, _ database: Database) throws -> Int64 {
    let identity = try String.fetchOne(
      database, sql: "SELECT identity FROM articles WHERE id = ?", arguments: [article])
    return try identity.flatMap { try relink($0, database) } ?? article
  }

  /// Numbers the versions of one article anew, as its publisher counts them and in the order in which they came: each supersedes
  /// the one before, the last is current.
  ///
  /// - Returns: The current one, `nil` where there is no such article.
  @discardableResult
  static func relink(_ identity: String, _ database: Database) throws -> Int64? {
    let versions = try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT id FROM articles WHERE identity = ? ORDER BY edition, ingestedAt, id"),
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
    return versions.last
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
