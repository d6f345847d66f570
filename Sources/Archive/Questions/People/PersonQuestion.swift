import GRDB

/// `ask people`: somebody's offices, words and meetings, and what others say of them.
public struct PersonQuestion: Question {
  /// The actor's key.
  public var key: String
  public var period = Period.always
  /// The most of each kind.
  public var limit = 10

  public init(key: String) { self.key = key }

  func answer(in database: Database) throws -> PersonAnswer {
    let row = try Row.fetchOne(
      database, sql: "SELECT id, key, name, country, type FROM actors WHERE key = ?", arguments: [key])
    guard let row, let person = ActorReference(row) else {
      throw QuestionError(.unknownActor, "the archive has nobody with the key \(key)")
    }
    let id: Int64 = row["id"]
    let names = try String.fetchAll(
      database, sql: "SELECT name FROM actorNames WHERE actor = ? ORDER BY name", arguments: [id])
    let citations = CitationReader(database)

    var said = StatementQuestion()
    said.speaker = .actors([key])
    said.period = period
    said.limit = limit
    var about = StatementQuestion()
    about.topic = .party(.actors([key]))
    about.period = period
    about.limit = limit
    return PersonAnswer(
      person: person, type: row["type"], names: names.filter { $0 != person.name },
      offices: try offices(of: id, citations, in: database), said: try said.answer(in: database).statements,
      about: try about.answer(in: database).statements, met: try met(by: id, citations, in: database))
  }

  /// The offices that articles give, each with the days of the first and the last of them.
  private func offices(
    of actor: Int64, _ citations: CitationReader, in database: Database
  ) throws -> [PersonAnswer.Office] {
    let conditions: [SQL] = period.conditions(on: "articles.day") + ["entities.actor = \(actor)"]
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT o.title, o.office, o.country, o.organization, o."from", o."to", o.basis, entities.article, entities.start,
            entities."end", min(articles.day) AS first, max(articles.day) AS last, count(DISTINCT articles.id) AS articles
          FROM entities JOIN offices o ON o.entity = entities.id JOIN articles ON articles.id = entities.article
          WHERE \(conditions.joined(operator: .and))
          GROUP BY o.title COLLATE NOCASE, o.office, o.country, o.organization, o."from", o."to"
          ORDER BY coalesce(o."from", first) DESC, last DESC LIMIT \(limit)
          """))
    return try rows.map { row in
      PersonAnswer.Office(
        title: row["title"], office: row["office"], country: row["country"], organization: row["organization"],
        from: row["from"], to: row["to"], basis: row["basis"], firstReported: row["first"],
        lastReported: row["last"], articles: row["articles"],
        citation: try citations.citation(article: row["article"], start: row["start"], end: row["end"]))
    }
  }

  /// With whom meetings, visits and calls took place.
  private func met(
    by actor: Int64, _ citations: CitationReader, in database: Database
  ) throws -> [PersonAnswer.Meeting] {
    let conditions: [SQL] =
      period.conditions(on: "e.dated")
      + ["p.actor = \(actor)", "e.type = 'CONSULT'", "e.status IN ('actual', 'historical')", "q.actor <> p.actor"]
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT actors.key, actors.name, actors.country, count(DISTINCT e.id) AS meetings, max(e.dated) AS last, e.id AS event
          FROM participants p JOIN events e ON e.id = p.event JOIN participants q ON q.event = p.event
            JOIN actors ON actors.id = q.actor
          WHERE \(conditions.joined(operator: .and)) GROUP BY q.actor ORDER BY last DESC, meetings DESC LIMIT \(limit)
          """))
    let events = Dictionary(
      try EventReader(database, citations: citations).reports(ids: Set(rows.map { $0["event"] })).map { ($0.row, $0) }
    ) { first, _ in first }
    return rows.compactMap { row in
      guard let actor = ActorReference(row), let latest = events[row["event"]] else { return nil }
      return PersonAnswer.Meeting(with: actor, reports: row["meetings"], latest: latest)
    }
  }
}
