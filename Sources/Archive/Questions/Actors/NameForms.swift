import Comparison
import GRDB
import Record

/// Actors of the archive who are one under several forms of a name: with and without first name or country.
struct NameForms {
  /// An actor as some articles know it.
  struct Form: Hashable {
    var id: Int64
    var key: String
    var name: String
    var country: String?
    /// How many articles know it so.
    var articles = 0

    var isPerson: Bool { ActorKey(key)?.kind == .person }
  }

  /// The forms of each of the actors looked for, the best known first.
  private(set) var people: [[Form]] = []

  /// - Parameters:
  ///   - actors: Those looked for, in the order that they are to have.
  ///   - others: Those who may be the same as one of them.
  init(of actors: [Form], _ others: [Form], in database: Database) throws {
    var all: [Form] = []
    for form in actors + others where !all.contains(where: { $0.id == form.id }) { all.append(form) }
    var identities = ActorIdentities()
    for form in all where form.isPerson { identities.insert(try Self.entity(form, in: database)) }
    var groups: [String: [Form]] = [:]
    for form in all {
      groups[Self.canonical(form, among: all, identities), default: []].append(form)
    }
    var seen: Set<String> = []
    for form in actors {
      let key = Self.canonical(form, among: all, identities)
      guard seen.insert(key).inserted, let forms = groups[key] else { continue }
      people.append(forms.filter { $0.key == key } + forms.filter { $0.key != key })
    }
  }

  private static func canonical(_ form: Form, among all: [Form], _ identities: ActorIdentities) -> String {
    guard let key = ActorKey(form.key) else { return form.key }
    let isPerson = key.kind == .person
    // The whole name, of whom one country alone is known elsewhere.
    if isPerson, key.country == nil {
      let known = Set(all.compactMap { ActorKey($0.key) }.filter { $0.name == key.name && $0.country != nil })
      if known.count == 1, let same = known.first { return identities.canonical(same).description }
    }
    let known = isPerson ? identities.canonical(key) : key
    // A family name alone, of which the article tells no more, or which it took for a body's.
    guard known == key, !form.name.contains(" "),
      isPerson ? key.country == nil : key.kind == .organization && key.country != nil
    else {
      return known.description
    }
    let bearers = all.filter { bearer in
      bearer.isPerson && bearer.name.hasSuffix(" " + form.name) && (isPerson || bearer.country == key.country)
    }
    var articles: [ActorKey: Int] = [:]
    for bearer in bearers {
      if let full = ActorKey(bearer.key).map(identities.canonical) { articles[full, default: 0] += bearer.articles }
    }
    let full = articles.keys.sorted()
    return (foremost(of: full.compactMap { articles[$0] }).map { full[$0] } ?? key).description
  }

  /// The place of the only one, or of the one whom ten times as many articles mean as all others.
  static func foremost(of articles: [Int]) -> Int? {
    guard let place = articles.indices.max(by: { articles[$0] < articles[$1] }) else { return nil }
    let others = articles.reduce(0, +) - articles[place]
    return articles.count == 1 || articles[place] >= 10 * max(others, 1) ? place : nil
  }

  /// What the archive knows of a person, as a record has it.
  private static func entity(_ form: Form, in database: Database) throws -> Readout.Entity {
    var entity = Readout.Entity(id: form.key, name: form.name, type: .person, basis: .knowledge)
    entity.country = form.country
    if let name = ActorKey(form.key)?.name, name.first == "Q" { entity.wikidata = name }
    let offices = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT DISTINCT o.title, o.office, o.country FROM entities e JOIN offices o ON o.entity = e.id
          WHERE e.actor = ? LIMIT 20
          """), arguments: [form.id])
    entity.offices = offices.compactMap { row in
      OfficeKind(rawValue: row["office"]).map { kind in
        var office = Readout.Office(title: row["title"], office: kind, basis: .text)
        office.country = row["country"]
        return office
      }
    }
    return entity
  }
}
