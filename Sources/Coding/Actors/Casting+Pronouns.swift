internal import Knowledge
internal import Linguistics
internal import Record

extension Casting {
  /// What a pronoun asks of what it stands for.
  private enum Agreement {
    case person(Sex)
    case thing
    case several
  }

  mutating func readPronoun(_ token: Int) {
    switch words.lower[token] {
    case "he", "him", "his", "himself": resolve(token, .person(.male))
    case "she", "her", "hers", "herself": resolve(token, .person(.female))
    case "it", "its", "itself": if !isPleonastic(token) { resolve(token, .thing) }
    case "they", "them", "their", "theirs", "themselves": resolve(token, .several)
    case "former", "latter": readOrder(token, isFirst: words.lower[token] == "former")
    case "two", "both": readTwo(token)
    default: break
    }
  }

  // MARK: - The former, the latter, the two

  private mutating func readOrder(_ token: Int, isFirst: Bool) {
    guard token > 0, words.lower[token - 1] == "the" else { return }
    let sentence = doc.sentenceIndex(of: token)
    // "The latter fears …" may be misread as a noun phrase; after "the former" it is none.
    let isAnswer = !isFirst && lastFormer.map { token - $0 < 40 } ?? false
    guard standsAlone(token) || isAnswer else { return }
    if isFirst { lastFormer = token }
    guard let pair = pairs.last(where: { sentence - $0.sentence <= 2 && $0.token < token && $0.members.count == 2 })
    else {
      return
    }
    let members = pair.members
    guard let entity = isFirst ? members.first : members.last else { return }
    mention(entity, token - 1..<token + 1, head: token, kind: .nominal)
  }

  /// Whether a number or adjective is used as a noun: nothing follows that it could belong to.
  private func standsAlone(_ token: Int) -> Bool {
    guard token + 1 < words.count else { return true }
    return !words.kinds[token + 1].isNoun && words.kinds[token + 1] != .adjective && words.kinds[token + 1] != .hyphen
      && words.kinds[token + 1] != .number && words.kinds[token + 1] != .participle
  }

  private mutating func readTwo(_ token: Int) {
    let isBoth = words.lower[token] == "both"
    guard standsAlone(token), isBoth || (token > 0 && words.lower[token - 1] == "the") else { return }
    if isBoth, !["nsubj", "nsubjpass", "dobj", "pobj", "appos"].contains(doc[token].label) { return }
    if token + 1 < words.count, words.lower[token + 1] == "of" || (isBoth && words.kinds[token + 1] == .determiner) {
      return
    }
    if isBoth, token + 1 < words.count, owner[token + 1] >= 0 { return }
    let sentence = doc.sentenceIndex(of: token)
    let tokens = isBoth ? token..<token + 1 : token - 1..<token + 1
    let speaker = holderOfView(at: token)
    if let pair = pairs.last(where: {
      sentence - $0.sentence <= 1 && $0.token < token && $0.members.count == 2
        && !(speaker.map($0.members.contains) ?? false)
    }) {
      mentionCollective(pair.members, tokens, head: token, kind: .collective)
      return
    }
    // The two people or states of the sentence before.
    for distance in 0...1 {
      var members: [Int] = []
      for reference in references.suffix(40)
      where reference.entity >= 0 && sentence - reference.sentence == distance && reference.head < token {
        let type = drafts[reference.entity].entity.type
        guard type == .person || type == .country, !drafts[reference.entity].isPlural,
          !members.contains(reference.entity)
        else { continue }
        members.append(reference.entity)
      }
      let people = members.filter { drafts[$0].entity.type == .person }
      let chosen = people.count == 2 ? people : members
      if chosen.count == 2 {
        mentionCollective(chosen, tokens, head: token, kind: .collective)
        return
      }
    }
  }

  // MARK: - Third person

  /// "It is necessary that …", "it rains": an "it" that stands for nothing.
  private func isPleonastic(_ token: Int) -> Bool {
    guard words.lower[token] == "it" else { return false }
    let pronoun = doc[token]
    if pronoun.label == "expl" { return true }
    guard pronoun.label.hasPrefix("nsubj") else { return false }
    let verb = pronoun.head
    if ["seem", "appear", "rain", "snow", "happen", "emerge", "remain"].contains(verb.lemma),
      verb.children.contains(where: { ["ccomp", "advcl", "xcomp"].contains($0.label) })
    {
      return true
    }
    if verb.label != "ROOT" || verb.lemma == "be" || pronoun.label == "nsubjpass" {
      let clause = verb.children.contains { $0.index > verb.index && ["ccomp", "csubj", "advcl"].contains($0.label) }
      let predicate = verb.children.first { $0.label == "acomp" || $0.label == "attr" || $0.label == "oprd" }
      if verb.lemma == "be" {
        if clause, predicate != nil { return true }
        if let predicate,
          predicate.children.contains(where: {
            ["xcomp", "ccomp", "relcl", "acl", "advcl"].contains($0.label) && $0.index > predicate.index
          })
        {
          return true
        }
        if verb.children.contains(where: { $0.label == "xcomp" }) { return true }
        if let predicate,
          ["time", "up", "clear", "unclear", "likely", "unlikely", "possible", "impossible", "necessary"].contains(
            predicate.lower)
        {
          return true
        }
      } else if pronoun.label == "nsubjpass", clause {
        return true
      }
    }
    return false
  }

  private struct Choice {
    var score = 0.0
    var lastHead = -1
    /// The strongest use in each sentence, by distance; an array, so that the sum is the same at each run.
    var bySentence: [Double]
  }

  private mutating func resolve(_ token: Int, _ agreement: Agreement) {
    let sentence = doc.sentenceIndex(of: token)
    var excluded = coarguments(of: token)
    excluded.formUnion(spokenOf(by: token))
    let isSubject = doc[token].label.hasPrefix("nsubj")
    let start = firstQuoted(by: token) ?? token
    let quote = quoteOfToken[token]
    let speaker =
      quote >= 0 ? quotes[Int(quote)].speaker.flatMap { entityOfHead[$0] >= 0 ? Int(entityOfHead[$0]) : nil } : nil
    var reach = 5
    if case .person = agreement {} else { reach = 2 }

    var choices: [Int: Choice] = [:]
    var rival: (score: Double, head: Int) = (0, -1)
    for reference in references.suffix(100) {
      let distance = sentence - reference.sentence
      guard distance >= 0, distance <= reach, reference.head < start else { continue }
      var weight = reference.weight
      if isSubject, reference.isSubject, distance <= 1 { weight += 0.2 }
      if passageOfToken[reference.head] != passageOfToken[token] { weight *= 0.75 }
      if (quoteOfToken[reference.head] >= 0) != (quote >= 0) { weight *= 0.6 }
      if reference.entity < 0 {
        guard rivals(reference, agreement) else { continue }
        let score = weight / Double(1 << distance)
        if score > rival.score { rival = (score, reference.head) }
        continue
      }
      guard agrees(reference.entity, agreement, at: token), !excluded.contains(reference.entity),
        reference.entity != speaker
      else { continue }
      var choice = choices[reference.entity] ?? Choice(bySentence: [Double](repeating: 0, count: reach + 1))
      choice.bySentence[distance] = max(choice.bySentence[distance], weight * fitness(reference.entity, agreement))
      choice.lastHead = max(choice.lastHead, reference.head)
      choices[reference.entity] = choice
    }
    for entity in choices.keys {
      let score = choices[entity]?.bySentence.enumerated().reduce(0.0) { $0 + $1.element / Double(1 << $1.offset) }
      choices[entity]?.score = score ?? 0
    }
    if let subject = governingSubject(of: token), choices[subject] != nil, !excluded.contains(subject) {
      choices[subject]?.score += 1.2 * fitness(subject, agreement)
    }
    if let ahead = subjectAhead(of: token), agrees(ahead, agreement, at: token) {
      choices[ahead, default: Choice(bySentence: [])].score += 0.9
    }
    let best = choices.max {
      ($0.value.score, $0.value.lastHead, $1.key) < ($1.value.score, $1.value.lastHead, $0.key)
    }

    if case .several = agreement, let pair = nearestPair(to: token, sentence: sentence, excluded: excluded) {
      if pair.score >= best?.value.score ?? 0, pair.score >= rival.score {
        mentionCollective(pair.members, token..<token + 1, head: token, kind: .pronoun)
        return
      }
    }
    guard let best, best.value.score > 0.12 else { return }
    if rival.score > best.value.score { return }
    if case .person(let sex) = agreement, drafts[best.key].sex == nil { drafts[best.key].sex = sex }
    let members = collectives.isEmpty ? [] : membersOf(best.key, before: token)
    mention(best.key, token..<token + 1, head: token, kind: .pronoun, members: members)
  }

  /// Whom the words of a quotation speak of in the third person: who says them is somebody else.
  private func spokenOf(by token: Int) -> Set<Int> {
    guard let quoted = quotesOfSpeaker[token] else { return [] }
    var entities: Set<Int> = []
    for quote in quoted {
      for other in quotes[quote].tokens where owner[other] >= 0 && names[Int(owner[other])].isPerson {
        entities.insert(entityOfName[Int(owner[other])])
      }
    }
    return entities
  }

  /// Where the words begin that the pronoun's bearer says: who says them is known before what is said is read.
  func firstQuoted(by token: Int) -> Int? {
    quotesOfSpeaker[token]?.map { quotes[$0].tokens.lowerBound }.min().flatMap {
      $0 < token && sentence(token) - sentence($0) <= 3 ? $0 : nil
    }
  }

  private func membersOf(_ entity: Int, before token: Int) -> [Int] {
    guard drafts[entity].isPlural, drafts[entity].entity.basis == .inferred else { return [] }
    for reference in references.suffix(60).reversed() where reference.entity == entity {
      if let members = membersOfHead[reference.head] { return members }
    }
    return []
  }

  private func agrees(_ entity: Int, _ agreement: Agreement, at token: Int) -> Bool {
    let draft = drafts[entity]
    switch agreement {
    case .person(let sex):
      return draft.entity.type == .person && !draft.isPlural && (draft.sex == nil || draft.sex == sex)
    case .thing:
      switch draft.entity.type {
      case .country, .organization, .government, .forum, .agreement, .place: return !draft.isPlural
      case .group: return !draft.isPlural
      case .person: return false
      }
    case .several:
      switch draft.entity.type {
      case .group: return true
      case .organization, .government: return true
      default: return draft.isPlural
      }
    }
  }

  /// How well the kind of an entity goes with a pronoun that it agrees with.
  private func fitness(_ entity: Int, _ agreement: Agreement) -> Double {
    let draft = drafts[entity]
    switch agreement {
    // Whose sex is not known may be of the other.
    case .person: return (draft.isUnnamed ? 0.9 : 1) * (draft.sex == nil ? 0.8 : 1)
    case .thing: return draft.entity.type == .place ? 0.6 : 1
    case .several: return draft.isPlural ? 1 : 0.55
    }
  }

  private func rivals(_ reference: Reference, _ agreement: Agreement) -> Bool {
    switch agreement {
    case .person: false
    case .thing: !reference.isPlural
    case .several: reference.isPlural
    }
  }

  /// The subject of the clause that an object pronoun belongs to, which it cannot stand for.
  private func coarguments(of token: Int) -> Set<Int> {
    let pronoun = doc[token]
    guard !pronoun.label.hasPrefix("nsubj"), pronoun.label != "poss", !words.lower[token].hasSuffix("self"),
      !words.lower[token].hasSuffix("selves")
    else { return [] }
    var excluded: Set<Int> = []
    var verb = pronoun.head
    var steps = 0
    while steps < 6, !verb.isRoot, verb.pos != .verb && verb.pos != .aux {
      verb = verb.head
      steps += 1
    }
    for _ in 0..<3 {
      if let subject = verb.child("nsubj", "nsubjpass") {
        if let entity = subjectEntity(subject) { excluded.insert(entity) }
        break
      }
      guard !verb.isRoot, ["xcomp", "advcl", "conj", "pcomp", "prep", "acl"].contains(verb.label) else { break }
      verb = verb.head
    }
    return excluded
  }

  /// The subject of the verb that a pronoun's clause completes: who says, wants, hopes.
  private func governingSubject(of token: Int) -> Int? {
    let pronoun = doc[token]
    guard pronoun.label.hasPrefix("nsubj") || pronoun.label == "poss" else { return nil }
    var verb = pronoun.head
    for _ in 0..<12 {
      if verb.isRoot { return nil }
      let label = verb.label
      let parent = verb.head
      if label == "ccomp" || label == "advcl" || label == "xcomp" || (pronoun.label == "poss" && label != "relcl") {
        if let subject = parent.child("nsubj", "nsubjpass"), subject.index < token, let entity = subjectEntity(subject)
        {
          return entity
        }
      }
      verb = parent
    }
    return nil
  }

  /// The entity of a subject; for "who" that of the noun before it.
  func subjectEntity(_ subject: Token) -> Int? {
    if entityOfHead[subject.index] >= 0 { return Int(entityOfHead[subject.index]) }
    guard subject.tag == "WP" || subject.tag == "WDT", subject.head.label == "relcl" else { return nil }
    let noun = subject.head.head.index
    return entityOfHead[noun] >= 0 ? Int(entityOfHead[noun]) : nil
  }

  /// The subject of the main clause that a fronted phrase with the pronoun leads up to: "In his speech, Obama …".
  private func subjectAhead(of token: Int) -> Int? {
    let pronoun = doc[token]
    guard let root = pronoun.ancestors.prefix(16).first(where: { $0.isRoot || $0.label == "ccomp" }),
      root.index > token,
      let clauseSubject = root.child("nsubj", "nsubjpass"), clauseSubject.index > token
    else { return nil }
    // "Malaysia's prime minister, X, said": the name stands beside the subject.
    let subject = owner[clauseSubject.index] >= 0 ? clauseSubject : clauseSubject.child("appos") ?? clauseSubject
    guard owner[subject.index] >= 0 else { return nil }
    // Only what hangs on the clause itself, before its subject.
    guard let branch = root.children.first(where: { $0.subtree.contains(token) }),
      ["prep", "advcl", "npadvmod"].contains(branch.label)
    else { return nil }
    let entity = entityOfName[Int(owner[subject.index])]
    return entity >= 0 ? entity : nil
  }

  private func nearestPair(to token: Int, sentence: Int, excluded: Set<Int>) -> (members: [Int], score: Double)? {
    for pair in pairs.reversed() where pair.token < token && sentence - pair.sentence <= 2 {
      guard
        pair.members.allSatisfy({ [.person, .country, .organization, .government].contains(drafts[$0].entity.type) }),
        pair.members.allSatisfy({ !excluded.contains($0) })
      else { continue }
      return (pair.members, (pair.isSubject ? 1.3 : 0.6) / Double(1 << (sentence - pair.sentence)))
    }
    return nil
  }

  // MARK: - First person

  /// "I" in a quotation is who is quoted; "we" is the state or body that he or she speaks for.
  mutating func resolveFirstPersons() {
    for quote in quotes {
      guard let head = quote.speaker, head < entityOfHead.count else { continue }
      guard let speaker = speakerEntity(head) else { continue }
      for token in quote.tokens where owner[token] < 0 {
        switch words.text[token] {
        case "I", "me", "my", "My", "mine", "myself", "Me":
          guard drafts[speaker].entity.type == .person else { continue }
          addPronoun(speaker, token)
        case "we", "We", "us", "our", "Our", "ours", "ourselves":
          guard words.kinds[token] == .pronoun || words.kinds[token] == .possessivePronoun,
            let party = partySpokenFor(speaker)
          else { continue }
          addPronoun(party, token)
        default: break
        }
      }
    }
  }

  private func speakerEntity(_ head: Int) -> Int? {
    if entityOfHead[head] >= 0 { return Int(entityOfHead[head]) }
    if owner[head] >= 0, entityOfName[Int(owner[head])] >= 0 { return entityOfName[Int(owner[head])] }
    for child in doc[head].children where child.label == "appos" && entityOfHead[child.index] >= 0 {
      return Int(entityOfHead[child.index])
    }
    return nil
  }

  /// Records what a pronoun of the first or second person stands for.
  mutating func addPronoun(_ entity: Int, _ token: Int) {
    guard entityOfHead[token] < 0 else { return }
    mentions.append(
      Mention(
        entity: entity, tokens: token..<token + 1, head: token, bytes: doc.utf8Range(of: token..<token + 1),
        kind: .pronoun))
    entityOfHead[token] = Int32(entity)
  }

  private mutating func partySpokenFor(_ speaker: Int) -> Int? {
    let draft = drafts[speaker]
    switch draft.entity.type {
    case .country, .organization, .government, .group: return speaker
    case .person:
      if let organization = draft.roles.last(where: { !$0.isPast && $0.organization != nil })?.organization,
        drafts[organization].entity.country == nil
      {
        return organization
      }
      let speaksForState = !draft.offices.isDisjoint(with: [
        .headOfState, .headOfGovernment, .foreignMinister, .defenseMinister, .minister, .ambassador, .envoy,
        .spokesperson, .intelligenceChief,
      ])
      guard speaksForState, let code = country(ofEntity: speaker) else { return nil }
      return state(code)
    default: return nil
    }
  }
}
