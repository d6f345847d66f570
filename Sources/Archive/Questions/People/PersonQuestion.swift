import GRDB

/// `ask people`: somebody's offices, words and meetings, and what others say of them.
public struct PersonQuestion: Question {
  /// The actor's keys: the forms of one name, the best known first.
  public var keys: [String]
  public var period = Period.always
  /// The most of each kind.
  public var limit = 10

  public init(keys: [String]) { self.keys = keys }

  func answer(in database: Database) throws -> PersonAnswer {
    let rows = try Row.fetchAll(
      database, SQLRequest(literal: "SELECT id, key, name, country, type FROM actors WHERE key IN \(keys)"))
    let first = keys.lazy.compactMap { key in rows.first { $0["key"] == key } }.first
    guard let row = first, let person = ActorReference(row) else {
      throw QuestionError(.unknownActor, "the archive has nobody with the key \(keys.first ?? "")")
    }
    let ids = rows.map { $0["id"] as Int64 }
    let names = try String.fetchAll(
      database,
      SQLRequest(literal: "SELECT DISTINCT name FROM actorNames WHERE actor IN \(ids) ORDER BY name"))
    let citations = CitationReader(database)

    var said = StatementQuestion()
    said.speaker = .actors(keys)
    said.period = period
    said.limit = limit
    var about = StatementQuestion()
    about.topic = .party(.actors(keys))
    about.period = period
    about.limit = 2 * limit
    // What they say of themselves is told with their words.
    let others = try about.answer(in: database).statements.filter { statement in
      statement.speaker?.key.map(keys.contains) != true
    }
    return PersonAnswer(
      person: person, type: row["type"], names: names.filter { $0 != person.name },
      offices: try offices(of: ids, citations, in: database), said: try said.answer(in: database).statements,
      about: Array(others.prefix(limit)), met: try met(by: ids, citations, in: database))
  }

  /// The offices that articles give, each with the days of the first and the last of them.
  private func offices(
    of actors: [Int64], _ citations: CitationReader, in database: Database
  ) throws -> [PersonAnswer.Office] {
    let conditions: [SQL] = period.conditions(on: "articles.day") + ["entities.actor IN \(actors)"]
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
    by actors: [Int64], _ citations: CitationReader, in database: Database
  ) throws -> [PersonAnswer.Meeting] {
    let conditions: [SQL] =
      period.conditions(on: "e.dated")
      + [
        "p.actor IN \(actors)", "e.type = 'CONSULT'", "e.status IN ('actual', 'historical')",
        "q.actor NOT IN \(actors)",
      ]
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
