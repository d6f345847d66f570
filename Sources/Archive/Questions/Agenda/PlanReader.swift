import Record
import GRDB

/// Joins what articles say of plans to plans, and finds what came of them.
struct PlanReader {
  private let database: Database
  private let citations: CitationReader
  private let events: EventReader
  private let today: CalendarDay
  /// All mentions of plans between two states, read once.
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
    let states = mention.states.sorted()
    guard states.count > 1 else { return [(mention, [])] }
    let pair = Array(states.prefix(2))
    let all = try known[pair] ?? readMentions(of: pair)
    known[pair] = all
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

  private func withParties(_ mentions: [PlanMention]) throws -> [PlanMention] {
    let parties = try events.participants(of: mentions.compactMap(\.event))
    return mentions.map { mention in
      var mention = mention
      mention.parties = mention.event.flatMap { parties[$0] }?.map(\.actor) ?? []
      return mention
    }
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
      type: latest.type, parties: latest.parties, place: latest.place ?? all.lazy.compactMap(\.mention.place).first,
      status: status, due: latest.due?.description, dueEnd: latest.dueEnd?.description, precision: latest.precision,
      steps: steps)
  }

  /// What a record tells came of a plan: something that the same states did on its days, or that they did not.
  private func outcome(of plan: PlanMention, announced: String?) throws -> AgendaAnswer.Step? {
    let states = plan.states.sorted()
    guard states.count > 1, let due = plan.due, let dueEnd = plan.dueEnd, dueEnd.number - due.number < 32 else {
      return nil
    }
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT e.id, e.type, e.mode, e.status, e.dated, e.place, e.reported,
            substr(a.text, e.sentenceStart + 1, e.sentenceEnd - e.sentenceStart) AS sentence
          FROM dyads d JOIN events e ON e.id = d.event JOIN articles a ON a.id = e.article
          WHERE d.a = ? AND d.b = ? AND d.dated >= ? AND d.dated <= ? AND d.status IN ('actual', 'historical', 'negated')
          ORDER BY d.dated LIMIT 100
          """),
      arguments: [states[0], states[1], announced ?? due.description, (dueEnd + Self.slack).description])
    for row in rows {
      let status: String = row["status"]
      let type: String = row["type"]
      let isRefusal = status == "negated" || (type == "REJECT" && row["mode"] == "meet")
      let isHeld = status != "negated" && ["CONSULT", "SUPPORT", "COOPERATE", "AID"].contains(type)
      guard isRefusal || isHeld else { continue }
      let place: String? = row["place"]
      let isSamePlace = place != nil && place?.lowercased() == plan.place?.lowercased()
      if place != nil, plan.place != nil, !isSamePlace { continue }
      let isOnDay = (row["dated"] as String) >= (due + -Self.slack).description
      let isAlike = ContentWords(row["sentence"]).shared(with: plan.words) > 1
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
