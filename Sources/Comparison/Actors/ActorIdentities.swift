public import Record

/// Which keys of different articles are the same actor, from all that is known of them: a set of entities, whose order does
/// not matter.
///
/// A family name alone joins a full name only where exactly one is known with the same country or office. So do a full name
/// without a country, an initial with a family name ("S. Abe"), and a name whose words another's holds ("Recep Erdogan",
/// "Recep Tayyip Erdogan"). An office without a name is who is known to hold it, where one alone is.
public struct ActorIdentities: Sendable {
  private struct Tenure: Hashable {
    var office: OfficeKind
    var country: String
  }

  private struct Person {
    var names: Set<FoldedName> = []
    var countries: Set<String> = []
    var tenures: Set<Tenure> = []
  }

  private var people: [ActorKey: Person] = [:]
  /// People by each word of their names.
  private var byWord: [String: Set<ActorKey>] = [:]
  private var holders: [Tenure: Set<ActorKey>] = [:]

  public init() {}

  /// Takes in what an article says of its people.
  public mutating func insert(_ readout: Readout) {
    for entity in readout.entities { insert(entity) }
  }

  public mutating func insert(_ entity: Readout.Entity) {
    guard let key = ActorKey(entity), key.kind == .person else { return }
    var person = people[key] ?? Person()
    let name = FoldedName(entity.name, dropsInitials: true)
    person.names.insert(name)
    if let country = entity.country { person.countries.insert(country) }
    for word in name.words { byWord[word, default: []].insert(key) }
    for office in entity.offices {
      guard let country = office.country ?? entity.country else { continue }
      let tenure = Tenure(office: office.office, country: country)
      person.tenures.insert(tenure)
      holders[tenure, default: []].insert(key)
    }
    people[key] = person
  }

  /// The key under which an actor is known best: the same where nothing better is known.
  public func canonical(_ key: ActorKey) -> ActorKey {
    switch key.kind {
    case .office: holder(of: key) ?? key
    case .person: fullest(key) ?? key
    default: key
    }
  }

  private func holder(of key: ActorKey) -> ActorKey? {
    guard let office = OfficeKind(rawValue: key.name), let country = key.country else { return nil }
    let known = Set((holders[Tenure(office: office, country: country)] ?? []).map { canonical($0) })
    return known.count == 1 ? known.first : nil
  }

  /// The one person of whom this is a shorter form.
  private func fullest(_ key: ActorKey) -> ActorKey? {
    guard let person = people[key] else { return nil }
    let candidates = longer(than: key, person)
    // Of several, those that are not themselves short for another.
    let full = candidates.filter { candidate in
      people[candidate].map { longer(than: candidate, $0).isDisjoint(with: candidates) } ?? false
    }
    return full.count == 1 ? full.first : nil
  }

  private func longer(than key: ActorKey, _ person: Person) -> Set<ActorKey> {
    guard !Self.isItem(key) else { return [] }
    var found: Set<ActorKey> = []
    for name in person.names {
      let sets = name.words.filter { $0.utf8.count > 1 }.map { byWord[$0] ?? [] }
      guard let rarest = sets.min(by: { $0.count < $1.count }) else { continue }
      for other in rarest where other != key && !found.contains(other) {
        guard let full = people[other] else { continue }
        let sharesCountry = !person.countries.isDisjoint(with: full.countries)
        let isAllowed =
          sharesCountry
          || (name.words.count == 1 ? !person.tenures.isDisjoint(with: full.tenures) : person.countries.isEmpty)
        guard isAllowed else { continue }
        // The same name with more known of who bears it.
        let isKnownBetter =
          full.names.contains(name) && (Self.isItem(other) || key.country == nil && other.country != nil)
        if isKnownBetter || full.names.contains(where: { Self.isForm(name, of: $0) }) { found.insert(other) }
      }
    }
    return found
  }

  /// Whether the key is a Wikidata id, which is final.
  private static func isItem(_ key: ActorKey) -> Bool { key.name.first == "Q" }

  /// Whether `name` is a shorter form of another: its words in the same order, initials for names, and a family name alone where
  /// it stands first or last.
  private static func isForm(_ name: FoldedName, of other: FoldedName) -> Bool {
    guard name != other, name.words.count <= other.words.count else { return false }
    if name.words.count == 1 { return name.words[0] == other.words.first || name.words[0] == other.words.last }
    var place = 0
    for word in name.words {
      let next = other.words[place...].firstIndex {
        $0 == word || word.utf8.count == 1 && $0.utf8.count > 1 && $0.utf8.first == word.utf8.first
      }
      guard let next else { return false }
      place = next + 1
    }
    return true
  }
}
