import GRDB

extension Archive {
  /// How much an archive holds.
  public struct Counts: Sendable, Equatable {
    /// All articles, with their earlier versions.
    public var articles: Int
    /// Those whose records answer questions: current, neither withheld nor cancelled.
    public var standing: Int
    public var actors: Int
    public var statements: Int
    public var events: Int
    public var positions: Int
    public var commitments: Int
    public var agenda: Int
    public var corrections: Int
  }

  public func counts() throws(ArchiveError) -> Counts {
    try read { database in
      func count(_ table: String) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
      }
      return Counts(
        articles: try count("articles"), standing: try count("standingArticles"), actors: try count("actors"),
        statements: try count("statements"), events: try count("events"), positions: try count("positions"),
        commitments: try count("commitments"), agenda: try count("agenda"), corrections: try count("corrections"))
    }
  }
}
