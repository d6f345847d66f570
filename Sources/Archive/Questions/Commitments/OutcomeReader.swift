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
  /// What is done more days than these after it was due is another matter.
  private static let longestDelay = 60
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
    var evidence: [CommitmentAnswer.Evidence] = []
    if let day {
      let names = ContentWords("\(by.name) \(to?.name ?? "")")
      for other in try others(than: by, to, statement: row["statement"]) {
        evidence += try deeds(
          after: day, by: by, other, ContentWords(content, without: names), without: names,
          due: (row["due"], row["dueEnd"]),
          isMeeting: row["isMeeting"])
      }
      let own = ContentWords(by.name)
      evidence += try spoken(
        after: day, Side(actor: row["by"], country: by.country), ContentWords(content, without: own), without: own)
    }
    // A day before the promise was made is not when it is due.
    let isPast = (row["dueEnd"] as String?).map { $0 < today.description && $0 >= day ?? $0 } ?? false
    return CommitmentAnswer.Commitment(
      by: by, to: to, kind: row["kind"], day: day, due: row["due"], dueEnd: row["dueEnd"],
      precision: row["precision"], outcome: Self.outcome(of: evidence, isPast: isPast), evidence: evidence,
      citation: try citations.citation(article: row["article"], start: row["start"], end: row["end"]))
  }

  private static func outcome(of evidence: [CommitmentAnswer.Evidence], isPast: Bool) -> CommitmentAnswer.Outcome {
    let deed = evidence.filter { $0.kind == .deed }.compactMap(\.day).max()
    let refusal = evidence.filter { $0.kind == .refusal || $0.kind == .denial }.compactMap(\.day).max()
    switch (deed, refusal) {
    case (let deed?, let refusal?): return deed > refusal ? .kept : .unknown
    case (_?, nil): return .kept
    case (nil, _?): return .broken
    case (nil, nil): break
    }
    if isPast { return .overdue }
    return evidence.contains { $0.kind == .repetition } ? .repeated : .unknown
  }

  // MARK: What was done

  /// The states towards which the promise can be kept: the one that it was given to; where none is known, those that
  /// were spoken to or of.
  private func others(than by: ActorReference, _ to: ActorReference?, statement: Int64?) throws -> [String] {
    guard let one = by.country else { return [] }
    if let to { return to.country.map { $0 == one ? [] : [$0] } ?? [] }
    guard let statement else { return [] }
    return try String.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT DISTINCT country FROM statementActors
          WHERE statement = ? AND role IN ('addressee', 'about') AND country <> ? LIMIT 3
          """), arguments: [statement, one])
  }

  /// What the one who promised did later towards `other` that the promise speaks of.
  ///
  /// A deed after the day that it was due on keeps the promise late: then they do not agree in the day. A sentence that
  /// promises tells of no deed.
  private func deeds(
    after day: String, by: ActorReference, _ other: String, _ words: ContentWords, without names: ContentWords,
    due: (first: String?, last: String?), isMeeting: Bool
  ) throws -> [CommitmentAnswer.Evidence] {
    guard let one = by.country else { return [] }
    let (first, dueDay) = (due.first.flatMap { CalendarDay($0) }, due.last.flatMap { CalendarDay($0) })
    let last = min(dueDay.map { $0 + Self.longestDelay } ?? today, today)
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT e.id, e.type, e.status, e.dated, substr(a.text, e.start + 1, e."end" - e.start) AS trigger,
            substr(a.text, e.sentenceStart + 1, e.sentenceEnd - e.sentenceStart) AS sentence
          FROM dyads d JOIN events e ON e.id = d.event JOIN articles a ON a.id = e.article
          WHERE d.a = ? AND d.b = ? AND d.dated > ? AND d.dated <= ?
            AND (d.status = 'negated' OR d.status IN ('actual', 'historical')
              AND d.type IN ('CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REJECT', 'SANCTION'))
            AND EXISTS (SELECT 1 FROM participants p WHERE p.event = e.id AND p.role = 'actor' AND p.country = ?)
            AND (d.type IN ('CONSULT', 'REJECT', 'SANCTION') OR NOT EXISTS (
              SELECT 1 FROM commitments c
              WHERE c.article = e.article AND c.start < e.sentenceEnd AND c."end" > e.sentenceStart))
          ORDER BY d.dated LIMIT 50
          """),
      arguments: [min(one, other), max(one, other), day, last.description, one])
    var found: [CommitmentAnswer.Evidence] = []
    for row in rows {
      let type: String = row["type"]
      let isNegated = row["status"] == "negated"
      let isRefusal = isNegated || type == "REJECT" || type == "SANCTION"
      let dated: String = row["dated"]
      // What has not been done yet is not due yet.
      if isNegated, let last = due.last, dated <= last { continue }
      let isInTime = due.last.map { dated <= $0 } ?? false
      // Of a meeting one day is enough; else the deed's own word has to be in the promise, or as much of its sentence as
      // makes it the same matter.
      let isMet = isMeeting && type == "CONSULT" && !isNegated
      let isOnDay = isMet && isInTime && first.map { ($0 + -1).description <= dated } ?? false
      let sentence = ContentWords(row["sentence"], without: names)
      let isNamed = isMet || ContentWords(row["trigger"]).shared(with: words) > 0
      let isAlike = isNamed && words.shared(with: sentence) > 1 || words.likeness(to: sentence) >= Self.sameMatter
      guard isOnDay || isAlike, let event = try events.reports(ids: [row["id"] as Int64]).first else { continue }
      found.append(
        CommitmentAnswer.Evidence(
          kind: isRefusal ? .refusal : .deed, day: dated,
          agreesIn: ["parties"] + (isAlike ? ["words"] : []) + (isInTime ? ["day"] : []), citation: event.citation))
      if found.count == 3 { break }
    }
    return found
  }

  // MARK: What was said

  /// What the same side said later of the same matter.
  private mutating func spoken(
    after day: String, _ side: Side, _ words: ContentWords, without own: ContentWords
  ) throws -> [CommitmentAnswer.Evidence] {
    let all = try later[side] ?? readLater(side, without: own)
    later[side] = all
    let found = all.filter { $0.day > day && $0.words.likeness(to: words) >= Self.sameMatter }
    return try found.prefix(3).map {
      CommitmentAnswer.Evidence(
        kind: $0.kind, day: $0.day, agreesIn: ["parties", "words"],
        citation: try citations.citation(article: $0.article, start: $0.start, end: $0.end))
    }
  }

  private func readLater(_ side: Side, without own: ContentWords) throws -> [LaterWords] {
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
    return repeated.map { Self.words(.repetition, $0, own) } + denied.map { Self.words(.denial, $0, own) }
  }

  private static func words(
    _ kind: CommitmentAnswer.Evidence.Kind, _ row: Row, _ own: ContentWords
  ) -> LaterWords {
    LaterWords(
      kind: kind, article: row["article"], day: row["day"], start: row["start"], end: row["end"],
      words: ContentWords(row["content"], without: own))
  }
}
