import GRDB

/// `ask places`: where things happen; and what happens at one place.
public struct PlaceQuestion: Question {
  /// The place asked for; all where it is `nil`.
  public var name: String?
  public var period = Period.always
  public var limit = 50

  public init() {}

  func answer(in database: Database) throws -> PlaceAnswer {
    var conditions: [SQL] = period.conditions(on: "dated") + ["place IS NOT NULL"]
    if let name { conditions.append("place = \(name) COLLATE NOCASE") }
    let rows = try Row.fetchAll(
      database,
      SQLRequest(
        literal: """
          SELECT place, count(*) AS events, min(dated) AS first, max(dated) AS last
          FROM events WHERE \(conditions.joined(operator: .and))
          GROUP BY place COLLATE NOCASE ORDER BY events DESC, place LIMIT \(limit + 1)
          """))
    let places = try rows.prefix(limit).map { row in
      let name: String = row["place"]
      let latest = try Row.fetchOne(
        database,
        SQLRequest(
          literal: """
            SELECT \(EventReader.columns), e.latitude, e.longitude FROM events e
            WHERE e.place = \(name) COLLATE NOCASE ORDER BY e.dated DESC LIMIT 1
            """))
      return PlaceAnswer.Place(
        name: name, country: latest?["placeCountry"], latitude: latest?["latitude"], longitude: latest?["longitude"],
        events: row["events"], first: row["first"], last: row["last"],
        latest: try latest.flatMap { try EventReader(database).reports([$0]).first })
    }
    return PlaceAnswer(places: places, isCut: rows.count > limit, events: try events(in: database))
  }

  /// What happens at the place asked for.
  private func events(in database: Database) throws -> [Happening] {
    guard let name else { return [] }
    var question = EventQuestion()
    question.place = name
    question.period = period
    question.limit = limit
    return try question.answer(in: database).happenings
  }
}
