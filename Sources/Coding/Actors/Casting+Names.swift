internal import Knowledge
internal import Linguistics
internal import Record

extension Casting {
  // MARK: - Entities of names

  /// Gives every name its entity.
  mutating func castNames() {
    for index in names.indices where names[index].isPerson && isFull(names[index]) {
      entityOfName[index] = person(full: index)
    }
    var recent: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      switch name.referent {
      case .person:
        if entityOfName[index] < 0 { entityOfName[index] = person(single: index, recent: recent) }
        for part in parts(of: name) { recent[part] = entityOfName[index] }
      case .state(let code, _): entityOfName[index] = state(code)
      case .organization(let organization): entityOfName[index] = self.organization(organization, name: index)
      case .body(let type, let sector): entityOfName[index] = body(named: index, type: type, sector: sector)
      case .place(let place): entityOfName[index] = self.place(place, name: index)
      }
    }
    callFormerStates()
  }

  /// Calls a state by the name that it had, where the text has no other: "the Soviet Union", not Russia.
  private mutating func callFormerStates() {
    var former: [Int: String] = [:]
    var present: Set<Int> = []
    for (index, name) in names.enumerated() {
      guard case .state = name.referent else { continue }
      let words = words.phrase(name.tokens)
      if let state = knowledge.states.state(named: words) ?? knowledge.states.state(demonym: words),
        state.formerCode != nil
      {
        former[entityOfName[index]] = state.name
      } else {
        present.insert(entityOfName[index])
      }
    }
    for (entity, name) in former where !present.contains(entity) { drafts[entity].entity.name = name }
  }

  /// The codes of the states and known bodies that the names name.
  static func parties(named names: [Name]) -> Set<String> {
    var parties: Set<String> = []
    for name in names {
      switch name.referent {
      case .state(let code, _): parties.insert(code)
      case .organization(let organization): parties.insert(organization.code)
      default: break
      }
    }
    return parties
  }

  /// The state that is named most often, the first of those as often.
  static func mainState(of names: [Name]) -> String? {
    var counts: [String: Int] = [:]
    var best: String?
    for name in names {
      guard let code = name.state else { continue }
      counts[code, default: 0] += 1
      if best == nil { best = code }
    }
    for name in names {
      guard let code = name.state, let leader = best, let count = counts[code], let most = counts[leader] else {
        continue
      }
      if count > most { best = code }
    }
    return best
  }

  /// The parts of a person's name between white space, in small letters, particles left aside: "mariam", "sadiq", "mahdi".
  func parts(of name: Name) -> [String] {
    var parts: [String] = []
    var part = ""
    for token in name.tokens {
      if !words.isJoined[token] || token == name.tokens.lowerBound {
        if !part.isEmpty { parts.append(part) }
        part = ""
      }
      if words.text[token] == "-" {
        if !part.isEmpty { part += "-" }
        continue
      }
      if knowledge.nameWords.particles.contains(words.lower[token]) && token != name.tokens.upperBound - 1 { continue }
      part += words.lower[token]
    }
    if !part.isEmpty { parts.append(part) }
    return parts
  }

  private func isFull(_ name: Name) -> Bool { parts(of: name).count > 1 }

  /// The part by which somebody is called on second mention.
  private func family(_ parts: [String], name: Name, holder: Holder?) -> String {
    if let holder, let last = holder.family.split(separator: " ").last {
      let family = last.split(separator: "-").last.map { $0.lowercased() } ?? ""
      if parts.contains(family) { return family }
    }
    let first = words.text[name.tokens.lowerBound]
    if knowledge.nameWords.familiesFirstCalledByLast.contains(first) { return parts[parts.count - 1] }
    if knowledge.nameWords.familiesFirst.contains(first), parts.count <= 3,
      parts.count == 2 || parts.last?.contains("-") == true || knowledge.givenNames.sex(of: first) == nil
    {
      return parts[0]
    }
    let last = parts[parts.count - 1]
    return ["jr.", "sr.", "jr", "sr", "ii", "iii", "iv"].contains(last) && parts.count > 2
      ? parts[parts.count - 2] : last
  }

  /// The rows of the one office-holder that a whole name means, those of the day before others.
  private func holders(named name: String) -> [Holder] {
    let all = knowledge.offices.holders(named: name)
    guard let best = all.first(where: isHeld) ?? all.last(where: hasBegun) else { return [] }
    return all.filter { $0.name == best.name }
  }

  func isHeld(_ holder: Holder) -> Bool {
    guard let day else { return true }
    return holder.from.earliest <= day.upperBound && holder.to.map { $0.latest >= day.lowerBound } ?? true
  }

  private func hasBegun(_ holder: Holder) -> Bool { day.map { holder.from.earliest <= $0.upperBound } ?? true }

  private mutating func person(full index: Int) -> Int {
    let name = names[index]
    let parts = parts(of: name)
    let text = words.phrase(name.tokens)
    let holders = holders(named: text)
    let family = family(parts, name: name, holder: holders.first)
    for candidate in (people[family] ?? []).suffix(Self.backlog) {
      let draft = drafts[candidate]
      if let holder = holders.first, let known = draft.holders.first {
        if holder.name == known.name { return candidate }
        continue
      }
      if isSame(parts, as: draft.entity.name) {
        if text.utf8.count > draft.entity.name.utf8.count, draft.holders.isEmpty {
          drafts[candidate].entity.name = text
        }
        if draft.holders.isEmpty, !holders.isEmpty { know(candidate, as: holders) }
        return candidate
      }
    }
    var draft = EntityDraft(entity: Entity(name: text, type: .person))
    draft.sex =
      knowledge.givenNames.sex(of: words.text[name.tokens.lowerBound])
      ?? (parts.first.map { $0.contains("-") } == true ? nil : parts.first.flatMap { knowledge.givenNames.sex(of: $0) })
    if let sex = honorificSex(before: name.tokens.lowerBound) { draft.sex = sex }
    drafts.append(draft)
    let entity = drafts.count - 1
    if !holders.isEmpty { know(entity, as: holders) }
    people[family, default: []].append(entity)
    for part in Set([parts[0], parts[parts.count - 1]]) where part != family {
      people[part, default: []].append(entity)
    }
    return entity
  }

  /// Whether a whole name and the name of somebody known differ only in middle names and initials.
  private func isSame(_ parts: [String], as other: String) -> Bool {
    let others = other.lowercased().split { $0 == " " }.map { part in
      part.split(separator: "-").filter { !knowledge.nameWords.particles.contains(String($0)) }.joined(separator: "-")
    }.filter { !$0.isEmpty }
    let (short, long) = parts.count <= others.count ? (parts, others) : (others, parts)
    guard short.count > 1 else { return long.contains(short.first ?? "") }
    return short.allSatisfy { part in
      long.contains(part) || (part.hasSuffix(".") && long.contains { $0.hasPrefix(part.dropLast()) })
    }
  }

  private mutating func person(single index: Int, recent: [String: Int]) -> Int {
    let name = names[index]
    let part = parts(of: name).last ?? words.lower[name.tokens.lowerBound]
    let sex = honorificSex(before: name.tokens.lowerBound)
    let candidates = people[part] ?? []
    if let last = recent[part], drafts[last].entity.type == .person, fits(last, sex) { return last }
    if let first = candidates.first(where: { fits($0, sex) }) { return first }
    var draft = EntityDraft(entity: Entity(name: words.phrase(name.tokens), type: .person))
    draft.sex = sex
    drafts.append(draft)
    let entity = drafts.count - 1
    if let holders = holders(family: part, index: index) { know(entity, as: holders) }
    people[part, default: []].append(entity)
    return entity
  }

  private func fits(_ entity: Int, _ sex: Sex?) -> Bool {
    sex == nil || drafts[entity].sex == nil || drafts[entity].sex == sex
  }

  /// Who a family name means that the text never gives in full: the holder of the office that its title names, else of a
  /// state that the text names.
  private func holders(family: String, index: Int) -> [Holder]? {
    let all = knowledge.offices.holders(family: words.phrase(names[index].tokens)).filter(isHeld)
    guard !all.isEmpty else { return nil }
    let phrase = titlePhrase(before: index)
    let country = phrase.flatMap { phrase in phrase.modifiers.compactMap { names[$0].state }.first }
    var fitting = all
    if let country { fitting = fitting.filter { $0.country == country } }
    if let office = phrase?.sense.role?.office {
      fitting = fitting.filter { $0.offices.contains(office) || office == .other }
    } else {
      // Without a title, it has to be somebody of a state in the text, and the only one of that name.
      let named = namedParties
      fitting = fitting.filter { named.contains($0.country ?? $0.organization ?? "") }
      if Set(fitting.map(\.name)).count > 1 { return nil }
    }
    if Set(fitting.map(\.name)).count > 1 {
      let home = fitting.filter { $0.country == datelineState }
      if !home.isEmpty { fitting = home }
    }
    guard let best = fitting.first else { return nil }
    return knowledge.offices.holders(named: best.name).filter { $0.name == best.name }
  }

  private func titlePhrase(before index: Int) -> NominalPhrase? {
    // Titles stand within a few tokens before their names; phrases are in text order.
    let start = names[index].tokens.lowerBound
    var low = 0
    var high = phrases.count
    while low < high {
      let middle = (low + high) / 2
      if phrases[middle].noun.lowerBound < start { low = middle + 1 } else { high = middle }
    }
    for at in stride(from: low - 1, through: max(0, low - 4), by: -1) where phrases.indices.contains(at) {
      if phrases[at].attached == index, phrases[at].isTitle { return phrases[at] }
    }
    return nil
  }

  /// Takes what the knowledge base tells about an office-holder.
  private mutating func know(_ entity: Int, as holders: [Holder]) {
    guard let first = holders.first(where: isHeld) ?? holders.last else { return }
    drafts[entity].holders = holders
    // A name that differs by hyphens and capitals alone stays as the text spells it.
    if Self.letters(drafts[entity].entity.name) != Self.letters(first.name) { drafts[entity].entity.name = first.name }
    drafts[entity].sex = first.sex
    drafts[entity].entity.basis = .text
    guard day != nil else { return }
    for holder in holders where isHeld(holder) {
      drafts[entity].offices.formUnion(holder.offices)
      if let country = holder.country {
        for office in holder.offices { register(entity, office, of: country) }
      }
    }
  }

  private static func letters(_ name: String) -> String { name.lowercased().filter(\.isLetter) }

  mutating func register(_ entity: Int, _ office: OfficeKind, of country: String) {
    Self.front(entity, in: &byStateOffice["\(country) \(office.rawValue)", default: []])
  }

  private func honorificSex(before token: Int) -> Sex? {
    guard token > 0, let sex = knowledge.nameWords.honorifics[words.text[token - 1]] else { return nil }
    return sex
  }

  /// The entity of a state.
  mutating func state(_ code: String) -> Int {
    if let entity = states[code] { return entity }
    var name = code
    if let state = knowledge.states.state(code: code) { name = state.name }
    drafts.append(EntityDraft(entity: Entity(name: name, type: .country, country: code, basis: .text)))
    states[code] = drafts.count - 1
    return drafts.count - 1
  }

  private mutating func organization(_ organization: Organization, name index: Int) -> Int {
    // "Egypt's Foreign Ministry": a name that many states share belongs to the one that the text gives.
    let isState = knowledge.states.state(code: organization.plover) != nil
    let given = isState || organization.type == .government ? countryOfModifiers(of: index) : nil
    if isState, let given, given != organization.plover {
      return body(named: index, type: .government, sector: organization.sector)
    }
    // What the text has spelt out before stands above what the letters mean elsewhere.
    if let entity = acronym(of: words.phrase(names[index].tokens)) { return entity }
    let key = "# \(organization.code)"
    if let entity = organizations[key] {
      register(bracketsAfter: names[index].tokens, entity)
      return entity
    }
    var entity = Entity(name: organization.name, type: organization.type, sector: organization.sector)
    if isState {
      entity.country = organization.plover
    } else {
      entity.code = organization.plover
    }
    drafts.append(EntityDraft(entity: entity))
    organizations[key] = drafts.count - 1
    organizationsByEntity[drafts.count - 1] = organization
    let called = organization.name.lowercased().split(separator: " ").map(String.init)
    if called.count > 1 { drafts[drafts.count - 1].nouns.insert(noun(of: called)) }
    register(acronymOf: names[index].tokens, drafts.count - 1)
    register(bracketsAfter: names[index].tokens, drafts.count - 1)
    return drafts.count - 1
  }

  /// The state that stands before a name: "Egypt's", "the Egyptian".
  private func countryOfModifiers(of index: Int) -> String? {
    var at = names[index].tokens.lowerBound - 1
    for _ in 0..<4 where at >= 0 {
      if owner[at] >= 0 { return names[Int(owner[at])].state }
      guard words.kinds[at] == .possessive || words.kinds[at] == .adjective else { return nil }
      at -= 1
    }
    return nil
  }

  private mutating func body(named index: Int, type: EntityType, sector: String?) -> Int {
    let tokens = names[index].tokens
    if let code = stateOfGovernment(tokens) { return state(code) }
    let country = countryOfModifiers(of: index) ?? countryWithin(tokens)
    let text = words.phrase(tokens)
    let key = text.lowercased()
    let isBare = words.kinds[tokens.lowerBound] != .proper || type == .government
    let full = isBare ? country.map { "\($0) \(key)" } ?? key : key
    if let entity = organizations[full] { return entity }
    if isBare, country == nil, let entity = organizations["* \(key)"] { return entity }
    if let entity = acronym(of: text) { return entity }
    drafts.append(EntityDraft(entity: Entity(name: text, type: type, country: country, sector: sector)))
    let entity = drafts.count - 1
    organizations[full] = entity
    organizations["* \(key)"] = entity
    drafts[entity].nouns.insert(noun(of: Array(words.lower[tokens])))
    // "The navy" of "the Indonesian Navy"
    if let country, tokens.count > 1, isDemonym(tokens.lowerBound) {
      let rest = words.lower[tokens.dropFirst()].joined(separator: " ")
      if organizations["\(country) \(rest)"] == nil { organizations["\(country) \(rest)"] = entity }
    }
    register(acronymOf: tokens, entity)
    register(bracketsAfter: tokens, entity)
    return entity
  }

  /// By what noun a body is called that bears a name: "ministry" for the Ministry of Defence.
  private func noun(of name: [String]) -> String {
    let preposition = name.firstIndex { $0 == "of" || $0 == "for" || $0 == "on" } ?? name.count
    return name[max(preposition, 1) - 1]
  }

  private func isDemonym(_ token: Int) -> Bool { knowledge.states.state(demonym: words.text[token]) != nil }

  /// The state of "Government of Yemen".
  private func stateOfGovernment(_ tokens: Range<Int>) -> String? {
    guard let body = knowledge.nouns.bodies.longest(in: words.lower, from: tokens.lowerBound),
      body.value.type == .country,
      tokens.lowerBound + body.count < tokens.upperBound, words.lower[tokens.lowerBound + body.count] == "of"
    else { return nil }
    return knowledge.states.state(named: words.phrase(tokens.lowerBound + body.count + 1..<tokens.upperBound))?.code
  }

  private func countryWithin(_ tokens: Range<Int>) -> String? {
    let first = words.phrase(tokens.lowerBound..<tokens.lowerBound + 1)
    if let state = knowledge.states.state(demonym: first) ?? knowledge.states.state(named: first) { return state.code }
    guard tokens.count > 2 else { return nil }
    let two = words.phrase(tokens.lowerBound..<tokens.lowerBound + 2)
    return (knowledge.states.state(demonym: two) ?? knowledge.states.state(named: two))?.code
  }

  /// "BSEC" after "Black Sea Economic Cooperation".
  private func acronym(of text: String) -> Int? {
    guard text.utf8.count > 1, text.utf8.allSatisfy({ 0x30...0x5a ~= $0 || $0 == 0x2e }) else { return nil }
    return organizations["= \(text.filter { $0 != "." })"]
  }

  /// Takes the letters in brackets after a name for its short form: "the Movimento 5 Stelle (M5S)".
  private mutating func register(bracketsAfter tokens: Range<Int>, _ entity: Int) {
    let letters = tokens.upperBound + 1
    guard letters + 1 < words.count, words.text[letters - 1] == "(", words.text[letters + 1] == ")",
      owner[letters] >= 0, tokens.count > 1
    else { return }
    organizations["= \(words.text[letters].filter { $0 != "." })"] = entity
  }

  private mutating func register(acronymOf tokens: Range<Int>, _ entity: Int) {
    let initials = tokens.filter { words.isCapital[$0] }.compactMap { words.text[$0].first }
    guard initials.count > 1 else { return }
    organizations["= \(String(initials))"] = entity
  }

  private mutating func place(_ place: Place?, name index: Int) -> Int {
    let text = place?.name ?? words.phrase(names[index].tokens)
    // A namesake that the text puts elsewhere has no coordinates.
    let country = place.flatMap { $0.coordinates == nil ? $0.country : nil }
    let key = "@ \(text)" + (country.map { ", \($0)" } ?? "")
    if let entity = organizations[key] { return entity }
    var draft = EntityDraft(entity: Entity(name: text, type: .place, country: place?.country))
    if let last = words.lower[names[index].tokens].last { draft.nouns.insert(last) }
    drafts.append(draft)
    organizations[key] = drafts.count - 1
    return drafts.count - 1
  }

  /// The place of a capital named as a place.
  mutating func capital(_ index: Int) -> Int {
    let text = words.phrase(names[index].tokens)
    return place(knowledge.places.place(named: text), name: index)
  }

  // MARK: - Mentions of names

  mutating func readName(_ index: Int) {
    let name = names[index]
    var entity = entityOfName[index]
    guard entity >= 0 else { return }
    // "Botswana's Ian Khama"
    if name.isPerson, drafts[entity].entity.country == nil, drafts[entity].roles.isEmpty,
      let code = countryOfModifiers(of: index)
    {
      drafts[entity].entity.country = code
    }
    var kind = MentionKind.name
    var isWeak = false
    if case .state(_, let form) = name.referent {
      switch form {
      case .name, .shorthand: kind = .name
      case .adjective, .national: kind = .demonym
      case .metonym: kind = .metonym
      case .capital: kind = .metonym
      }
      if form == .capital || form == .metonym, isLocative(name) {
        entity = form == .capital ? capital(index) : entity
        kind = form == .capital ? .name : .metonym
        entityOfName[index] = entity
      }
      isWeak = form == .adjective || (form == .metonym || form == .capital) && isPrefixed(name)
    }
    mention(
      entity, withArticle(name), head: name.head, kind: kind, counts: !isWeak, isModifier: isWeak || isAdjective(name))
    if isWeak { drafts[entity].lastToken = name.head }
    joinHeadlineSubjects(endingAt: index)
  }

  /// Whether a name is the second part of an adjective: "pro-Beijing".
  private func isPrefixed(_ name: Name) -> Bool {
    let start = name.tokens.lowerBound
    return start > 1 && words.text[start - 1] == "-" && words.isJoined[start] && words.isJoined[start - 1]
      && owner[start - 2] < 0
  }

  /// Whether the name of a people or faith only says of what kind something is: "Muslim" in "Muslim voters".
  private func isAdjective(_ name: Name) -> Bool {
    guard case .body(.group, _) = name.referent, !words.kinds[name.head].isPlural else { return false }
    return ["acomp", "attr", "amod", "compound", "nmod"].contains(doc[name.head].label)
  }

  /// With the article that belongs to it: "the US", but not the one of "the US president".
  private func withArticle(_ name: Name) -> Range<Int> {
    let start = name.tokens.lowerBound
    guard !name.isPerson, !name.isAdjective, start > 0, words.lower[start - 1] == "the" else { return name.tokens }
    let label = doc[name.head].label
    let next = name.tokens.upperBound
    if next < words.count, words.kinds[next].isNoun || words.kinds[next] == .adjective, !words.isBreak[next] {
      return name.tokens
    }
    guard label != "compound", label != "amod", label != "nmod", owner[start - 1] < 0 else { return name.tokens }
    return start - 1..<name.tokens.upperBound
  }

  /// Whether a name stands where something is, rather than for who acts there.
  func isLocative(_ name: Name) -> Bool {
    let token = doc[name.head]
    switch token.label {
    case "pobj": return isLocative(preposition: token.head)
    case "conj":
      var first = token
      for _ in 0..<8 where first.label == "conj" && !first.isRoot { first = first.head }
      return first.label == "pobj" && isLocative(preposition: first.head)
    case "dobj": return ["visit", "leave", "reach", "enter", "tour", "bomb", "hit", "shell"].contains(token.head.lemma)
    case "appos", "npadvmod": return true
    case "compound", "nmod": return true
    default: return false
    }
  }

  private func isLocative(preposition: Token) -> Bool {
    switch preposition.lower {
    case "in", "at", "near", "outside", "inside", "around", "across", "into", "through", "throughout", "via", "over",
      "off",
      "within", "beyond", "on":
      return true
    case "to", "from", "for", "toward", "towards":
      let governor = preposition.head
      if preposition.index > 0, words.lower[preposition.index - 1] == "back" { return true }
      return [
        "visit", "travel", "go", "return", "fly", "flight", "trip", "come", "arrive", "head", "move", "back", "way",
        "drive",
        "journey", "tour", "invite", "depart", "leave", "route", "bring", "take", "send", "summon", "recall",
        "invitation", "fled",
        "flee", "expel", "deport", "mile", "kilometer", "kilometre", "north", "south", "east", "west",
      ].contains(governor.lemma)
    case "of":
      return [
        "city", "town", "capital", "suburb", "outskirt", "outskirts", "mayor", "street", "port", "center", "centre",
        "north", "south", "east", "west",
        "airport", "area", "resort", "district", "neighborhood", "neighbourhood",
      ].contains(preposition.head.lemma)
    default: return false
    }
  }
}
