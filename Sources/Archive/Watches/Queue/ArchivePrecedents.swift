import GRDB
import Record

/// What an archive had from other articles than the one that is looked at.
struct ArchivePrecedents: Precedents {
  let database: Database
  let article: Int64

  func position(of holder: String, on issue: String, before day: String) throws -> PastPosition? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT positions.stance, positions.reported, articles.title, coalesce(articles.publisher, articles.agency) AS publisher
          FROM positions JOIN actors ON actors.id = positions.holder JOIN articles ON articles.id = positions.article
          WHERE actors.key = ? AND positions.issue = ? AND positions.stance <> 'neutral'
            AND (positions.day, positions.article) < (?, ?)
          ORDER BY positions.day DESC, positions.article DESC, positions.number DESC LIMIT 1
          """), arguments: [holder, issue, day, article])
    guard let row, let stance = Stance(rawValue: row["stance"]) else { return nil }
    return PastPosition(stance: stance, before: Self.before(row, value: stance.rawValue))
  }

  func plans(of type: EventType, between parties: Set<String>, notOverOn day: CalendarDay) throws -> [PastPlan] {
    // Two of the parties lead to the events; the others are looked up for each.
    let pair = parties.sorted().prefix(2)
    guard let a = pair.first, let b = pair.dropFirst().first else { return [] }
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT agenda.event, agenda.due, agenda.dueEnd, agenda.reported, articles.title,
            coalesce(articles.publisher, articles.agency) AS publisher
          FROM dyads CROSS JOIN agenda ON agenda.event = dyads.event JOIN articles ON articles.id = agenda.article
          WHERE dyads.a = ? AND dyads.b = ? AND dyads.dated BETWEEN ? AND ? AND dyads.type = ?
            AND agenda.due IS NOT NULL AND agenda.dueEnd >= ? AND agenda.article <> ?
            AND agenda.reported <= (SELECT articles.day FROM articles WHERE id = ?)
          ORDER BY agenda.reported DESC, agenda.id DESC
          """),
      arguments: [
        a, b, (day + -Self.daysAround).description, (day + Self.daysAround).description, type.rawValue, day.description,
        article, article,
      ])
    return try rows.compactMap { row in
      guard let first = CalendarDay(row["due"] as String), let last = CalendarDay(row["dueEnd"] as String),
        try self.parties(of: row["event"]) == parties
      else { return nil }
      let days = DayRange(first: first, last: last, precision: .range)
      return PastPlan(first: first, last: last, before: Self.before(row, value: days.text))
    }
  }

  /// Plans are looked for among the events up to this many days before and after.
  private static let daysAround = 400

  private func parties(of event: Int64) throws -> Set<String> {
    try String.fetchSet(
      database.cachedStatement(
        sql: "SELECT country FROM participants WHERE participants.event = ? AND country IS NOT NULL"),
      arguments: [event])
  }

  private static func before(_ row: Row, value: String) -> Finding.Before {
    Finding.Before(value: value, reported: row["reported"], title: row["title"], publisher: row["publisher"])
  }
}
