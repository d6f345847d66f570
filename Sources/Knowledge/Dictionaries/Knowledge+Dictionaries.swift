internal import Record

extension Knowledge {
  /// How much a dictionary added.
  package struct Addition: Sendable, Equatable {
    package var people = 0
    package var bodies = 0
    /// Names that stand for a state.
    package var names = 0
    /// Nouns for people by what they do.
    package var nouns = 0
    /// Entries that the tables know already, or that name nobody.
    package var leftOut = 0
    package var faults: [DictionaryFault] = []

    package init() {}
  }

  /// Adds what actor and agent dictionaries know. What the tables know stands: no name of theirs gets another meaning.
  ///
  /// - Parameters:
  ///   - dictionaries: What was read of the files.
  ///   - codes: The table `actor-codes.tsv`.
  /// - Throws: ``KnowledgeError`` where the table cannot be used.
  package mutating func add(_ dictionaries: [DictionaryReader], codes table: Table) throws(KnowledgeError) -> Addition {
    let codes = try ActorCodes(table)
    var addition = Addition()
    for dictionary in dictionaries { add(dictionary, codes, to: &addition) }
    return addition
  }

  private mutating func add(_ dictionary: DictionaryReader, _ general: ActorCodes, to addition: inout Addition) {
    var codes = general
    if dictionary.entries.contains(where: { $0.roles.contains { $0.code.hasSuffix("JRN") } }) {
      codes.usePloverSectors()
    }
    addition.faults += dictionary.faults
    var meanings: [String: ActorCodes.Meaning?] = [:]
    for entry in dictionary.entries {
      var roles: [(role: DictionaryReader.Role, meaning: ActorCodes.Meaning)] = []
      for role in entry.roles {
        let meaning = meanings[role.code, default: codes.meaning(of: role.code, states: states)]
        meanings[role.code] = .some(meaning)
        if let meaning {
          if !meaning.isNobody { roles.append((role, meaning)) }
        } else {
          addition.faults.append(
            DictionaryFault(
              kind: .noActor, file: dictionary.file, line: entry.line, text: "\(entry.names[0]) [\(role.code)]"))
        }
      }
      guard let first = roles.first else {
        addition.leftOut += 1
        continue
      }
      if first.role.isAgent {
        addNouns(entry.names, first.meaning, to: &addition)
      } else if isPerson(entry) {
        addPerson(entry, roles, to: &addition)
      } else if entry.roles.contains(where: { $0.from != nil || $0.to != nil }) {
        // A word alone that stands for somebody for a time.
        addition.leftOut += 1
      } else {
        addThing(entry, first.meaning, to: &addition)
      }
    }
  }

  // MARK: - Agents

  private mutating func addNouns(_ names: [String], _ meaning: ActorCodes.Meaning, to addition: inout Addition) {
    for name in names {
      let phrase = name.lowercased()
      let words = phrase.split(separator: " ").map(String.init)
      guard let last = words.last, meaning.sector != nil, nouns.roles.longest(in: words, from: 0)?.count != words.count,
        nouns.bodies.longest(in: [last], from: 0) == nil, nouns.bodies.longest(in: words, from: 0) == nil,
        nouns.collectives.longest(in: [last], from: 0) == nil
      else {
        addition.leftOut += 1
        continue
      }
      let general = nouns.roles.longest(in: [last], from: 0)?.value
      nouns.add(
        ActorNouns.Role(
          phrase: phrase, office: general?.office, sector: meaning.sector, refers: general?.refers ?? [],
          isAnybody: false,
          isCounterpart: false, sex: general?.sex, sole: nil))
      addition.nouns += 1
    }
  }

  // MARK: - People

  /// Whether an entry is somebody rather than something: who changes roles, or bears a given name.
  private func isPerson(_ entry: DictionaryReader.Entry) -> Bool {
    let words = entry.names[0].split(separator: " ")
    guard words.count > 1, let first = words.first,
      !words.contains(where: { nouns.bodies.longest(in: [$0.lowercased()], from: 0) != nil })
    else { return false }
    return entry.roles.contains { $0.from != nil || $0.to != nil } || givenNames.sex(of: String(first)) != nil
  }

  private mutating func addPerson(
    _ entry: DictionaryReader.Entry, _ roles: [(role: DictionaryReader.Role, meaning: ActorCodes.Meaning)],
    to addition: inout Addition
  ) {
    let name = Self.capitalized(entry.names[0])
    let words = name.split(separator: " ")
    let sex = words.first.flatMap { givenNames.sex(of: String($0)) } ?? .male
    let holders = roles.map { role, meaning in
      Holder(
        country: meaning.country, organization: meaning.body.flatMap { organizations.organization(code: $0)?.code },
        offices: meaning.office.map { [$0] } ?? [], title: meaning.title ?? "", name: name,
        family: words.last.map(String.init) ?? name, sex: sex, sector: meaning.sector, from: role.from, to: role.to)
    }
    // Whoever the tables know by that name, they know better.
    let names = entry.names.filter { $0.utf8.contains(UInt8(ascii: " ")) && !offices.knows($0) }
    guard names.count == entry.names.count(where: { $0.utf8.contains(UInt8(ascii: " ")) }) else {
      addition.leftOut += 1
      return
    }
    offices.add(holders, names: names)
    addition.people += 1
  }

  /// "HAMID KARZAI" as "Hamid Karzai".
  private static func capitalized(_ name: String) -> String {
    var result = ""
    var isFirst = true
    for character in name {
      result += isFirst ? character.uppercased() : character.lowercased()
      isFirst = !character.isLetter && character != "'"
    }
    return result
  }

  // MARK: - States and bodies

  private mutating func addThing(
    _ entry: DictionaryReader.Entry, _ meaning: ActorCodes.Meaning, to addition: inout Addition
  ) {
    let names = entry.names.filter { !isKnown($0) }
    guard !names.isEmpty, names.count == entry.names.count || meaning.sector == nil else {
      addition.leftOut += 1
      return
    }
    if let country = meaning.country, meaning.sector == nil, meaning.body == nil {
      for name in names { states.add(metonym: name, of: country) }
      addition.names += names.count
    } else if let plover = meaning.country ?? meaning.body {
      organizations.add(
        Organization(
          code: entry.names[0], plover: plover, sector: meaning.sector,
          type: meaning.sector == "REB" || meaning.sector == "UAF" ? .group : .organization,
          name: Self.capitalized(names[0]), aliases: names))
      addition.bodies += 1
    } else {
      addition.leftOut += 1
    }
  }

  /// Whether the tables give `name` a meaning, or it is a word that they do not want for a name.
  private func isKnown(_ name: String) -> Bool {
    let key = NameKey(name)
    if states.state(named: key) != nil || states.state(capital: key) != nil || states.state(demonym: key) != nil
      || states.state(metonym: key) != nil || organizations.organization(named: key) != nil
      || places.place(named: key) != nil
    {
      return true
    }
    guard !name.utf8.contains(UInt8(ascii: " ")) else { return false }
    let word = name.lowercased()
    return word.utf8.count < 3 || givenNames.sex(of: name) != nil || nouns.roles.longest(in: [word], from: 0) != nil
      || nouns.bodies.longest(in: [word], from: 0) != nil || nameWords.familiesFirst.contains(Self.capitalized(name))
  }
}
