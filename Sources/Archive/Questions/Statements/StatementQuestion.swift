import GRDB
import Record

/// `ask statements`: who said what to whom about what.
public struct StatementQuestion: Question {
  public var speaker: Party?
  public var addressee: Party?
  public var topic: Topic?
  /// Any of these; all where it is empty.
  public var acts: [Act] = []
  /// Free words of what is said, as ``WordQuery`` reads them.
  public var words: String?
  /// When it was said; where that is not told, when it was reported.
  public var period = Period.always
  public var limit = 50
  /// Where the last page ended.
  public var after: PageKey?

  public init() {}

  /// To look words up statement by statement is dear.
  private static let manyWords = 300_000

  func answer(in database: Database) throws -> StatementAnswer {
    let conditions = try conditions(in: database)
    var links = StatementLinks(database)
    let page = try GroupedPage(limit: limit, after: after) { place, count in
      let conditions = conditions + (place.map { [$0.isBefore(day: "s.day", row: "s.id")] } ?? [])
      return try Row.fetchAll(
        database,
        SQLRequest(
          literal: """
            SELECT s.id, s.article, s.local, s.speaker, s.act, s.polarity, s.quotation, s.content, s.start, s."end", s.day,
              s.day AS dated, s.confidence, s.correction IS NOT NULL AS isCorrected, s.speakerCountry AS country,
              actors.key AS key, coalesce(actors.name, entities.name) AS name
            FROM statements s
            LEFT JOIN actors ON actors.id = s.speaker LEFT JOIN entities ON entities.id = s.speakerEntity
            WHERE \(conditions.joined(operator: .and))
            ORDER BY s.day DESC, s.id DESC LIMIT \(count)
            """))
    } group: { rows in
      try links.add(rows)
      return links.groups
    } isShown: { groups, place in
      let members = groups.flatMap { links.members[$0] ?? [] }
      let earlier: [SQL] = ["s.id IN \(members)", "NOT \(place.isBefore(day: "s.day", row: "s.id"))"]
      let shown = try Int64.fetchAll(
        database,
        SQLRequest(
          literal: "SELECT s.id FROM statements s WHERE \((conditions + earlier).joined(operator: .and))"))
      return Set(shown.compactMap { links.groups[$0] })
    }
    return StatementAnswer(statements: try statements(page.rows, links, in: database), next: page.next)
  }

  private func statements(
    _ rows: [Row], _ links: StatementLinks, in database: Database
  ) throws -> [StatementAnswer.Statement] {
    let reader = CitationReader(database)
    let ids = rows.map { $0["id"] as Int64 }
    let actors = try StatementActors(of: ids, in: database)
    let issues = try StatementIssues(of: ids, in: database)
    var statements = try rows.map { row in
      let id: Int64 = row["id"]
      return (
        row: id,
        statement: StatementAnswer.Statement(
          id: row["local"], day: row["day"], speaker: ActorReference(row),
          addressees: actors.of(id, as: "addressee"), relays: actors.of(id, as: "relay"),
          about: actors.of(id, as: "about"), issues: issues.of(id), act: row["act"],
          isNegated: row["polarity"] == Polarity.negated.rawValue, quotation: row["quotation"], content: row["content"],
          confidence: row["confidence"], isCorrected: row["isCorrected"],
          citation: try reader.citation(article: row["article"], start: row["start"], end: row["end"]))
      )
    }
    try StatementReports(database, citations: reader).complete(&statements, links)
    // What nobody who is named said is not linked, but in copies.
    return CopyFold.folded(statements.map(\.statement), counting: \.articles) {
      [$0.content, $0.act, $0.speaker?.name]
    }
  }

  private func conditions(in database: Database) throws -> [SQL] {
    var conditions: [SQL] = period.conditions(on: "s.day")
    if let words {
      let query = try WordQuery(words).text
      let rows: SQL = "SELECT rowid FROM statementWords WHERE statementWords MATCH \(query)"
      conditions.append(
        try Frequency.condition(
          "s.id", isIn: rows, or: "EXISTS (\(rows) AND rowid = s.id)", many: Self.manyWords, in: database))
    }
    if let speaker { conditions.append(speaker.condition(actor: "s.speaker", country: "s.speakerCountry")) }
    if let addressee { conditions.append(try isConnected(to: addressee, as: "addressee", in: database)) }
    switch topic {
    case .issue(let issue)?:
      let condition = issue.condition("i")
      conditions.append(
        try isAmong(
          "SELECT i.statement FROM statementIssues i WHERE \(condition)",
          or: "EXISTS (SELECT 1 FROM statementIssues i WHERE i.statement = s.id AND \(condition))", in: database))
    case .party(let party)?: conditions.append(try isConnected(to: party, as: "about", in: database))
    case nil: break
    }
    if !acts.isEmpty { conditions.append("s.act IN \(acts.map(\.rawValue))") }
    return conditions.isEmpty ? ["1"] : conditions
  }

  /// That a statement has the party in a role.
  private func isConnected(to party: Party, as role: String, in database: Database) throws -> SQL {
    let condition = party.condition(actor: "c.actor", country: "c.country")
    return try isAmong(
      "SELECT c.statement FROM statementActors c WHERE \(condition) AND c.role = \(role)",
      or: "EXISTS (SELECT 1 FROM statementActors c WHERE c.statement = s.id AND c.role = \(role) AND \(condition))",
      in: database)
  }

  /// That a statement is among `rows`: the way to it, unless that is through words, or through a speaker where they are many.
  private func isAmong(_ rows: SQL, or exists: SQL, in database: Database) throws -> SQL {
    guard words == nil else { return exists }
    return try Frequency.condition(
      "s.id", isIn: rows, or: exists, many: speaker == nil ? Frequency.many : Frequency.few, in: database)
  }
}
