import GRDB
import Record

/// `ask agenda`: what is planned, how its days moved, and what is known to have come of it.
public struct AgendaQuestion: Question {
  /// The first and the last day of what is asked for.
  package var from: CalendarDay
  package var until: CalendarDay?
  /// Who has a part in it, all of them.
  public var parties: [Party] = []
  /// The day that decides what is past.
  package var today: CalendarDay
  public var limit = 50

  package init(from: CalendarDay, today: CalendarDay) {
    self.from = from
    self.today = today
  }

  /// The longest stretch that an article sets for a plan: some day of a year.
  private static let longestStretch = 366

  private static func order(_ plan: AgendaAnswer.Plan, from: CalendarDay) -> (String, String) {
    (max(plan.due ?? "9", from.description), plan.dueEnd ?? "9")
  }

  func answer(in database: Database) throws -> AgendaAnswer {
    var conditions: [SQL] = [
      "g.due >= \((from + -Self.longestStretch).description)", "g.dueEnd >= \(from.description)",
    ]
    if let until { conditions.append("g.due <= \(until.description)") }
    if !parties.isEmpty { conditions.append("(\(takePart) OR g.event IS NULL AND \(haveUndertaken))") }
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT \(PlanMention.columns) FROM agenda g LEFT JOIN events e ON e.id = g.event
          WHERE \(conditions.joined(operator: .and)) ORDER BY g.due, g.id LIMIT \(4 * limit)
          """))
    var plans = PlanReader(database, today: today)
    let found = try plans.plans(of: rows.map(PlanMention.init))
    let standing = found.filter { plan in
      guard let end = plan.dueEnd else { return true }
      return end >= from.description && (until.map { (plan.due ?? end) <= $0.description } ?? true)
    }
    // What is set for some day of a year that has begun is due by its end: it follows what is set for this month.
    let soonest = standing.sorted { Self.order($0, from: from) < Self.order($1, from: from) }
    return AgendaAnswer(
      plans: Array(soonest.prefix(limit)), isCut: standing.count > limit || rows.count == 4 * limit)
  }

  /// That all parties have a part in the event of an item.
  private var takePart: SQL {
    if let pair = Party.pair(parties) {
      return "+g.event IN (SELECT event FROM dyads WHERE a = \(pair.a) AND b = \(pair.b))"
    }
    return parties.map { party -> SQL in
      let isParty = party.condition(actor: "p.actor", country: "p.country")
      return "+g.event IN (SELECT p.event FROM participants p WHERE \(isParty))"
    }.joined(separator: " AND ")
  }

  /// That all parties have a part in a commitment in whose words an item without event stands.
  private var haveUndertaken: SQL {
    parties.map { party -> SQL in
      let by = party.condition(actor: "+c.\"by\"", country: "+c.byCountry")
      let to = party.condition(actor: "+c.\"to\"", country: "+c.toCountry")
      return "EXISTS (SELECT 1 FROM commitments c WHERE \(PlanReader.isUndertaken) AND (\(by) OR \(to)))"
    }.joined(separator: " AND ")
  }
}
