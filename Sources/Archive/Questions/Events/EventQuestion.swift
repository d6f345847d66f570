import GRDB
import Record

/// `ask events`: who did what to whom.
public struct EventQuestion: Question {
  /// Any of these; all where it is empty.
  public var types: [EventType] = []
  public var statuses: [EventStatus] = []
  public var modes: [String] = []
  /// Who has a part in it, all of them.
  public var parties: [Party] = []
  /// Who does it, and to whom.
  public var actor: Party?
  public var recipient: Party?
  public var place: String?
  /// When it happens; where that is not told, when it was reported.
  public var period = Period.always
  public var limit = 50
  /// Where the last page ended.
  public var after: PageKey?
  /// Whether all accounts of each event are wanted, and not only the surest.
  public var accounts = false

  public init() {}

  func answer(in database: Database) throws -> EventAnswer {
    let pair = pair
    // The pairs of states stand by day in a table of their own.
    let source: SQL = pair == nil ? "events e" : "dyads d JOIN events e ON e.id = d.event"
    let dated: SQL = pair == nil ? "e.dated" : "d.dated"
    var listed = try conditions(on: dated, in: database)
    if let pair { listed.append("d.a = \(pair.a) AND d.b = \(pair.b)") }
    let page = try GroupedPage(limit: limit, after: after) { place, count in
      let conditions = listed + (place.map { [$0.isBefore(day: dated, row: "e.id")] } ?? ["1"])
      return try Row.fetchAll(
        database,
        SQLRequest(
          literal: """
            SELECT \(EventReader.columns), a.happening FROM \(source) LEFT JOIN accounts a ON a.event = e.id
            WHERE \(conditions.joined(operator: .and))
            ORDER BY \(dated) DESC, \(pair == nil ? "e.id" : "d.event") DESC LIMIT \(count)
            """))
    } group: { rows in
      rows.reduce(into: [:]) { groups, row in groups[row["id"]] = row["happening"] as Int64? }
    } isShown: { happenings, place in
      let earlier: SQL = "a.happening IN \(happenings.sorted()) AND NOT \(place.isBefore(day: "e.dated", row: "e.id"))"
      return try Int64.fetchSet(
        database, matching("a.happening", "accounts a JOIN events e ON e.id = a.event", earlier, in: database))
    }
    let happenings = try HappeningReader(database).happenings(page.rows, withAccounts: accounts) { events in
      try Int64.fetchSet(database, matching("e.id", "events e", "e.id IN \(events)", in: database))
    }
    return EventAnswer(happenings: happenings, next: page.next)
  }

  private var pair: (a: String, b: String)? { Party.pair(parties) }

  /// Of events that are known already, those that are asked for.
  private func matching(_ column: SQL, _ source: SQL, _ known: SQL, in database: Database) throws -> SQLRequest<Int64> {
    var conditions = try conditions(on: "e.dated", in: database) + [known]
    if let pair {
      conditions.append("EXISTS (SELECT 1 FROM dyads d WHERE d.event = e.id AND d.a = \(pair.a) AND d.b = \(pair.b))")
    }
    return SQLRequest(literal: "SELECT \(column) FROM \(source) WHERE \(conditions.joined(operator: .and))")
  }

  /// What is asked of an event `e`, but for the pair of states.
  private func conditions(on dated: SQL, in database: Database) throws -> [SQL] {
    var conditions: [SQL] = period.conditions(on: dated)
    for party in pair == nil ? parties : [] {
      conditions.append(try Self.takesPart(party, in: database))
    }
    if let actor { conditions.append(try Self.takesPart(actor, as: "actor", in: database)) }
    if let recipient { conditions.append(try Self.takesPart(recipient, as: "recipient", in: database)) }
    if !types.isEmpty { conditions.append("e.type IN \(types.map(\.rawValue))") }
    if !statuses.isEmpty { conditions.append("e.status IN \(statuses.map(\.rawValue))") }
    if !modes.isEmpty { conditions.append("e.mode IN \(modes)") }
    if let place { conditions.append("e.place = \(place) COLLATE NOCASE") }
    return conditions
  }

  /// That the party has a part in the event `e`.
  private static func takesPart(_ party: Party, as role: String? = nil, in database: Database) throws -> SQL {
    let isRole: SQL = role.map { "p.role = \($0)" } ?? "1"
    let isParty = party.condition(actor: "p.actor", country: "p.country")
    // The plus signs keep SQLite to the event's few rows, where it would go through all of the party's.
    let isPartyOfEvent = party.condition(actor: "+p.actor", country: "+p.country")
    return try Frequency.condition(
      "e.id", isIn: "SELECT p.event FROM participants p WHERE \(isParty) AND \(isRole)",
      or: "EXISTS (SELECT 1 FROM participants p WHERE p.event = e.id AND \(isPartyOfEvent) AND \(isRole))",
      in: database)
  }
}
