internal import Knowledge
internal import Linguistics
internal import Record

extension Casting {
  // MARK: - Titles

  /// Notes who holds what by the titles of the whole text, so that a title can be read before the name that it belongs to.
  mutating func registerTitles() {
    for phrase in phrases {
      guard let attached = phrase.attached, let role = phrase.sense.role, phrase.determiner != .possessivePronoun else {
        continue
      }
      let entity = entityOfName[attached]
      guard entity >= 0, !phrase.isPast, let office = role.office, let country = self.country(of: phrase) else {
        continue
      }
      register(entity, office, of: country)
    }
  }

  /// The state that a phrase's modifiers, possessor or complement give it.
  func country(of phrase: NominalPhrase) -> String? {
    if let complement = phrase.complement, phrase.modifiers.isEmpty || names[complement].state != nil,
      let country = self.country(ofName: complement)
    {
      if phrase.modifiers.compactMap({ self.country(ofName: $0) }).isEmpty { return country }
    }
    for modifier in phrase.modifiers {
      if let country = self.country(ofName: modifier) { return country }
    }
    if let possessor = phrase.possessor, entityOfHead[possessor] >= 0 {
      if let country = self.country(ofEntity: Int(entityOfHead[possessor])) { return country }
    }
    if let complement = phrase.complement { return country(ofName: complement) }
    if let head = phrase.complementHead, entityOfHead[head] >= 0 { return country(ofEntity: Int(entityOfHead[head])) }
    return nil
  }

  func country(ofName index: Int) -> String? {
    if let code = names[index].state { return code }
    let entity = entityOfName[index]
    return entity >= 0 ? country(ofEntity: entity) : nil
  }

  /// The state that an entity is, belongs to or speaks for.
  func country(ofEntity entity: Int) -> String? {
    let draft = drafts[entity]
    if let country = draft.entity.country { return draft.entity.type == .place ? nil : country }
    if let country = draft.roles.last(where: { $0.country != nil })?.country { return country }
    return draft.holders.first(where: isHeld)?.country ?? draft.holders.last?.country
  }

  /// The body that a phrase's modifiers or complement name.
  private func organization(of phrase: NominalPhrase) -> Int? {
    for index in phrase.modifiers + (phrase.complement.map { [$0] } ?? []) where !names[index].isPerson {
      let entity = entityOfName[index]
      if entity >= 0, [.organization, .government, .group, .forum].contains(drafts[entity].entity.type) {
        return entity
      }
    }
    if let possessor = phrase.possessor, entityOfHead[possessor] >= 0 {
      let entity = Int(entityOfHead[possessor])
      if [.organization, .group].contains(drafts[entity].entity.type), !drafts[entity].isPlural { return entity }
    }
    return nil
  }

  /// Gives a person a role that the text names.
  private mutating func give(_ entity: Int, _ role: ActorNouns.Role, in phrase: NominalPhrase) {
    let country = self.country(of: phrase) ?? soleState(of: phrase, role) ?? stateAround(phrase, role)
    let held = EntityDraft.HeldRole(
      role: role, title: title(of: phrase), country: country, organization: organization(of: phrase),
      isPast: phrase.isPast)
    drafts[entity].roles.append(held)
    call(entity, role, head: phrase.head)
    if let sex = role.sex, drafts[entity].sex == nil { drafts[entity].sex = sex }
    guard !phrase.isPast, let office = role.office else { return }
    drafts[entity].offices.insert(office)
    if let country { register(entity, office, of: country) }
  }

  /// Notes the nouns that can stand for somebody from now on: "the minister" for a foreign minister, not for a prime minister.
  private mutating func call(_ entity: Int, _ role: ActorNouns.Role, head: Int) {
    drafts[entity].nouns.insert(role.phrase)
    let noun = words.singular[head]
    guard noun != role.phrase else { return }
    if let bare = knowledge.nouns.roles.longest(in: [noun], from: 0)?.value, let office = role.office,
      bare.office != office, !bare.refers.contains(office)
    {
      return
    }
    drafts[entity].nouns.insert(noun)
  }

  /// The state of a title that names none: that of the knowledge base, of where the sentence is set, of who was last spoken of,
  /// or of the dateline.
  private func stateAround(_ phrase: NominalPhrase, _ role: ActorNouns.Role) -> String? {
    guard phrase.attached != nil || (phrase.determiner == .none && !phrase.isPlural), organization(of: phrase) == nil,
      phrase.determiner != .possessivePronoun, phrase.determiner != .possessor,
      let office = role.office, office != .other, role.sector != nil, office != .official
    else { return nil }
    if let attached = phrase.attached {
      let draft = drafts[entityOfName[attached]]
      if let holder = draft.holders.first(where: { isHeld($0) && $0.offices.contains(office) })
        ?? draft.holders.first(where: isHeld)
      {
        if let country = holder.country ?? country(ofBody: holder.organization) { return country }
      }
      if let country = self.country(ofEntity: entityOfName[attached]) { return country }
    }
    // "In Havana, Foreign Minister …": the sentence says where it is.
    let sentence = nearby(phrase.head)
    if let first = sentence.first(where: { words.kinds[$0] != .space && words.kinds[$0] != .punctuation }),
      words.lower[first] == "in", first + 1 < phrase.tokens.lowerBound, owner[first + 1] >= 0
    {
      let name = names[Int(owner[first + 1])]
      if let code = name.state { return code }
      if case .place(let place) = name.referent, let country = place?.country { return country }
    }
    // The state of who was last a subject in the paragraph.
    for reference in references.suffix(60).reversed() where reference.entity >= 0 && reference.isSubject {
      guard passageOfToken[reference.head] == passageOfToken[phrase.head] else { break }
      if let country = country(ofEntity: reference.entity) { return country }
    }
    if let datelineState, office != .spokesperson { return datelineState }
    // The only state of the sentence.
    let here = Set(sentence.compactMap { owner[$0] >= 0 ? names[Int(owner[$0])].state : nil })
    return here.count == 1 ? here.first : nil
  }

  /// The sentence of a token, or what of it lies around the token where it is very long.
  private func nearby(_ token: Int) -> Range<Int> {
    let sentence = doc.sentence(of: token)
    guard sentence.count > 200 else { return sentence }
    return max(sentence.lowerBound, token - 100)..<min(sentence.upperBound, token + 100)
  }

  private func country(ofBody code: String?) -> String? {
    guard let code, let body = knowledge.organizations.organization(code: code) else { return nil }
    return knowledge.states.state(code: body.plover)?.code
  }

  private func title(of phrase: NominalPhrase) -> String {
    var start = phrase.noun.lowerBound
    // Words that are part of the title but of no name: "water minister", "deputy chief".
    while start > phrase.tokens.lowerBound, owner[start - 1] < 0, !isTime(start - 1),
      words.kinds[start - 1] == .noun || words.kinds[start - 1] == .proper
        || (words.kinds[start - 1] == .adjective && words.isCapital[start - 1])
    {
      start -= 1
    }
    return words.phrase(start..<phrase.noun.upperBound)
  }

  private func isTime(_ token: Int) -> Bool {
    doc.entity(at: token).map { $0.label == "DATE" || $0.label == "TIME" } ?? false
  }

  // MARK: - Phrases

  mutating func readPhrase(_ phrase: NominalPhrase) {
    switch phrase.sense {
    case .role(let role): readRole(phrase, role)
    case .body(let body): readBody(phrase, body)
    case .collective(let collective): readCollective(phrase, collective)
    }
  }

  private mutating func readRole(_ phrase: NominalPhrase, _ role: ActorNouns.Role) {
    if let attached = phrase.attached, entityOfName[attached] >= 0 {
      let entity = entityOfName[attached]
      if role.isCounterpart {
        carryOver(to: entity, in: phrase)
      } else {
        give(entity, role, in: phrase)
      }
      if phrase.determiner == .possessivePronoun {
        let key = key(of: phrase, type: .person, country: nil)
        if let unnamed = keyed[key], unnamed != entity, drafts[unnamed].isUnnamed { identified[unnamed] = entity }
        keyed[key] = entity
      }
      // "Student Amina Berg" in small letters is a noun with a name; "President Berg" is a name.
      if phrase.tokens.count > phrase.noun.count || !phrase.isTitle || !words.isCapital[phrase.head] {
        // "The spokesman, X, said": the noun is the subject, and the name only stands beside it.
        let isArgument = !["compound", "nmod", "appos", "amod"].contains(doc[phrase.head].label)
        mention(entity, phrase.tokens, head: phrase.head, kind: .nominal, counts: isArgument)
      }
      return
    }
    if phrase.isPlural {
      readPeople(phrase, role)
      return
    }
    // "The head of the IAEA" is known by the body; "the source of tension" is nobody.
    if phrase.determiner != .indefinite, !phrase.isPast, let entity = bodyHead(phrase, role) {
      mention(entity, phrase.tokens, head: phrase.head, kind: .nominal)
      return
    }
    if role.phrase == "source" || role.phrase == "head" || role.phrase == "host" || role.phrase == "guard",
      phrase.noun.upperBound < words.count, words.lower[phrase.noun.upperBound] == "of"
    {
      return
    }
    if let bearer = bearer(of: phrase) {
      if drafts[bearer].entity.type == .person { give(bearer, role, in: phrase) }
      return
    }
    if let copula = subjectOfCopula(phrase) {
      if drafts[copula].entity.type == .person {
        give(copula, role, in: phrase)
        mention(copula, phrase.tokens, head: phrase.head, kind: .nominal, counts: false)
      }
      return
    }
    let country = self.country(of: phrase) ?? soleState(of: phrase, role)
    if phrase.determiner != .indefinite, let entity = antecedent(of: phrase, role, country: country) {
      if let office = role.office, let country, !phrase.isPast, drafts[entity].entity.type == .person {
        register(entity, office, of: country)
      }
      mention(entity, phrase.tokens, head: phrase.head, kind: .nominal)
      return
    }
    guard isActor(phrase, role) else { return }
    let entity = unnamed(phrase, type: .person, sector: role.sector, country: country ?? stateOfOfficial(phrase, role))
    if drafts[entity].sex == nil { drafts[entity].sex = role.sex }
    call(entity, role, head: phrase.head)
    if let office = role.office, !phrase.isPast {
      drafts[entity].offices.insert(office)
      if drafts[entity].roles.isEmpty { give(entity, role, in: phrase) }
    }
    mention(entity, phrase.tokens, head: phrase.head, kind: .nominal)
  }

  /// "His Indian counterpart, X": X holds in India what he holds.
  private mutating func carryOver(to entity: Int, in phrase: NominalPhrase) {
    guard let country = self.country(of: phrase), let possessor = phrase.possessor, entityOfHead[possessor] >= 0 else {
      return
    }
    let other = drafts[Int(entityOfHead[possessor])]
    if let held = other.roles.last(where: { !$0.isPast && $0.role.office != nil && $0.role.office != .other }) {
      drafts[entity].roles.append(
        EntityDraft.HeldRole(role: held.role, title: held.title, country: country, organization: nil, isPast: false))
      drafts[entity].nouns.formUnion(other.nouns)
      if let office = held.role.office {
        drafts[entity].offices.insert(office)
        register(entity, office, of: country)
      }
    } else if drafts[entity].entity.country == nil {
      drafts[entity].entity.country = country
    }
  }

  /// Whether a phrase without a name is worth an entity.
  private func isActor(_ phrase: NominalPhrase, _ role: ActorNouns.Role) -> Bool {
    if role.office != nil || role.sector != nil || role.phrase == "source" { return true }
    return doc[phrase.head].label.hasPrefix("nsubj") || phrase.determiner == .definite
      || phrase.determiner == .possessivePronoun
  }

  /// An official of "the administration" is the dateline state's, if no other is named.
  private func stateOfOfficial(_ phrase: NominalPhrase, _ role: ActorNouns.Role) -> String? {
    guard role.office != nil else { return nil }
    let isOfGovernment = phrase.tokens.contains {
      words.lower[$0] == "administration" || words.lower[$0] == "government"
    }
    return isOfGovernment || role.office == .legislator ? datelineState : nil
  }

  /// Who "serves as foreign minister".
  private func bearer(of phrase: NominalPhrase) -> Int? {
    let token = doc[phrase.head]
    guard token.label == "pobj", token.head.lower == "as", ["serve", "act", "work"].contains(token.head.head.lemma)
    else { return nil }
    return holdersOfView(at: phrase.head).first
  }

  /// The subject of "is", "was" or "became" before a predicate noun.
  private func subjectOfCopula(_ phrase: NominalPhrase) -> Int? {
    let token = doc[phrase.head]
    guard token.label == "attr", ["be", "become", "remain"].contains(token.head.lemma),
      let subject = token.head.child("nsubj"), entityOfHead[subject.index] >= 0
    else { return nil }
    return Int(entityOfHead[subject.index])
  }

  /// Who a definite phrase speaks of.
  private mutating func antecedent(of phrase: NominalPhrase, _ role: ActorNouns.Role, country: String?) -> Int? {
    if role.isCounterpart {
      guard let country, let possessor = phrase.possessor, entityOfHead[possessor] >= 0 else { return nil }
      for office in drafts[Int(entityOfHead[possessor])].offices {
        if let entity = byStateOffice["\(country) \(office.rawValue)"]?.last { return entity }
        if let entity = holder(of: office, country: country) { return entity }
      }
      return nil
    }
    if phrase.isPast { return formerHolder(phrase, role, country: country) }
    // Iran's supreme leader is not its president, who heads the state elsewhere.
    if let country, case .of(country)? = role.sole, byNoun[role.phrase] == nil, let office = role.office,
      let entity = holder(of: office, country: country)
    {
      return entity
    }
    var offices = role.refers
    if let office = role.office, !offices.contains(office) { offices.insert(office, at: 0) }
    if let country {
      for office in offices {
        guard let candidates = byStateOffice["\(country) \(office.rawValue)"] else { continue }
        let fitting = candidates.filter { agrees($0, phrase, role) }
        if let entity = fitting.max(by: { drafts[$0].lastToken < drafts[$1].lastToken }) { return entity }
      }
      for office in offices
      where [.headOfState, .headOfGovernment, .foreignMinister, .defenseMinister].contains(office) {
        if organization(of: phrase) == nil, let entity = holder(of: office, country: country) { return entity }
      }
      return nil
    }
    if let organization = organization(of: phrase) {
      return byNoun[role.phrase]?.last { entity in
        drafts[entity].roles.contains { $0.organization == organization } || drafts[entity].lastToken < 0
      }
    }
    guard phrase.determiner == .definite || phrase.determiner == .demonstrative else { return nil }
    // "The official" goes back to the last official; "the president" to the last president.
    let isBare = phrase.tokens.lowerBound + 1 >= phrase.noun.lowerBound && phrase.complementHead == nil
    guard isBare else { return nil }
    let sentence = doc.sentenceIndex(of: phrase.head)
    func prominent(among entities: [Int]) -> Int? {
      let fitting = entities.filter { entity in
        let draft = drafts[entity]
        return draft.lastToken >= 0 && sentence - draft.lastSentence <= 12 && !draft.isPlural
          && draft.entity.type == .person
          && agrees(entity, phrase, role)
      }
      return mostProminent(of: fitting, sentence: sentence)
    }
    // "The prime minister" is not whoever is called "the minister".
    let isSpecific = role.office != nil && role.phrase.contains(" ")
    let called = (byNoun[role.phrase] ?? []) + (isSpecific ? [] : byNoun[words.singular[phrase.head]] ?? [])
    if let entity = prominent(among: called) { return entity }
    // "The deputy foreign minister" is not whatever official has been spoken of.
    if isSpecific { offices.removeAll { $0 == .official || $0 == .other } }
    if let entity = prominent(among: offices.flatMap { byOffice[$0] ?? [] }) { return entity }
    guard role.isAnybody else { return nil }
    return prominent(among: references.suffix(20).compactMap { $0.entity >= 0 ? $0.entity : nil })
  }

  /// Whoever was last used most prominently: a subject of the sentence before rather than an object of it.
  private func mostProminent(of entities: [Int], sentence: Int) -> Int? {
    guard entities.count > 1 else { return entities.first }
    var scores: [Int: Double] = [:]
    for reference in references.suffix(240) where entities.contains(reference.entity) {
      var share = 1.0
      for _ in 0..<min(max(sentence - reference.sentence, 0), 12) { share *= 0.5 }
      scores[reference.entity] = max(scores[reference.entity] ?? 0, reference.weight * share)
    }
    return entities.max { a, b in
      (scores[a] ?? 0, drafts[a].lastToken) < (scores[b] ?? 0, drafts[b].lastToken)
    }
  }

  /// "The former Norwegian premier": somebody of the story who once held that.
  private func formerHolder(_ phrase: NominalPhrase, _ role: ActorNouns.Role, country: String?) -> Int? {
    guard let office = role.office, let country, phrase.determiner == .definite else { return nil }
    let reference = references.suffix(60).last { reference in
      reference.entity >= 0
        && drafts[reference.entity].holders.contains { $0.country == country && $0.offices.contains(office) }
    }
    return reference?.entity
  }

  /// The one state that has such an office ("the pope"), unless the text has called somebody so.
  private func soleState(of phrase: NominalPhrase, _ role: ActorNouns.Role) -> String? {
    guard case .of(let code)? = role.sole, knowledge.states.state(code: code) != nil, organization(of: phrase) == nil,
      !phrase.isPast, byNoun[role.phrase] == nil
    else { return nil }
    return code
  }

  /// "The IMF chief", "the secretary-general" of a body that the text names: who headed it on the day.
  private mutating func bodyHead(_ phrase: NominalPhrase, _ role: ActorNouns.Role) -> Int? {
    guard let sole = role.sole, let day, day.lowerBound == day.upperBound else { return nil }
    var body: Organization?
    if let entity = organization(of: phrase), let named = organizationsByEntity[entity], isRightBeside(phrase) {
      switch sole {
      case .anyBody: body = isHead(role, of: named) ? named : nil
      case .of(let code):
        body = knowledge.organizations.organization(code: code).flatMap { $0.parent == named.code ? $0 : nil }
      }
    } else if role.office == .official, phrase.determiner == .definite, byNoun[role.phrase] == nil,
      phrase.tokens.count == phrase.noun.count + 1
    {
      body = organizationsByEntity.values.filter { isHead(role, of: $0) && $0.parent == nil }
        .min { ($0.plover != "UNO" ? 1 : 0, $0.code) < ($1.plover != "UNO" ? 1 : 0, $1.code) }
    }
    guard let body else { return nil }
    let date = PartialDate(year: day.lowerBound / 10_000, month: day.lowerBound / 100 % 100, day: day.lowerBound % 100)
    let heads = knowledge.offices.heads(of: body.code, on: date)
    // Some bodies have a president beside their secretary general.
    let titled = heads.filter { $0.title.lowercased().hasSuffix(role.phrase) }
    let holders = titled.isEmpty ? heads : titled
    guard let holder = holders.first, Set(holders.map(\.name)).count == 1 else { return nil }
    return person(known: holder)
  }

  /// Whether a role's noun is the title of a body's head, or says head and no more ("chief").
  private func isHead(_ role: ActorNouns.Role, of body: Organization) -> Bool {
    if role.office == nil || role.office == .other, role.sex == nil { return true }
    func plain(_ title: String) -> String { String(title.lowercased().map { $0 == "-" ? " " : $0 }) }
    return body.head.map { plain($0).hasSuffix(plain(role.phrase)) } ?? false
  }

  /// Whether nothing parts a noun from the body that its phrase names: not "the UN refugee chief".
  private func isRightBeside(_ phrase: NominalPhrase) -> Bool {
    guard let before = phrase.noun.indices.first.map({ $0 - 1 }), before >= phrase.tokens.lowerBound,
      !phrase.modifiers.isEmpty || phrase.possessor != nil
    else { return phrase.complement != nil }
    return owner[before] >= 0 || words.kinds[before] == .possessive
  }

  /// Whether sex and the body of a phrase fit somebody.
  private func agrees(_ entity: Int, _ phrase: NominalPhrase, _ role: ActorNouns.Role) -> Bool {
    let draft = drafts[entity]
    if let sex = role.sex, let other = draft.sex, sex != other { return false }
    if let organization = organization(of: phrase) {
      let held = draft.roles.compactMap(\.organization)
      if !held.isEmpty, !held.contains(organization) { return false }
    }
    return true
  }

  /// Who the knowledge base says held an office on the day; only where nobody else can be meant.
  private mutating func holder(of office: OfficeKind, country: String) -> Int? {
    guard let day, day.lowerBound == day.upperBound else { return nil }
    let date = PartialDate(year: day.lowerBound / 10_000, month: day.lowerBound / 100 % 100, day: day.lowerBound % 100)
    let holders = knowledge.offices.holders(office: office, country: country, on: date)
    guard let holder = holders.first, Set(holders.map(\.name)).count == 1 else { return nil }
    return person(known: holder)
  }

  /// The entity of an office-holder: that of the story if it names him or her, else a new one.
  private mutating func person(known holder: Holder) -> Int {
    let country = holder.country ?? country(ofBody: holder.organization)
    let family = holder.family.split(separator: " ").last?.split(separator: "-").last.map { $0.lowercased() } ?? ""
    if let entity = people[family]?.first(where: { drafts[$0].holders.first?.name == holder.name }) { return entity }
    var draft = EntityDraft(
      entity: Entity(name: holder.name, type: .person, country: country, basis: .knowledge), sex: holder.sex)
    draft.holders = knowledge.offices.holders(named: holder.name).filter { $0.name == holder.name }
    for held in draft.holders where isHeld(held) { draft.offices.formUnion(held.offices) }
    drafts.append(draft)
    let entity = drafts.count - 1
    people[family, default: []].append(entity)
    if let country { for office in drafts[entity].offices { register(entity, office, of: country) } }
    return entity
  }

  /// "Officials", "South Korea's presidential envoys": a group by its phrase.
  private mutating func readPeople(_ phrase: NominalPhrase, _ role: ActorNouns.Role) {
    if doc[phrase.head].label == "attr" { return }
    let country = self.country(of: phrase)
    let isBare = phrase.tokens.lowerBound + 1 >= phrase.noun.lowerBound
    if phrase.determiner == .definite, isBare, phrase.complementHead == nil {
      let singular = words.singular[phrase.head]
      if let entity = byNoun[singular]?.last(where: { drafts[$0].isPlural }),
        doc.sentenceIndex(of: phrase.head) - drafts[entity].lastSentence <= 10
      {
        mention(entity, phrase.tokens, head: phrase.head, kind: .nominal)
        return
      }
      if let collective = knowledge.nouns.collectives.longest(in: words.lower, from: phrase.noun.upperBound - 1)?.value
        ?? knowledge.nouns.collectives.longest(in: words.lower, from: phrase.noun.lowerBound)?.value
      {
        let members = parties(for: collective, count: phrase.count ?? 2, at: phrase)
        if members.count > 1 {
          mentionCollective(members, phrase.tokens, head: phrase.head, kind: .collective)
          return
        }
      }
    }
    guard role.office != nil || role.sector != nil || country != nil || doc[phrase.head].label.hasPrefix("nsubj") else {
      return
    }
    let entity = unnamed(phrase, type: .group, sector: role.sector, country: country ?? stateOfOfficial(phrase, role))
    drafts[entity].isPlural = true
    drafts[entity].nouns.insert(words.singular[phrase.head])
    if let office = role.office, office != .other, drafts[entity].roles.isEmpty { give(entity, role, in: phrase) }
    mention(entity, phrase.tokens, head: phrase.head, kind: .nominal)
  }

  /// The entity of a phrase without a name; the same words are the same entity.
  mutating func unnamed(_ phrase: NominalPhrase, type: EntityType, sector: String?, country: String?) -> Int {
    let key = key(of: phrase, type: type, country: country)
    if let entity = keyed[key] { return entity }
    let name = words.phrase(withoutDeterminer(phrase.tokens))
    var draft = EntityDraft(entity: Entity(name: name, type: type, country: country, sector: sector))
    draft.isUnnamed = true
    draft.isPlural = type == .group
    drafts.append(draft)
    keyed[key] = drafts.count - 1
    return drafts.count - 1
  }

  /// By what a phrase without a name is known again: its words, its state, and whose it is by a pronoun.
  private func key(of phrase: NominalPhrase, type: EntityType, country: String?) -> String {
    var owner = ""
    if phrase.determiner == .possessivePronoun, let possessor = phrase.possessor, entityOfHead[possessor] >= 0 {
      owner = "\(entityOfHead[possessor])"
    }
    let name = words.phrase(withoutDeterminer(phrase.tokens)).lowercased()
    return "\(type.rawValue) \(name) \(country ?? "") \(owner)"
  }

  private func withoutDeterminer(_ tokens: Range<Int>) -> Range<Int> {
    var tokens = tokens
    while let first = tokens.first, tokens.count > 1,
      words.kinds[first] == .determiner || words.kinds[first] == .possessivePronoun
    {
      tokens = tokens.dropFirst()
    }
    return tokens
  }

  // MARK: - Predicates

  /// "Berg, the voice of the movement," and "Berg was a guest": a noun that no table holds says what a person or body is.
  ///
  /// - Returns: Whether the noun that `token` is says so.
  mutating func readPredicate(_ token: Int) -> Bool {
    guard let entity = described(by: token), !drafts[entity].isPlural else { return false }
    var start = token
    var isDetermined = false
    while start > 0, token - start < 8, !words.isBreak[start],
      [.adjective, .noun, .number, .hyphen, .determiner, .possessivePronoun, .possessive, .proper].contains(
        words.kinds[start - 1])
    {
      start -= 1
      switch words.kinds[start] {
      case .determiner, .possessivePronoun, .possessive: isDetermined = true
      default: continue
      }
      if words.kinds[start] != .possessive { break }
    }
    guard isDetermined else { return false }
    drafts[entity].nouns.insert(words.singular[token])
    mention(entity, start..<token + 1, head: token, kind: .nominal, counts: false)
    return true
  }

  /// Who or what a noun says what it is by its place in the sentence: beside a name, or after "is".
  private func described(by token: Int) -> Int? {
    guard words.kinds[token] == .noun else { return nil }
    let head = doc[token].head
    switch doc[token].label {
    case "appos":
      guard head.index < token, owner[head.index] >= 0, token - head.index < 12 else { return nil }
      let name = Int(owner[head.index])
      guard names[name].tokens.upperBound < token, words.text[names[name].tokens.upperBound] == "," else { return nil }
      let entity = entityOfName[name]
      return entity >= 0 && [.person, .organization, .place].contains(drafts[entity].entity.type) ? entity : nil
    case "attr":
      guard head.lemma == "be" || head.lemma == "become" || head.lemma == "remain", head.child("neg") == nil,
        let subject = head.child("nsubj"), subject.index < token, owner[subject.index] >= 0
      else { return nil }
      let entity = Int(entityOfHead[subject.index])
      return entity >= 0 && [.person, .organization].contains(drafts[entity].entity.type) ? entity : nil
    default: return nil
    }
  }

  // MARK: - Bodies

  private mutating func readBody(_ phrase: NominalPhrase, _ body: ActorNouns.Body) {
    if body.type == .country {
      readState(phrase, body)
      return
    }
    if body.type == .place {
      readPlace(phrase)
      return
    }
    if let attached = phrase.attached, entityOfName[attached] >= 0 {
      let entity = entityOfName[attached]
      drafts[entity].nouns.insert(words.singular[phrase.head])
      if drafts[entity].entity.country == nil,
        [.organization, .government, .group].contains(drafts[entity].entity.type), drafts[entity].entity.code == nil
      {
        drafts[entity].entity.country = country(of: phrase)
      }
      mention(entity, phrase.tokens, head: phrase.head, kind: .nominal, counts: false)
      touch(entity, at: phrase.head)
      return
    }
    if let copula = subjectOfCopula(phrase) {
      if [.organization, .group, .government, .forum].contains(drafts[copula].entity.type) {
        drafts[copula].nouns.insert(words.singular[phrase.head])
        mention(copula, phrase.tokens, head: phrase.head, kind: .nominal, counts: false)
      }
      return
    }
    let noun = words.singular[phrase.head]
    // "His party": the one that he has been said to be of.
    if let possessor = phrase.possessor, entityOfHead[possessor] >= 0,
      let own = drafts[Int(entityOfHead[possessor])].roles.last(where: { held in
        held.organization.map { drafts[$0].nouns.contains(noun) } ?? false
      })?.organization
    {
      mention(own, phrase.tokens, head: phrase.head, kind: .nominal)
      return
    }
    let country = self.country(of: phrase)
    let isBare = phrase.tokens.lowerBound + 1 >= phrase.noun.lowerBound && phrase.complementHead == nil
    if country == nil, phrase.determiner == .definite || phrase.determiner == .demonstrative, isBare {
      let sentence = doc.sentenceIndex(of: phrase.head)
      func isNear(_ entity: Int) -> Bool {
        drafts[entity].lastToken >= 0 && sentence - drafts[entity].lastSentence <= 12
      }
      if let entity = byNoun[noun]?.last(where: isNear) {
        mention(entity, phrase.tokens, head: phrase.head, kind: .nominal)
        return
      }
      // The body to the fore of a kind that the noun can stand for.
      if !phrase.isPlural, body.type == .organization || body.type == .group, let entity = recentBody(body, sentence) {
        mention(entity, phrase.tokens, head: phrase.head, kind: .nominal)
        return
      }
      guard body.type == .government, let code = stateOfBody(at: phrase.head) else { return }
      let entity = unnamed(
        phrase, type: body.type, sector: body.sector, country: body.sector == "COP" ? nil : code)
      drafts[entity].nouns.insert(noun)
      mention(entity, phrase.tokens, head: phrase.head, kind: .nominal)
      return
    }
    guard country != nil else { return }
    let key = "body \(country ?? "") \(words.singular[phrase.noun].joined(separator: " "))"
    let entity: Int
    if let known = keyed[key] {
      entity = known
    } else if let known = organizations["\(country ?? "") \(words.lower[phrase.noun].joined(separator: " "))"] {
      entity = known
    } else {
      entity = unnamed(phrase, type: body.type, sector: body.sector, country: country)
      keyed[key] = entity
    }
    drafts[entity].isPlural = body.type == .group
    drafts[entity].nouns.insert(noun)
    mention(entity, phrase.tokens, head: phrase.head, kind: .nominal)
  }

  /// "The mosque": the place that is one by its name; "the city": the place last spoken of.
  private mutating func readPlace(_ phrase: NominalPhrase) {
    guard let entity = place(of: phrase) else {
      readNoun(phrase.head)
      return
    }
    mention(entity, phrase.tokens, head: phrase.head, kind: .nominal)
  }

  private mutating func place(of phrase: NominalPhrase) -> Int? {
    if let attached = phrase.attached {
      if names[attached].state != nil { return capital(attached) }
      return entityOfName[attached] >= 0 ? entityOfName[attached] : nil
    }
    let isBare = phrase.tokens.lowerBound + 1 >= phrase.noun.lowerBound && phrase.complementHead == nil
    guard phrase.determiner == .definite || phrase.determiner == .demonstrative, isBare, !phrase.isPlural else {
      return nil
    }
    let sentence = doc.sentenceIndex(of: phrase.head)
    let noun = words.singular[phrase.head]
    if let entity = byNoun[noun]?.last(where: { sentence - drafts[$0].lastSentence <= 12 }) { return entity }
    guard ["city", "town", "village"].contains(noun) else { return nil }
    let reference = references.suffix(40).last {
      $0.entity >= 0 && drafts[$0.entity].entity.type == .place && sentence - $0.sentence <= 3
    }
    return reference?.entity
  }

  /// The state of "the ministry", "the army": that of the subjects of the paragraph, else the last state, or the one that the
  /// story is about.
  private func stateOfBody(at token: Int) -> String? {
    var counts: [String: Int] = [:]
    var best: String?
    for reference in references.suffix(80).reversed() where reference.entity >= 0 && reference.isSubject {
      guard passageOfToken[reference.head] == passageOfToken[token] else { break }
      guard let country = country(ofEntity: reference.entity) else { continue }
      counts[country, default: 0] += 1
      if (counts[country] ?? 0) > best.flatMap({ counts[$0] }) ?? 0 { best = country }
    }
    return best ?? recentState(at: token) ?? mainState
  }

  /// The body that was last to the fore, within a few sentences, of those that a noun can stand for.
  private func recentBody(_ body: ActorNouns.Body, _ sentence: Int) -> Int? {
    var scores: [Int: Double] = [:]
    for reference in references.suffix(30) where reference.entity >= 0 && sentence - reference.sentence <= 4 {
      let draft = drafts[reference.entity]
      guard [.organization, .group].contains(draft.entity.type), !draft.isPlural, isCalled(draft, body),
        // An international body is no company.
        body.sector == nil || draft.entity.sector != nil || organizationsByEntity[reference.entity] == nil
      else { continue }
      scores[reference.entity, default: 0] += reference.weight / Double(1 << (sentence - reference.sentence))
    }
    return scores.max { ($0.value, drafts[$0.key].lastToken) < ($1.value, drafts[$1.key].lastToken) }?.key
  }

  /// Whether "the group" can stand for a body: not for one of another kind ("the newspaper" for a party).
  private func isCalled(_ draft: EntityDraft, _ body: ActorNouns.Body) -> Bool {
    if let sector = body.sector, let other = draft.entity.sector { return sector == other }
    return body.sector == nil || draft.entity.sector == nil
  }

  /// "The South Korean government", "the country", "Castro's regime": the state itself.
  private mutating func readState(_ phrase: NominalPhrase, _ body: ActorNouns.Body) {
    var code = country(of: phrase)
    if phrase.isPlural, body.sector == nil { return }
    if code == nil,
      phrase.determiner == .definite || phrase.determiner == .possessivePronoun || phrase.determiner == .demonstrative
    {
      if phrase.determiner == .possessivePronoun {
        guard let possessor = phrase.possessor, entityOfHead[possessor] >= 0 else { return }
        code = country(ofEntity: Int(entityOfHead[possessor]))
      } else if phrase.complementHead == nil {
        let isBare = phrase.tokens.lowerBound + 1 >= phrase.noun.lowerBound
        guard isBare else { return }
        let holders = holdersOfView(at: phrase.head).compactMap { self.country(ofEntity: $0) }
        if body.sector == nil, !isObject(phrase.head), let holder = holders.first {
          // "The army would defend the country": whoever says so means his or her own.
          code = holder
        } else if body.phrase == "regime" || body.sector == nil {
          code =
            recentState(at: phrase.head, besides: holders)
            ?? recentState(at: phrase.head, besides: holders, within: 8)
        } else {
          code = recentState(at: phrase.head) ?? (body.phrase == "administration" ? datelineState : mainState)
        }
      }
    }
    guard let code else { return }
    if body.sector == nil,
      phrase.determiner == .indefinite || phrase.determiner == .possessor || phrase.determiner == .none
    {
      return
    }
    mention(state(code), phrase.tokens, head: phrase.head, kind: .nominal)
  }

  /// The state that was last to the fore, within a few sentences.
  func recentState(at token: Int, besides others: [String] = [], within reach: Int = 3) -> String? {
    let sentence = doc.sentenceIndex(of: token)
    var scores: [String: Double] = [:]
    for reference in references.suffix(40) where reference.entity >= 0 && sentence - reference.sentence <= reach {
      let draft = drafts[reference.entity]
      guard draft.entity.type == .country, let code = draft.entity.country, !others.contains(code)
      else { continue }
      scores[code, default: 0] += reference.weight / Double(1 << (sentence - reference.sentence))
    }
    return scores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
