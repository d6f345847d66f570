import FoundationEssentials
import GRDB
import Record

extension Archive {
  /// Hands out the articles that stand, with their records, in the order in which they came and as of one moment.
  ///
  /// - Parameter period: The days of the articles; those whose day is not known belong to ``Period/always`` alone.
  /// - Throws: ``ArchiveError``, or what `body` throws.
  public func forEachStanding(in period: Period = .always, _ body: (StandingArticle) throws -> Void) throws {
    try readForOthers { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT articles.id, identity, ingestedAt, version, coalesce(
              (SELECT count(*) FROM copies one JOIN copies other USING (origin) WHERE one.article = articles.id), 0) AS copies
          FROM articles
          WHERE stands AND (?1 IS NULL OR coalesce(dayEnd, day) >= ?1) AND (?2 IS NULL OR day <= ?2)
          ORDER BY articles.id
          """, arguments: [period.first?.description, period.last?.description])
      while let row = try rows.next() {
        guard let effective = try Derivation.effective(row["id"], database) else { continue }
        try body(
          StandingArticle(
            identity: row["identity"], readout: effective.readout, ingestedAt: row["ingestedAt"],
            version: row["version"], copies: max(1, row["copies"])))
      }
    }
  }
}
