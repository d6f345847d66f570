import GRDB
import Record

/// `ask commitments`: who promised what to whom, and what came of it.
public struct CommitmentQuestion: Question {
  public var by: Party?
  public var to: Party?
  /// Free words of the promise, each of which it has to contain.
  public var words: String?
  /// Whether only those are shown that are neither kept nor broken.
  public var onlyOpen = false
  /// When it was made.
  public var period = Period.always
  /// When it is due.
  public var due = Period.always
  /// The day that decides what is overdue.
  package var today: CalendarDay
  public var limit = 20
  /// Where the last page ended.
  public var after: PageKey?

  package init(today: CalendarDay) { self.today = today }

  /// How many promises are looked at for one page of open ones.
  private static let mostPages = 5

  func answer(in database: Database) throws -> CommitmentAnswer {
    var outcomes = OutcomeReader(database, citations: CitationReader(database), today: today)
    var commitments: [CommitmentAnswer.Commitment] = []
    var next = after
    // The outcome is not stored: open ones are sought page by page.
    for _ in 0..<(onlyOpen ? Self.mostPages : 1) {
      let rows = try rows(after: next, in: database)
      var isLast = rows.count <= limit
      for row in rows.prefix(limit) {
        next = PageKey(day: row["day"], row: row["id"])
        guard let commitment = try outcomes.commitment(row), !onlyOpen || commitment.outcome.isOpen else { continue }
        commitments.append(commitment)
        if commitments.count == limit {
          isLast = isLast && (row["id"] as Int64?) == rows.last?["id"]
          break
        }
      }
      if isLast { next = nil }
      if isLast || commitments.count == limit { break }
    }
    let folded = CopyFold.folded(commitments, counting: \.articles) { [$0.citation.words, $0.by.name, $0.to?.name] }
    return CommitmentAnswer(commitments: folded, next: next)
  }

  private func rows(after: PageKey?, in database: Database) throws -> [Row] {
    var conditions: [SQL] = period.conditions(on: "c.day") + due.conditions(on: "c.due")
    if let by { conditions.append(by.condition(actor: "c.\"by\"", country: "c.byCountry")) }
    if let to { conditions.append(to.condition(actor: "c.\"to\"", country: "c.toCountry")) }
    if let words {
      for word in words.split(whereSeparator: { $0.isWhitespace || $0 == "*" || $0 == "%" || $0 == "_" }) {
        conditions.append("c.content LIKE \("%\(word)%")")
      }
    }
    if let after { conditions.append(after.isBefore(day: "c.day", row: "c.id")) }
    if conditions.isEmpty { conditions = ["1"] }
    return try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT c.id, c.article, c.kind, c.content, c.start, c."end", c.due, c.dueEnd, c.precision, c.day, c.statement,
            EXISTS (SELECT 1 FROM events e WHERE e.article = c.article AND e.type IN ('AGREE', 'CONSULT') AND e.status = 'future'
              AND e.start >= c.start AND e."end" <= c."end") AS isMeeting,
            c."by", coalesce(b.name, be.name) AS byname, b.key AS bykey, c.byCountry AS bycountry,
            coalesce(t.name, te.name) AS toname, t.key AS tokey, c.toCountry AS tocountry
          FROM commitments c
          LEFT JOIN actors b ON b.id = c."by" LEFT JOIN entities be ON be.id = c.byEntity
          LEFT JOIN actors t ON t.id = c."to" LEFT JOIN entities te ON te.id = c.toEntity
          WHERE \(conditions.joined(operator: .and)) ORDER BY c.day DESC, c.id DESC LIMIT \(limit + 1)
          """))
  }
}
