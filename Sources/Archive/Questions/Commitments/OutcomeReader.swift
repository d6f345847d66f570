import Record
import GRDB

/// Reads from later records what came of promises. It says nothing that no record says: a promise of which none tells is
/// unknown, or overdue where its day is past.
struct OutcomeReader {
  private let database: Database
  private let citations: CitationReader
  private let events: EventReader
  private let today: CalendarDay
  /// What each side said later, read once.
  private var later: [Side: [LaterWords]] = [:]

  private struct Side: Hashable {
    var actor: Int64?
    var country: String?
  }

  /// A later promise or refusal of the same side.
  private struct LaterWords {
    var kind: CommitmentAnswer.Evidence.Kind
    var article: Int64
    var day: String
    var start: Int
    var end: Int
    var words: ContentWords
  }

  /// Half of all their words in common: the same promise in other words.
  private static let sameMatter = 0.5
  /// The latest records of a side that are looked through.
  private static let most = 300

  init(_ database: Database, citations: CitationReader, today: CalendarDay) {
    self.database = database
    self.citations = citations
    self.today = today
    events = EventReader(database, citations: citations)
  }

  /// A row of ``CommitmentQuestion`` with its outcome; `nil` where nobody is known to have promised.
  mutating func commitment(_ row: Row) throws -> CommitmentAnswer.Commitment? {
    guard let by = ActorReference(row, prefix: "by") else { return nil }
    let to = ActorReference(row, prefix: "to")
    let day: String? = row["day"]
    let content: String = row["content"]
    let names = ContentWords("\(by.name) \(to?.name ?? "")")
    let words = ContentWords(content, without: names)
    var evidence: [CommitmentAnswer.Evidence] = []
    if let day {
      evidence = try deeds(after: day, by: by, to: to, words, without: names, due: row["dueEnd"])
      evidence += try spoken(after: day, Side(actor: row["by"], country: by.country), words)
    }
    let isPast = (row["dueEnd"] as String?).map { $0 < today.description } ?? false
    return CommitmentAnswer.Commitment(
      by: by, to: to, kind: row["kind"], day: day, due: row["due"], dueEnd: row["dueEnd"],
      precision: row["precision"], outcome: Self.outcome(of: evidence, isPast: isPast), evidence: evidence,
      citation: try citations.citation(article: row["article"], start: row["start"], end: row["end"]))
  }

  private static func outcome(of evidence: [CommitmentAnswer.Evidence], isPast: Bool) -> CommitmentAnswer.Outcome {
    let kinds = Set(evidence.map(\.kind))
    if kinds.contains(.refusal) || kinds.contains(.denial) { return kinds.contains(.deed) ? .unknown : .broken }
    if kinds.contains(.deed) { return .kept }
    if isPast { return .overdue }
    return kinds.contains(.repetition) ? .repeated : .unknown
  }

  // MARK: What was done

  /// What the same two states did later that the promise speaks of.
  private func deeds(
    after day: String, by: ActorReference, to: ActorReference?, _ words: ContentWords, without names: ContentWords,
    due: String?
  ) throws -> [CommitmentAnswer.Evidence] {
    guard let one = by.country, let other = to?.country, one != other else { return [] }
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT e.id, e.type, e.status, e.dated, substr(a.text, e.start + 1, e."end" - e.start) AS trigger,
            substr(a.text, e.sentenceStart + 1, e.sentenceEnd - e.sentenceStart) AS sentence,
            EXISTS (SELECT 1 FROM participants p WHERE p.event = e.id AND p.role = 'actor' AND p.country = ?) AS isDoer
          FROM dyads d JOIN events e ON e.id = d.event JOIN articles a ON a.id = e.article
          WHERE d.a = ? AND d.b = ? AND d.dated > ? AND d.dated <= ? AND d.status IN ('actual', 'historical', 'negated')
          ORDER BY d.dated LIMIT 50
          """),
      arguments: [one, min(one, other), max(one, other), day, today.description])
    var found: [CommitmentAnswer.Evidence] = []
    for row in rows where row["isDoer"] {
      let type: String = row["type"]
      let status: String = row["status"]
      let isRefusal = status == "negated" || type == "REJECT" || type == "SANCTION"
      guard isRefusal || Self.deeds.contains(type) else { continue }
      // The deed's own word has to be in the promise, or as much of its sentence as makes it the same matter.
      let sentence = ContentWords(row["sentence"], without: names)
      let isNamed = ContentWords(row["trigger"]).shared(with: words) > 0
      guard isNamed && words.shared(with: sentence) > 1 || words.likeness(to: sentence) >= Self.sameMatter else {
        continue
      }
      let dated: String = row["dated"]
      let isInTime = due.map { dated <= $0 }
      if isInTime == false, !isRefusal { continue }
      guard let event = try events.reports(ids: [row["id"] as Int64]).first else { continue }
      found.append(
        CommitmentAnswer.Evidence(
          kind: isRefusal ? .refusal : .deed, day: dated,
          agreesIn: ["parties", "words"] + (isInTime == true ? ["day"] : []), citation: event.citation))
      if found.count == 3 { break }
    }
    return found
  }

  /// PLOVER's types by which something promised is done.
  private static let deeds: Set<String> = ["CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"]

  // MARK: What was said

  /// What the same side said later of the same matter.
  private mutating func spoken(
    after day: String, _ side: Side, _ words: ContentWords
  ) throws -> [CommitmentAnswer.Evidence] {
    let all = try later[side] ?? readLater(side)
    later[side] = all
    let found = all.filter { $0.day > day && $0.words.likeness(to: words) >= Self.sameMatter }
    return try found.prefix(3).map {
      CommitmentAnswer.Evidence(
        kind: $0.kind, day: $0.day, agreesIn: ["parties", "words"],
        citation: try citations.citation(article: $0.article, start: $0.start, end: $0.end))
    }
  }

  private func readLater(_ side: Side) throws -> [LaterWords] {
    // By the actor itself where it is no state: two people of one country do not bind each other.
    let isState = try side.actor.map {
      try Bool.fetchOne(
        database.cachedStatement(sql: "SELECT type = 'country' FROM actors WHERE id = ?"), arguments: [$0])
    }
    let promises: SQL = isState == true ? "c.byCountry = \(side.country)" : "c.\"by\" = \(side.actor)"
    let speakers: SQL = isState == true ? "s.speakerCountry = \(side.country)" : "s.speaker = \(side.actor)"
    let repeated = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT c.article, c.day, c.start, c."end", c.content FROM commitments c
          WHERE \(promises) AND c.day <= \(today.description) ORDER BY c.day DESC LIMIT \(Self.most)
          """))
    let denied = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT s.article, s.day, s.start, s."end", s.content FROM statements s
          WHERE \(speakers) AND s.act IN ('reject', 'deny') AND s.polarity = 'affirmed' AND s.day <= \(today.description)
          ORDER BY s.day DESC LIMIT \(Self.most)
          """))
    return repeated.map { Self.words(.repetition, $0) } + denied.map { Self.words(.denial, $0) }
  }

  private static func words(_ kind: CommitmentAnswer.Evidence.Kind, _ row: Row) -> LaterWords {
    LaterWords(
      kind: kind, article: row["article"], day: row["day"], start: row["start"], end: row["end"],
      words: ContentWords(row["content"]))
  }
}
