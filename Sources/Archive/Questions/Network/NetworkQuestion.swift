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
    let interval: SQL =
      switch interval {
      case .month: "month"
      case .year: "substr(month, 1, 4)"
      case nil: "NULL"
      }
    let order: SQL = self.interval == nil ? "events DESC, a, b" : "a, b, interval"
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT a, b, \(interval) AS interval, sum(events) AS events, sum(verbalCooperation) AS verbalCooperation,
            sum(materialCooperation) AS materialCooperation, sum(verbalConflict) AS verbalConflict,
            sum(materialConflict) AS materialConflict, sum(score) / 100.0 / nullif(sum(scored), 0) AS score
          FROM (\(Dealings.months(of: period, where: pairs)))
          GROUP BY a, b, interval ORDER BY \(order) LIMIT \(limit + 1)
          """))
    let links = try rows.prefix(limit).map { row in
      let link = NetworkAnswer.Link(
        a: row["a"], b: row["b"], interval: row["interval"], events: row["events"],
        verbalCooperation: row["verbalCooperation"], materialCooperation: row["materialCooperation"],
        verbalConflict: row["verbalConflict"], materialConflict: row["materialConflict"], meanScore: row["score"])
      return (link, first: try end(of: link, .first, database), last: try end(of: link, .last, database))
    }
    let examples = Dictionary(
      try EventReader(database).reports(ids: Set(links.compactMap(\.last?.event))).map { ($0.row, $0.citation) }
    ) { first, _ in first }
    return NetworkAnswer(
      links: links.map { link, first, last in
        var link = link
        link.first = first?.day
        link.last = last?.day
        link.example = last.flatMap { examples[$0.event] }
        return link
      }, isCut: rows.count > limit)
  }

  private var pairs: SQL {
    switch (state, other) {
    case (let first?, let second?): "a = \(min(first, second)) AND b = \(max(first, second))"
    case (let state?, nil), (nil, let state?): "(a = \(state) OR b = \(state))"
    case (nil, nil): "1"
    }
  }

  private enum End {
    case first, last
  }

  /// The first or the last event of a pair's figures; `nil` where none has a day.
  private func end(
    of link: NetworkAnswer.Link, _ end: End, _ database: Database
  ) throws -> (day: String, event: Int64)? {
    var conditions: [SQL] = ["a = \(link.a)", "b = \(link.b)", "dated > ''", Dealings.areDealings]
    conditions += period.conditions(on: "dated")
    if let interval = link.interval { conditions.append("dated >= \(interval) AND dated < \(interval + "~")") }
    let order: SQL = end == .first ? "dated, event" : "dated DESC, event DESC"
    return try Row.fetchOne(
      database,
      SQLRequest(
        literal: """
          SELECT dated, event FROM dyads WHERE \(conditions.joined(operator: .and)) ORDER BY \(order) LIMIT 1
          """)
    ).map { ($0["dated"], $0["event"]) }
  }
}
