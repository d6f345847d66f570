import Comparison
import GRDB
import Record

/// Writes what the record of a standing article holds as rows to be asked.
struct Derivation {
  let article: Int64
  let readout: Readout
  private let corrections: [EffectiveReadout.Item: Int64]
  private let words: SpanText
  /// The day of the article.
  private let reported: String?
  private let times: [String: DayRange]
  private let places: [String: Readout.Place]
  private let entities: [String: Readout.Entity]
  private let statements: [String: Readout.Statement]
  /// The rows of entities and of the actors that they are, by local id.
  private var entityRows: [String: Int64] = [:]
  private var actorRows: [String: Int64] = [:]
  private var statementRows: [String: Int64] = [:]
  private var eventRows: [String: Int64] = [:]
  /// Events as they are held against those of other articles, by local id.
  private let accounts: [String: EventAccount]

  init(_ effective: EffectiveReadout, article: Int64) {
    self.article = article
    readout = effective.readout
    corrections = effective.corrections
    words = SpanText(readout.document.text)
    reported = ArticleDay(readout.document).first?.description
    times = Self.byID(readout.times, \.id).compactMapValues { DayRange($0) }
    places = Self.byID(readout.places, \.id)
    entities = Self.byID(readout.entities, \.id)
    statements = Self.byID(readout.statements, \.id)
    accounts = Self.byID(EventAccount.all(of: readout, article: Int(article)), \.event)
  }

  private static func byID<Element>(_ elements: [Element], _ id: (Element) -> String) -> [String: Element] {
    Dictionary(elements.map { (id($0), $0) }) { first, _ in first }
  }

  /// Writes all rows; those of an earlier record must have been removed.
  mutating func write(_ database: Database) throws {
    for entity in readout.entities { try write(entity, database) }
    for place in readout.places { try write(place, database) }
    for statement in readout.statements { try write(statement, database) }
    for event in readout.events { try write(event, database) }
    for (number, position) in readout.positions.enumerated() { try write(position, number, database) }
    for (number, commitment) in readout.commitments.enumerated() { try write(commitment, number, database) }
    for (number, item) in readout.agenda.enumerated() { try write(item, number, database) }
  }

  // MARK: Entities and places

  private mutating func write(_ entity: Readout.Entity, _ database: Database) throws {
    let actor = try ActorKey(entity).map {
      try Actors.id(of: entity, key: $0.description, names: names(of: entity), database)
    }
    let first = entity.mentions.map(\.span).min() ?? Span(start: 0, end: 0)
    try database.cachedStatement(
      sql: """
        INSERT INTO entities (article, local, actor, name, type, country, sector, office, title, mentions, start, "end")
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article, entity.id, actor, entity.name, entity.type.rawValue, entity.country ?? entity.code,
      entity.offices.first?.sector ?? entity.sector, entity.offices.first?.office.rawValue,
      entity.offices.first?.title, entity.mentions.count, first.start, first.end,
    ])
    let row = database.lastInsertedRowID
    entityRows[entity.id] = row
    actorRows[entity.id] = actor
    for (number, office) in entity.offices.enumerated() {
      try database.cachedStatement(
        sql: """
          INSERT INTO offices (entity, number, office, title, sector, country, organization, "from", "to", basis)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        row, number, office.office.rawValue, office.title, office.sector, office.country,
        office.organization.flatMap { entities[$0]?.name }, office.from, office.to, office.basis.rawValue,
      ])
    }
  }

  /// The forms in which the article names an entity.
  private func names(of entity: Readout.Entity) -> Set<String> {
    var names: Set = [entity.name]
    for mention in entity.mentions where mention.kind == .name {
      names.insert(words[mention.span].split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    names.remove("")
    return names
  }

  private func write(_ place: Readout.Place, _ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO places (article, local, name, country, latitude, longitude, geonames, start, "end")
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article, place.id, place.name, place.country, place.latitude, place.longitude, place.geonames, place.span.start,
      place.span.end,
    ])
  }

  // MARK: Statements

  private mutating func write(_ statement: Readout.Statement, _ database: Database) throws {
    let stretch = stretch(of: statement.content.isEmpty ? statement.cue.spans : statement.content)
    let sentence = sentence(statement.sentence, around: stretch)
    let speaker = statement.speaker?.entity
    try database.cachedStatement(
      sql: """
        INSERT INTO statements (
          article, local, sentence, speaker, speakerEntity, speakerCountry, quotation, act, polarity, cue, content, start,
          "end", isRelayed, within, day, reported, confidence, correction, sentenceStart, sentenceEnd)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article, statement.id, statement.sentence, actor(speaker), row(speaker), country(speaker),
      statement.quotation.rawValue, statement.act.rawValue, statement.polarity.rawValue, statement.cue.lemma,
      words(of: statement.content), stretch.start, stretch.end, !statement.relays.isEmpty, statement.within,
      day(of: statement), reported, Self.hundredths(statement.confidence), corrections[.statement(statement.id)],
      sentence.start, sentence.end,
    ])
    let row = database.lastInsertedRowID
    statementRows[statement.id] = row
    try write(statement.addressees, as: "addressee", of: row, database)
    try write(statement.about, as: "about", of: row, database)
    try write(statement.relays.map(\.entity), as: "relay", of: row, database)
    for issue in statement.issues {
      try database.cachedStatement(
        sql: "INSERT OR IGNORE INTO statementIssues (statement, issue, keyword) VALUES (?, ?, ?)"
      ).execute(arguments: [row, issue, Self.keyword(of: issue)])
    }
  }

  /// - Parameter entities: Local ids; `nil` for a relay without a name.
  private func write(_ entities: [String?], as role: String, of statement: Int64, _ database: Database) throws {
    for (number, entity) in entities.enumerated() {
      try database.cachedStatement(
        sql: "INSERT INTO statementActors (statement, role, number, entity, actor, country) VALUES (?, ?, ?, ?, ?, ?)"
      ).execute(arguments: [statement, role, number, row(entity), actor(entity), country(entity)])
    }
  }

  /// When it was said: as the text has it, else when it was reported.
  private func day(of statement: Readout.Statement?) -> String? {
    statement?.time.flatMap { times[$0]?.first.description } ?? reported
  }

  // MARK: Events

  private mutating func write(_ event: Readout.Event, _ database: Database) throws {
    let stretch = stretch(of: event.trigger)
    let sentence = sentence(event.sentence, around: stretch)
    let place = event.place.flatMap { places[$0] }
    var days = event.time.flatMap { times[$0] }
    // A pledge to do something by a day is given before it: the day is the deed's.
    if event.status == .actual, let ahead = days, let reported, ahead.first.description > reported { days = nil }
    // What has happened, and is not set in another time, is news of the day.
    let isNews = days == nil && reported != nil && event.status == .actual
    let first = days?.first.description ?? (isNews ? reported : nil)
    try database.cachedStatement(
      sql: """
        INSERT INTO events (
          article, local, sentence, type, mode, cameo, quad, score, status, start, "end", day, dayEnd, precision, reported,
          place, placeCountry, latitude, longitude, within, confidence, correction, sentenceStart, sentenceEnd)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article, event.id, event.sentence, event.type.rawValue, event.modes.first, event.cameo, event.quad?.rawValue,
      event.score, event.status.rawValue, stretch.start, stretch.end, first, days?.last.description ?? first,
      days?.precision.rawValue ?? (isNews ? "reported" : nil), reported, place?.name, place?.country, place?.latitude,
      place?.longitude, event.within.flatMap { statementRows[$0] }, Self.hundredths(event.confidence),
      corrections[.event(event.id)],
      sentence.start, sentence.end,
    ])
    let row = database.lastInsertedRowID
    eventRows[event.id] = row
    try write(event.actors, as: "actor", of: row, database)
    try write(event.recipients, as: "recipient", of: row, database)
    try writeDyads(of: event, row: row, dated: first ?? reported, database)
    if let account = accounts[event.id] { try Happenings.insert(account, event: row, database) }
  }

  private func write(
    _ participants: [Readout.Participant], as role: String, of event: Int64, _ database: Database
  ) throws {
    for (number, participant) in participants.enumerated() {
      try database.cachedStatement(
        sql: """
          INSERT INTO participants (event, role, number, entity, actor, country, sector) VALUES (?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        event, role, number, row(participant.entity), actor(participant.entity),
        participant.country ?? country(participant.entity), participant.sector,
      ])
    }
  }

  /// The pairs of states between which an event is: each actor's with each recipient's; and the actors' with each other where
  /// they meet, or where it is done to no other state.
  private func writeDyads(of event: Readout.Event, row: Int64, dated: String?, _ database: Database) throws {
    func states(_ participants: [Readout.Participant]) -> Set<String> {
      Set(participants.compactMap { $0.country ?? country($0.entity) })
    }
    let actors = states(event.actors)
    let recipients = states(event.recipients)
    let isMutual = event.type == .consult || recipients.isSubset(of: actors)
    let all = actors.union(recipients).sorted()
    for (index, first) in all.enumerated() {
      for second in all[(index + 1)...] {
        let isAcross =
          actors.contains(first) && recipients.contains(second) || actors.contains(second) && recipients.contains(first)
        guard isMutual || isAcross else { continue }
        try database.cachedStatement(
          sql: "INSERT INTO dyads (a, b, dated, event, type, status, quad, score) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: [
          first, second, dated ?? "", row, event.type.rawValue, event.status.rawValue, event.quad?.rawValue,
          event.score,
        ])
      }
    }
  }

  // MARK: Ledger

  private func write(_ position: Readout.Position, _ number: Int, _ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO positions (
          article, number, holder, holderEntity, country, issue, keyword, label, stance, change, statement, day, reported,
          correction)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article, number, actor(position.holder), row(position.holder), country(position.holder), position.issue,
      Self.keyword(of: position.issue), position.label, position.stance.rawValue, position.change?.rawValue,
      position.statement.flatMap { statementRows[$0] }, day(of: position.statement.flatMap { statements[$0] }),
      reported,
      corrections[.position(number)],
    ])
  }

  private func write(_ commitment: Readout.Commitment, _ number: Int, _ database: Database) throws {
    let due = commitment.time.flatMap { times[$0] }
    try database.cachedStatement(
      sql: """
        INSERT INTO commitments (
          article, number, "by", byEntity, byCountry, "to", toEntity, toCountry, kind, content, start, "end", due, dueEnd,
          precision, statement, day, reported, correction)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article, number, actor(commitment.by), row(commitment.by), country(commitment.by), actor(commitment.to),
      row(commitment.to), country(commitment.to), commitment.kind.rawValue, words[commitment.content],
      commitment.content.start, commitment.content.end, due?.first.description, due?.last.description,
      due?.precision.rawValue, commitment.statement.flatMap { statementRows[$0] },
      day(of: commitment.statement.flatMap { statements[$0] }), reported, corrections[.commitment(number)],
    ])
  }

  private func write(_ item: Readout.AgendaItem, _ number: Int, _ database: Database) throws {
    let due = item.time.flatMap { times[$0] }
    try database.cachedStatement(
      sql: """
        INSERT INTO agenda (
          article, number, event, content, start, "end", due, dueEnd, precision, basis, reported, correction)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      article, number, item.event.flatMap { eventRows[$0] }, words[item.expected], item.expected.start,
      item.expected.end, due?.first.description, due?.last.description, due?.precision.rawValue, item.basis.rawValue,
      reported, corrections[.agenda(number)],
    ])
  }

  // MARK: Parts

  private func row(_ entity: String?) -> Int64? { entity.flatMap { entityRows[$0] } }

  private func actor(_ entity: String?) -> Int64? { entity.flatMap { actorRows[$0] } }

  private func country(_ entity: String?) -> String? {
    entity.flatMap { entities[$0] }.flatMap { $0.country ?? $0.code }
  }

  /// As the record's JSON has it: a coder says it more exactly than is kept.
  private static func hundredths(_ confidence: Double) -> Double { (confidence * 100).rounded() / 100 }

  /// The sentence with a number, widened to hold `stretch`.
  private func sentence(_ number: Int, around stretch: Span) -> Span {
    guard readout.document.sentences.indices.contains(number) else { return stretch }
    let sentence = readout.document.sentences[number]
    return Span(start: min(sentence.start, stretch.start), end: max(sentence.end, stretch.end))
  }

  /// From the first character of the spans to the last.
  private func stretch(of spans: [Span]) -> Span {
    Span(start: spans.map(\.start).min() ?? 0, end: spans.map(\.end).max() ?? 0)
  }

  private func words(of spans: [Span]) -> String { spans.map { words[$0] }.joined(separator: " … ") }

  /// `normalization` of `normalization/JPN-PRK`.
  private static func keyword(of issue: String) -> String { String(issue.prefix { $0 != "/" }) }
}
