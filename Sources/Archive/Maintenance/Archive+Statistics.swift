import GRDB
import Glibc
public import Record

extension Archive {
  /// What an archive is made of.
  public struct Statistics: Sendable, Equatable {
    public var counts: Counts
    /// Bytes of the file and of the log beside it.
    public var size: Int
    /// The days of the first and the last standing article.
    public var firstDay: String?
    public var lastDay: String?
    /// Standing articles without a day.
    public var undated: Int
    /// How many articles have their current record of which coder, most first.
    public var coders: [(coder: Readout.Provenance, articles: Int)]
    /// Articles by status, `superseded` among them.
    public var status: [(status: String, articles: Int)]

    public static func == (a: Statistics, b: Statistics) -> Bool {
      a.counts == b.counts && a.size == b.size && a.firstDay == b.firstDay && a.lastDay == b.lastDay
        && a.undated == b.undated && a.coders.elementsEqual(b.coders, by: ==)
        && a.status.elementsEqual(b.status, by: ==)
    }
  }

  public func statistics() throws(ArchiveError) -> Statistics {
    let counts = try counts()
    return try read { database in
      let days = try Row.fetchOne(
        database, sql: "SELECT min(day) first, max(day) last, count(*) - count(day) undated FROM standingArticles")
      let coders = try Row.fetchAll(
        database,
        sql: """
          SELECT coders.*, count(*) articles FROM readouts JOIN coders ON coders.id = coder WHERE isCurrent
          GROUP BY coders.id ORDER BY articles DESC, coders.id
          """)
      let status = try Row.fetchAll(
        database,
        sql: """
          SELECT CASE WHEN isCurrent THEN status ELSE 'superseded' END status, count(*) articles FROM articles
          GROUP BY 1 ORDER BY articles DESC, 1
          """)
      return Statistics(
        counts: counts, size: Self.size(of: path) + Self.size(of: "\(path)-wal"), firstDay: days?["first"],
        lastDay: days?["last"], undated: days?["undated"] ?? 0,
        coders: coders.map { (Coders.coder($0), $0["articles"]) }, status: status.map { ($0["status"], $0["articles"]) }
      )
    }
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
