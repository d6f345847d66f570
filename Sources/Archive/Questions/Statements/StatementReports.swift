import Comparison
import GRDB
import Record

/// Reads how other articles give statements.
struct StatementReports {
  private let database: Database
  private let citations: CitationReader

  /// So many other wordings are told.
  private static let mostReports = 8

  init(_ database: Database, citations: CitationReader) {
    self.database = database
    self.citations = citations
  }

  /// Adds to statements what others of their groups have: by rows, one of each group.
  func complete(_ statements: inout [(row: Int64, statement: StatementAnswer.Statement)], _ links: StatementLinks)
    throws
  {
    let others = statements.flatMap { links.groups[$0.row].flatMap { links.members[$0] } ?? [] }
    guard !others.isEmpty else { return }
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT s.id, s.article, s.day, s.quotation, s.content, s.start, s."end", coalesce(c.origin, s.article) AS origin
          FROM statements s LEFT JOIN copies c ON c.article = s.article WHERE s.id IN \(others) ORDER BY s.day, s.id
          """))
    let found = Dictionary(rows.map { ($0["id"] as Int64, $0) }) { first, _ in first }
    let actors = try StatementActors(of: others, in: database)
    for index in statements.indices {
      let own = statements[index].row
      guard let group = links.groups[own], let members = links.members[group] else { continue }
      let rows = members.compactMap { found[$0] }.sorted { ($0["id"] as Int64) < $1["id"] }
      statements[index].statement.articles = Set(rows.map { $0["article"] as Int64 }).count
      statements[index].statement.origins = Set(rows.map { $0["origin"] as Int64 }).count
      var told = [Wording(statements[index].statement.content, statements[index].statement.relays)]
      for row in rows where row["id"] != own && told.count <= Self.mostReports {
        let relays = actors.of(row["id"], as: "relay")
        let wording = Wording(row["content"], relays)
        guard !told.contains(where: wording.adds(nothingTo:)) else { continue }
        told.append(wording)
        statements[index].statement.reports.append(
          StatementAnswer.Report(
            day: row["day"], relays: relays, quotation: row["quotation"], content: row["content"],
            citation: try citations.citation(article: row["article"], start: row["start"], end: row["end"])))
      }
    }
  }

  /// What a report says and on whose account.
  private struct Wording {
    var words: [UInt64]
    var relays: Set<String>

    init(_ content: String, _ relays: [ActorReference]) {
      words = WordList(content).keys
      self.relays = Set(relays.map { $0.key ?? $0.name })
    }

    func adds(nothingTo other: Wording) -> Bool { words == other.words && relays.isSubset(of: other.relays) }
  }
}
