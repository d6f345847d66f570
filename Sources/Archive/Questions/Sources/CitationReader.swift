import GRDB
import Record

/// Reads the words that answers cite, each article once.
final class CitationReader {
  private let database: Database
  private var articles: [Int64: Article] = [:]

  private struct Article {
    var source: Source
    var text: SpanText
  }

  init(_ database: Database) { self.database = database }

  /// The words from `start` to `end` of an article.
  func citation(article: Int64, start: Int, end: Int) throws -> Citation {
    let article = try load(article)
    let span = Span(start: start, end: end)
    return Citation(source: article.source, span: span, words: article.text[span])
  }

  private func load(_ id: Int64) throws -> Article {
    if let article = articles[id] { return article }
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT id, document, version, coalesce(copies.origin, id) AS copyOf, ref, uri, title, agency, publisher,
          coalesce(published, day) AS day, text
        FROM articles LEFT JOIN copies ON copies.article = id WHERE id = ?
        """, arguments: [id])
    guard let row else { throw QuestionError(.option, "the archive has no article \(id)") }
    let source = Source(
      article: id, document: row["document"], version: row["version"], origin: row["copyOf"], ref: row["ref"],
      uri: row["uri"],
      title: row["title"], agency: row["agency"], publisher: row["publisher"], day: row["day"])
    let article = Article(source: source, text: SpanText(row["text"]))
    articles[id] = article
    return article
  }
}
