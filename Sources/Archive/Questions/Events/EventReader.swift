import GRDB

/// Reads events with their parties and the sentences that tell of them.
struct EventReader {
  let database: Database
  let citations: CitationReader

  init(_ database: Database, citations: CitationReader? = nil) {
    self.database = database
    self.citations = citations ?? CitationReader(database)
  }

  /// The columns that ``reports(_:)`` wants, of the table `e`.
  static let columns: SQL = """
    e.id, e.article, e.local, e.type, e.mode, e.cameo, e.quad, e.score, e.status, e.day, e.dayEnd, e.precision, e.dated,
    e.place, e.placeCountry, e.confidence, e.correction IS NOT NULL AS isCorrected, e.start, e."end", e.sentenceStart,
    e.sentenceEnd
    """

  /// The events of rows with ``columns``, in their order.
  func reports(_ rows: some Collection<Row>) throws -> [EventReport] {
    let participants = try participants(of: rows.map { $0["id"] })
    return try rows.map { row in
      let id: Int64 = row["id"]
      let parties = participants[id] ?? []
      let hasSentence = row["sentenceEnd"] > 0
      return EventReport(
        id: row["local"], row: id, type: row["type"], mode: row["mode"], cameo: row["cameo"], quad: row["quad"],
        score: row["score"], status: row["status"], day: row["day"], dayEnd: row["dayEnd"],
        precision: row["precision"], dated: row["dated"], place: row["place"], placeCountry: row["placeCountry"],
        actors: parties.filter { $0.role == "actor" }.map(\.actor),
        recipients: parties.filter { $0.role == "recipient" }.map(\.actor), confidence: row["confidence"],
        isCorrected: row["isCorrected"],
        citation: try citations.citation(
          article: row["article"], start: hasSentence ? row["sentenceStart"] : row["start"],
          end: hasSentence ? row["sentenceEnd"] : row["end"]))
    }
  }

  /// The events with these rows' numbers, in no certain order.
  func reports(ids: some Collection<Int64>) throws -> [EventReport] {
    guard !ids.isEmpty else { return [] }
    return try reports(
      Row.fetchAll(
        database, SQLRequest(literal: "SELECT \(Self.columns) FROM events e WHERE e.id IN \(Array(ids))")))
  }

  /// Who has a part in events, by their rows.
  func participants(of events: [Int64]) throws -> [Int64: [(role: String, actor: ActorReference)]] {
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT p.event, p.role, actors.key, coalesce(actors.name, entities.name) AS name, p.country
          FROM participants p LEFT JOIN actors ON actors.id = p.actor LEFT JOIN entities ON entities.id = p.entity
          WHERE p.event IN \(events) ORDER BY p.event, p.role, p.number
          """))
    var result: [Int64: [(role: String, actor: ActorReference)]] = [:]
    for row in rows {
      guard let actor = ActorReference(row) else { continue }
      result[row["event"], default: []].append((row["role"], actor))
    }
    return result
  }
}
