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

  public init() {}

  func answer(in database: Database) throws -> EventAnswer {
    let pair = Party.pair(parties)
    // The pairs of states stand by day in a table of their own.
    let source: SQL = pair == nil ? "events e" : "dyads d JOIN events e ON e.id = d.event"
    let dated: SQL = pair == nil ? "e.dated" : "d.dated"
    var conditions: [SQL] = period.conditions(on: dated)
    if let pair { conditions.append("d.a = \(pair.a) AND d.b = \(pair.b)") }
    for party in pair == nil ? parties : [] {
      conditions.append(try Self.takesPart(party, in: database))
    }
    if let actor { conditions.append(try Self.takesPart(actor, as: "actor", in: database)) }
    if let recipient { conditions.append(try Self.takesPart(recipient, as: "recipient", in: database)) }
    if !types.isEmpty { conditions.append("e.type IN \(types.map(\.rawValue))") }
    if !statuses.isEmpty { conditions.append("e.status IN \(statuses.map(\.rawValue))") }
    if !modes.isEmpty { conditions.append("e.mode IN \(modes)") }
    if let place { conditions.append("e.place = \(place) COLLATE NOCASE") }
    if let after { conditions.append(after.isBefore(day: dated, row: "e.id")) }
    if conditions.isEmpty { conditions = ["1"] }
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT \(EventReader.columns) FROM \(source) WHERE \(conditions.joined(operator: .and))
          ORDER BY \(dated) DESC, \(pair == nil ? "e.id" : "d.event") DESC LIMIT \(limit + 1)
          """))
    let page = rows.prefix(limit)
    let next = rows.count > limit ? page.last.map { PageKey(day: $0["dated"], row: $0["id"]) } : nil
    let events = CopyFold.folded(try EventReader(database).reports(page), counting: \.articles) { event in
      [event.type, event.mode, event.status, event.citation.words] + event.parties.map(\.name)
    }
    return EventAnswer(events: events, next: next)
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
