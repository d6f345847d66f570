import GRDB

/// Finds whom a user means by a name: a key, a code, a state's name, or anybody whom the archive's articles name.
public struct PartyFinder: Sendable {
  /// The code of the state that a code, name, capital, demonym or palace means; `nil` where it means none.
  public typealias States = @Sendable (String) -> String?

  private let states: States
  /// Whether a state is meant without those who act for it.
  private let onlyStates: Bool

  public init(onlyStates: Bool = false, states: @escaping States) {
    self.states = states
    self.onlyStates = onlyStates
  }

  /// The code of the state that `name` means.
  public func state(_ name: String) -> String? { states(name) }

  /// - Throws: ``QuestionError`` where nobody is called so, or several are.
  func party(_ name: String, in database: Database) throws -> Party {
    let name = name.split { $0.isWhitespace }.joined(separator: " ")
    if let key = try String.fetchOne(database, sql: "SELECT key FROM actors WHERE key = ?", arguments: [name]) {
      return key.hasPrefix("state:") ? .state(String(key.dropFirst(6)), alone: onlyStates) : .actors([key])
    }
    if let code = states(name) { return .state(code, alone: onlyStates) }
    var candidates = try called(exactly: name, in: database)
    if candidates.isEmpty { candidates = try called(partly: name, in: database) }
    let meant = try NameForms(of: candidates, families(of: candidates, in: database), in: database).people
    guard !meant.isEmpty else {
      throw QuestionError(
        .unknownActor,
        "nobody in the archive is called “\(name)”; give a name, a family name, a country or its code, or a key such as "
          + "person:… as --format json prints them")
    }
    // Whom nearly all articles mean by it is meant here, too.
    let articles = meant.map { forms in forms.reduce(0) { $0 + $1.articles } }
    if let foremost = NameForms.foremost(of: articles) { return .actors(meant[foremost].map(\.key)) }
    let names = meant.map { forms in
      "  \(forms[0].name)\(forms[0].country.map { ", \($0)" } ?? ""): \(forms[0].key)"
    }
    throw QuestionError(
      .ambiguousActor,
      "“\(name)” can be one of several; say who by the full name or by the key:\n" + names.joined(separator: "\n"))
  }

  /// Those of whom it is a whole name.
  private func called(exactly name: String, in database: Database) throws -> [NameForms.Form] {
    guard let query = WordQuery(phrase: name) else { return [] }
    return try candidates(query, in: database) { $0.lowercased() == name.lowercased() }
  }

  /// Those who have all its words in a name: first those whose name ends with them, as families' names do.
  private func called(partly name: String, in database: Database) throws -> [NameForms.Form] {
    guard let query = WordQuery(phrase: name) else { return [] }
    let ending = " " + name.lowercased()
    let families = try candidates(query, in: database) { $0.lowercased().hasSuffix(ending) }
    return families.isEmpty ? try candidates(query, in: database) { _ in true } : families
  }

  /// All with the family names of `people`, who may be the same under other forms.
  private func families(of people: [NameForms.Form], in database: Database) throws -> [NameForms.Form] {
    let names = Set(people.filter(\.isPerson).compactMap { $0.name.split(separator: " ").last?.lowercased() })
    var found: [NameForms.Form] = []
    for name in names.sorted() {
      guard let query = WordQuery(phrase: name) else { continue }
      found += try candidates(query, in: database) { $0.lowercased() == name || $0.lowercased().hasSuffix(" " + name) }
    }
    return found
  }

  private static let mostCandidates = 10

  /// The actors with a name that matches, those of most articles first.
  private func candidates(
    _ query: WordQuery, in database: Database, where isMeant: (String) -> Bool
  ) throws -> [NameForms.Form] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT actors.id, actors.key, actors.name, actors.country, actorNames.name AS called
        FROM nameWords JOIN actorNames ON actorNames.id = nameWords.rowid JOIN actors ON actors.id = actorNames.actor
        WHERE nameWords MATCH ? ORDER BY actors.id LIMIT 1000
        """, arguments: [query.text])
    var found: [NameForms.Form] = []
    var seen: Set<Int64> = []
    for row in rows {
      let called: String = row["called"]
      guard isMeant(called), seen.insert(row["id"]).inserted else { continue }
      found.append(NameForms.Form(id: row["id"], key: row["key"], name: row["name"], country: row["country"]))
    }
    found = Array(found.prefix(100))
    for index in found.indices {
      found[index].articles =
        try Int.fetchOne(
          database.cachedStatement(sql: "SELECT count(*) FROM entities WHERE actor = ?"), arguments: [found[index].id])
        ?? 0
    }
    found.sort { ($1.articles, $0.key) < ($0.articles, $1.key) }
    return Array(found.prefix(Self.mostCandidates))
  }
}
