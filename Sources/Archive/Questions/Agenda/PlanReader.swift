import Record
import GRDB

/// Joins what articles say of plans to plans, and finds what came of them.
struct PlanReader {
  private let database: Database
  private let citations: CitationReader
  private let events: EventReader
  private let today: CalendarDay
  /// All mentions of plans between two states, and of what one has undertaken, read once.
  private var known: [[String]: [PlanMention]] = [:]

  /// The latest mentions of two states' plans that are looked through.
  private static let most = 300
  /// News of a meeting may be dated a day off.
  private static let slack = 1

  init(_ database: Database, today: CalendarDay) {
    self.database = database
    self.today = today
    citations = CitationReader(database)
    events = EventReader(database, citations: citations)
  }

  /// The plans that `mentions` are of, each with all that other articles say of it, the earliest first.
  mutating func plans(of mentions: [PlanMention]) throws -> [AgendaAnswer.Plan] {
    var plans: [AgendaAnswer.Plan] = []
    var seen: Set<Int64> = []
    for mention in try withParties(mentions) where !seen.contains(mention.row) {
      let all = try related(to: mention)
      seen.formUnion(all.map(\.mention.row))
      plans.append(try plan(all))
    }
    return plans.sorted { ($0.due ?? "9", $0.dueEnd ?? "9") < ($1.due ?? "9", $1.dueEnd ?? "9") }
  }

  private typealias Linked = (mention: PlanMention, reasons: [String])

  /// What articles say of the plan of `mention`, in the order of the articles.
  private mutating func related(to mention: PlanMention) throws -> [Linked] {
    let isUndertaking = mention.event == nil
    let side =
      isUndertaking ? mention.parties.prefix(1).compactMap(\.country) : Array(mention.states.sorted().prefix(2))
    guard side.count == (isUndertaking ? 1 : 2) else { return [(mention, [])] }
    let all = try known[side] ?? (isUndertaking ? readUndertakings(of: side[0]) : readMentions(of: side))
    known[side] = all
    var linked: [Linked] = [(mention, [])]
    var rest = all.filter { $0.row != mention.row }
    // What agrees with one of them belongs to all: a date that moved twice is followed from one to the next.
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (index, other) in rest.enumerated().reversed() {
        let reasons = linked.lazy.compactMap { before in
          (before.mention.reported ?? "", before.mention.row) < (other.reported ?? "", other.row)
            ? before.mention.agreement(with: other) : other.agreement(with: before.mention)
        }.first
        guard let reasons else { continue }
        linked.append((other, reasons))
        rest.remove(at: index)
        isGrowing = true
      }
    }
    return linked.sorted { ($0.mention.reported ?? "", $0.mention.row) < ($1.mention.reported ?? "", $1.mention.row) }
  }

  private func readMentions(of pair: [String]) throws -> [PlanMention] {
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT \(PlanMention.columns) FROM dyads d JOIN agenda g ON g.event = d.event JOIN events e ON e.id = d.event
          WHERE d.a = \(pair[0]) AND d.b = \(pair[1]) ORDER BY d.dated DESC, d.event DESC LIMIT \(Self.most)
          """))
    return try withParties(rows.map(PlanMention.init))
  }

  /// The mentions that no event tells of, of what `state` has undertaken to do.
  private func readUndertakings(of state: String) throws -> [PlanMention] {
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT DISTINCT \(PlanMention.columns)
          FROM commitments c JOIN agenda g ON \(Self.isUndertaken) LEFT JOIN events e ON e.id = g.event
          WHERE c.byCountry = \(state) ORDER BY c.day DESC, g.id DESC LIMIT \(Self.most)
          """))
    return try withParties(rows.map(PlanMention.init))
  }

  /// That an item of the agenda that no event tells of, `g`, stands in the words of a commitment, `c`.
  static let isUndertaken: SQL = """
    c.article = g.article AND g.event IS NULL AND c.start < g."end" AND c."end" > g.start
    """

  /// Who takes part in the events; where none tells of it, who has undertaken it, and towards whom.
  private func withParties(_ mentions: [PlanMention]) throws -> [PlanMention] {
    let parties = try events.participants(of: mentions.compactMap(\.event))
    let undertaken = try undertakers(of: mentions.filter { $0.event == nil }.map(\.row))
    return mentions.map { mention in
      var mention = mention
      mention.parties = mention.event.flatMap { parties[$0] }?.map(\.actor) ?? undertaken[mention.row] ?? []
      return mention
    }
  }

  private func undertakers(of mentions: [Int64]) throws -> [Int64: [ActorReference]] {
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT g.id, b.key AS bykey, coalesce(b.name, be.name) AS byname, c.byCountry AS bycountry,
            t.key AS tokey, coalesce(t.name, te.name) AS toname, c.toCountry AS tocountry
          FROM agenda g JOIN commitments c ON \(Self.isUndertaken)
          LEFT JOIN actors b ON b.id = c."by" LEFT JOIN entities be ON be.id = c.byEntity
          LEFT JOIN actors t ON t.id = c."to" LEFT JOIN entities te ON te.id = c.toEntity
          WHERE g.id IN \(mentions) ORDER BY c.id
          """))
    var found: [Int64: [ActorReference]] = [:]
    for row in rows {
      for actor in [ActorReference(row, prefix: "by"), ActorReference(row, prefix: "to")].compactMap(\.self)
      where found[row["id"]]?.contains(actor) != true {
        found[row["id"], default: []].append(actor)
      }
    }
    return found
  }

  // MARK: Steps

  private func plan(_ all: [Linked]) throws -> AgendaAnswer.Plan {
    var steps: [AgendaAnswer.Step] = []
    var latest: PlanMention?
    for (mention, reasons) in all {
      let kind: AgendaAnswer.Step.Kind =
        if let latest { mention.keepsDays(of: latest) ? .confirmed : .moved } else { .announced }
      steps.append(
        AgendaAnswer.Step(
          kind: kind, reported: mention.reported, due: mention.due?.description,
          dueEnd: mention.dueEnd?.description, agreesIn: kind == .announced ? [] : reasons,
          citation: try citations.citation(article: mention.article, start: mention.start, end: mention.end)))
      if latest == nil || mention.due != nil { latest = mention }
    }
    guard let latest = latest ?? all.first?.mention else {
      return AgendaAnswer.Plan(parties: [], status: .planned, steps: [])
    }
    var status = AgendaAnswer.Status.planned
    if let end = latest.dueEnd, end < today { status = .past }
    if let outcome = try outcome(of: latest, announced: all.first?.mention.reported) {
      steps.append(outcome)
      status = outcome.kind == .held ? .held : .cancelled
    }
    return AgendaAnswer.Plan(
      type: latest.type, parties: Self.parties(of: all.map(\.mention)),
      place: latest.place ?? all.lazy.compactMap(\.mention.place).first,
      status: status, due: latest.due?.description, dueEnd: latest.dueEnd?.description, precision: latest.precision,
      steps: steps)
  }

  /// Who takes part, by all that articles say; a place only where nobody of its state is named.
  private static func parties(of mentions: [PlanMention]) -> [ActorReference] {
    var parties: [ActorReference] = []
    for party in mentions.flatMap(\.parties) where !parties.contains(party) { parties.append(party) }
    return parties.filter { party in
      party.key?.hasPrefix("place:") != true || !parties.contains { $0 != party && $0.country == party.country }
    }
  }

  /// What a record tells came of a plan: something that the same states did on its days, or that they did not; a meeting
  /// that is called off by nobody in particular has them all on its other side.
  private func outcome(of plan: PlanMention, announced: String?) throws -> AgendaAnswer.Step? {
    let states = plan.states.sorted()
    guard plan.event != nil, states.count > 1, let due = plan.due, let dueEnd = plan.dueEnd,
      dueEnd.number - due.number < 32
    else {
      return nil
    }
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT e.id, e.type, e.mode, e.status, e.dated, e.place, e.reported,
            substr(a.text, e.sentenceStart + 1, e.sentenceEnd - e.sentenceStart) AS sentence
          FROM dyads d JOIN events e ON e.id = d.event JOIN articles a ON a.id = e.article
          WHERE d.a = ?1 AND d.b = ?2 AND d.dated >= ?3 AND d.dated <= ?4
            AND d.status IN ('actual', 'historical', 'negated')
          UNION ALL
          SELECT e.id, e.type, e.mode, e.status, e.dated, e.place, e.reported,
            substr(a.text, e.sentenceStart + 1, e.sentenceEnd - e.sentenceStart) AS sentence
          FROM events e JOIN articles a ON a.id = e.article
          WHERE e.type = 'REJECT' AND e.mode = 'meet' AND e.dated >= ?3 AND e.dated <= ?4
            AND EXISTS (SELECT 1 FROM participants p WHERE p.event = e.id AND p.role = 'recipient' AND p.country = ?1)
            AND EXISTS (SELECT 1 FROM participants p WHERE p.event = e.id AND p.role = 'recipient' AND p.country = ?2)
          ORDER BY dated LIMIT 100
          """),
      arguments: [states[0], states[1], announced ?? due.description, (dueEnd + Self.slack).description])
    let names = ContentWords(plan.parties.map(\.name).joined(separator: " "))
    let words = ContentWords(plan.content, without: names)
    for row in rows {
      let status: String = row["status"]
      let type: String = row["type"]
      let isAlike = ContentWords(row["sentence"]).shared(with: words) > 1
      // What else was not done between them does not tell of the plan.
      let isRefusal =
        status == "negated"
        ? [plan.type, "CONSULT"].contains(type) : type == "REJECT" && (row["mode"] as String?) == "meet"
      let isHeld =
        status != "negated" && (type == "CONSULT" || ["SUPPORT", "COOPERATE", "AID"].contains(type) && isAlike)
      guard isRefusal || isHeld else { continue }
      let place: String? = row["place"]
      let isSamePlace = place != nil && place?.lowercased() == plan.place?.lowercased()
      if place != nil, plan.place != nil, !isSamePlace { continue }
      let isOnDay = (row["dated"] as String) >= (due + -Self.slack).description
      // A plan is called off before its day; then place or words have to tell that it is this one.
      guard isHeld ? isOnDay : isSamePlace || isAlike else { continue }
      guard let event = try events.reports(ids: [row["id"] as Int64]).first else { continue }
      return AgendaAnswer.Step(
        kind: isHeld ? .held : .cancelled, reported: row["reported"], due: event.day, dueEnd: event.dayEnd,
        agreesIn: ["parties"] + (isOnDay ? ["day"] : []) + (isSamePlace ? ["place"] : []) + (isAlike ? ["words"] : []),
        citation: event.citation)
    }
    return nil
  }
}
