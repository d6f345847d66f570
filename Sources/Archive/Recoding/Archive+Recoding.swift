import FoundationEssentials
import GRDB
public import Record

extension Archive {
  /// How many articles a coder has not coded yet: those whose current record comes from another, or that have none.
  ///
  /// - Parameters:
  ///   - coder: who would code them; `nil` for all articles, whoever coded them.
  ///   - earlierVersions: Whether superseded versions count too.
  public func countToRecode(by coder: Readout.Provenance?, earlierVersions: Bool = false) throws(ArchiveError) -> Int {
    try read { database in
      let (condition, arguments) = try Self.toRecode(coder, earlierVersions, database)
      return try Int.fetchOne(
        database, sql: "SELECT count(*) FROM articles WHERE \(condition)", arguments: arguments) ?? 0
    }
  }

  /// The next articles to be coded anew, in the order of their ids.
  ///
  /// - Parameter last: the id after which to begin, 0 for the first.
  public func toRecode(
    by coder: Readout.Provenance?, after last: Int64, limit: Int, earlierVersions: Bool = false
  ) throws(ArchiveError) -> [StoredArticle] {
    try read { database in
      let (condition, arguments) = try Self.toRecode(coder, earlierVersions, database)
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT articles.*, record FROM articles LEFT JOIN readouts ON article = id AND readouts.isCurrent
          WHERE articles.id > ? AND \(condition) ORDER BY articles.id LIMIT ?
          """, arguments: [last] + arguments + [limit])
      return try rows.map { try Self.storedArticle($0) }
    }
  }

  /// Gives an article the record of a newer coder; the earlier one is kept. What people corrected is laid over the new one.
  ///
  /// - Throws: ``ArchiveError`` where there is no such article, or the record is of another text.
  public func recode(_ article: Int64, _ readout: Readout) throws(ArchiveError) {
    let record = RecordBlob.pack(readout)
    let document = readout.document
    let day = ArticleDay(document)
    try write { database in
      let stored = try String.fetchOne(
        database, sql: "SELECT document FROM articles WHERE id = ?", arguments: [article])
      guard stored == document.id else {
        throw ArchiveError(.unknown, path: path, "there is no article \(article) with the text of \(document.id)")
      }
      try Self.insert(record, of: readout.coder, for: article, database)
      try database.cachedStatement(
        sql: """
          UPDATE articles SET title = ?, byline = ?, agency = ?, publisher = ?, published = ?, day = ?, dayEnd = ?,
            dayBasis = ?, language = ?
          WHERE id = ?
          """
      ).execute(arguments: [
        document.title?.text, document.byline?.text, document.agency?.text, document.publisher?.text,
        document.published, day.first?.description, day.last?.description, day.basis, document.language, article,
      ])
      try Derivation.renew(article, database)
    }
  }

  private static func toRecode(
    _ coder: Readout.Provenance?, _ earlierVersions: Bool, _ database: Database
  ) throws -> (sql: String, StatementArguments) {
    let versions = earlierVersions ? "1" : "articles.isCurrent"
    guard let coder else { return (versions, []) }
    let id = try Coders.known(coder, database) ?? 0
    return (
      "\(versions) AND articles.id NOT IN (SELECT article FROM readouts WHERE isCurrent AND coder = ?)", [id]
    )
  }

  private static func storedArticle(_ row: Row) throws -> StoredArticle {
    var article = StoredArticle(id: row["id"], text: row["text"])
    article.ref = row["ref"]
    article.uri = row["uri"]
    article.language = row["language"]
    let basis: String? = row["dayBasis"]
    if basis == "option" || basis == "metadata" {
      article.published = row["published"]
      article.isPublishedByOption = basis == "option"
    }
    guard let record = row["record"] as Data?,
      let document = try? RecordBlob.unpack([UInt8](record), text: article.text).document
    else {
      (article.title, article.byline, article.publisher) = (row["title"], row["byline"], row["publisher"])
      return article
    }
    func given(_ words: Readout.Words?) -> String? { words?.span == nil ? words?.text : nil }
    (article.title, article.byline, article.publisher) =
      (given(document.title), given(document.byline), given(document.publisher))
    return article
  }
}
