import GRDB

/// `ask network`: who deals with whom, how much and how well.
public struct NetworkQuestion: Question {
  /// Whose dealings; everybody's where it is `nil`.
  public var state: String?
  /// The other side, where only one pair is asked for.
  public var other: String?
  public var period = Period.always
  /// What each pair's figures are told by.
  public var interval: Interval?
  public var limit = 50

  public enum Interval: String, Sendable, CaseIterable {
    case month, year
  }

  public init() {}

  func answer(in database: Database) throws -> NetworkAnswer {
    // What has happened; plans, denials and mere possibilities are no dealings.
    let conditions = period.conditions(on: "dated") + ["status IN ('actual', 'historical')"]
    let pairs: SQL
    switch (state, other) {
    case (let first?, let second?): pairs = "a = \(min(first, second)) AND b = \(max(first, second))"
    case (let state?, nil), (nil, let state?): pairs = "(a = \(state) OR b = \(state))"
    case (nil, nil): pairs = "1"
    }
    let interval: SQL =
      switch interval {
      case .month: "substr(dated, 1, 7)"
      case .year: "substr(dated, 1, 4)"
      case nil: "NULL"
      }
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT a, b, \(interval) AS interval, count(*) AS events,
            count(*) FILTER (WHERE quad = 'verbalCooperation') AS verbalCooperation,
            count(*) FILTER (WHERE quad = 'materialCooperation') AS materialCooperation,
            count(*) FILTER (WHERE quad = 'verbalConflict') AS verbalConflict,
            count(*) FILTER (WHERE quad = 'materialConflict') AS materialConflict,
            avg(score) AS score, min(nullif(dated, '')) AS first, max(dated) AS last, max(event) AS event
          FROM dyads WHERE \(pairs) AND \((conditions as [SQL]).joined(operator: .and))
          GROUP BY a, b, interval
          """))
    var links = rows.map { row in
      (
        link: NetworkAnswer.Link(
          a: row["a"], b: row["b"], interval: row["interval"], events: row["events"],
          verbalCooperation: row["verbalCooperation"], materialCooperation: row["materialCooperation"],
          verbalConflict: row["verbalConflict"], materialConflict: row["materialConflict"], meanScore: row["score"],
          first: row["first"], last: row["last"], example: nil), event: row["event"] as Int64
      )
    }
    if self.interval == nil {
      links.sort { ($1.link.events, $0.link.a, $0.link.b) < ($0.link.events, $1.link.a, $1.link.b) }
    }
    let isCut = links.count > limit
    let shown = links.prefix(limit)
    let examples = Dictionary(
      try EventReader(database).reports(ids: Set(shown.map(\.event))).map { ($0.row, $0.citation) }
    ) { first, _ in first }
    return NetworkAnswer(
      links: shown.map { link, event in
        var link = link
        link.example = examples[event]
        return link
      }, isCut: isCut)
  }
}
