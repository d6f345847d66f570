public import Comparison
import GRDB

extension Archive {
  /// An article that tells the same report as another.
  public struct Copy: Sendable, Equatable {
    public var article: Int64
    public var title: String?
    public var publisher: String?
    public var agency: String?
    public var day: String?
  }

  /// The standing articles that go back to the same text as `article`, itself among them, the first to come first.
  public func copies(of article: Int64) throws(ArchiveError) -> [Copy] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT a.id, a.title, a.publisher, a.agency, a.day FROM copies one
          JOIN copies other ON other.origin = one.origin JOIN articles a ON a.id = other.article
          WHERE one.article = ? ORDER BY a.id
          """, arguments: [article]
      ).map {
        Copy(
          article: $0["id"], title: $0["title"], publisher: $0["publisher"], agency: $0["agency"], day: $0["day"])
      }
    }
  }

  /// Two articles held side by side: how much they share, and what differs.
  public func comparison(of first: Int64, with second: Int64) throws(ArchiveError) -> CopyComparison {
    try read { database in
      func text(_ article: Int64) throws -> String {
        let text = try String.fetchOne(database, sql: "SELECT text FROM articles WHERE id = ?", arguments: [article])
        guard let text else { throw ArchiveError(.unknown, path: path, "there is no article \(article)") }
        return text
      }
      return CopyComparison(try text(first), try text(second))
    }
  }
}
