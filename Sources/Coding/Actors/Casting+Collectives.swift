internal import Knowledge
internal import Linguistics
internal import Record

extension Casting {
  /// "The two sides", "both neighbours", "the two leaders".
  mutating func readCollective(_ phrase: NominalPhrase, _ collective: ActorNouns.Collective) {
    guard phrase.determiner != .indefinite, !phrase.tokens.contains(where: { words.lower[$0] == "other" }) else {
      return
    }
    var members = parties(for: collective, count: phrase.count ?? 2, at: phrase)
    if members.count < 2, collective.noun == "koreas" { members = [state("PRK"), state("KOR")] }
    guard members.count > 1 else { return }
    mentionCollective(members, phrase.tokens, head: phrase.head, kind: .collective)
  }

  mutating func mentionCollective(_ members: [Int], _ tokens: Range<Int>, head: Int, kind: MentionKind) {
    let key = members.sorted()
    let entity: Int
    if let known = collectives[key] {
      entity = known
    } else {
      var draft = EntityDraft(entity: Entity(name: words.phrase(tokens), type: .group, basis: .inferred))
      draft.isPlural = true
      drafts.append(draft)
      entity = drafts.count - 1
      collectives[key] = entity
    }
    if kind == .collective, drafts[entity].entity.name.utf8.count < 6 {
      drafts[entity].entity.name = words.phrase(tokens)
    }
    mention(entity, tokens, head: head, kind: kind, members: members)
    pairs.append(
      Pair(
        members: members, sentence: doc.sentenceIndex(of: head), token: head,
        isSubject: doc[head].label.hasPrefix("nsubj")))
    if pairs.count > Self.backlog { pairs.removeFirst() }
  }

  /// The parties that a collective noun stands for: those joined by "and" just before, those of the sentence, or the most
  /// prominent of the story so far.
  func parties(for collective: ActorNouns.Collective, count: Int, at phrase: NominalPhrase) -> [Int] {
    let head = phrase.head
    let sentence = doc.sentenceIndex(of: head)
    var left: Int?
    if collective.leavesOutHolder || isObject(head) { left = holderOfView(at: head).flatMap { party($0, collective) } }

    func distinct(_ entities: some Sequence<Int>) -> [Int] {
      var parties: [Int] = []
      for entity in entities {
        if let party = party(entity, collective), party != left, !parties.contains(party) { parties.append(party) }
      }
      return parties
    }

    for pair in pairs.reversed() where sentence - pair.sentence <= 1 && pair.token < phrase.tokens.lowerBound {
      let parties = distinct(pair.members)
      if parties.count == count { return parties }
    }
    // The parties of the sentence, or of the one before in the paragraph; possessors ("Japan's position") are none.
    for distance in 0...1 {
      let here = references.suffix(60).filter { reference in
        reference.entity >= 0 && sentence - reference.sentence == distance && reference.head < phrase.tokens.lowerBound
          && reference.weight > 0.36 && passageOfToken[reference.head] == passageOfToken[head]
      }
      let parties = distinct(here.flatMap { membersOfHead[$0.head] ?? [$0.entity] })
      if parties.count == count { return parties }
    }
    // Who has been acting in the story, or at least been spoken of.
    for least in [0.75, 0] {
      var scores: [Int: Double] = [:]
      for reference in references.suffix(240)
      where reference.entity >= 0 && reference.weight >= least && reference.head < phrase.tokens.lowerBound {
        let decay = 1 / (1 + 0.15 * Double(sentence - reference.sentence))
        for entity in membersOfHead[reference.head] ?? [reference.entity] {
          guard let party = party(entity, collective), party != left else { continue }
          scores[party, default: 0] += reference.weight * reference.weight * decay
        }
      }
      if scores.count < count { continue }
      let ranked = scores.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      return ranked.prefix(count).map(\.key).sorted()
    }
    return []
  }

  /// Whether a noun is what its clause's verb is done to: nobody does it to himself among others.
  func isObject(_ head: Int) -> Bool {
    let token = doc[head]
    if token.label == "dobj" || token.label == "dative" { return token.head.pos == .verb }
    return token.label == "pobj" && token.head.head.pos == .verb && token.head.label == "prep"
      && ["on", "to", "with", "at", "from"].contains(token.head.lower)
  }

  /// What an entity counts as among the parties of a collective noun.
  private func party(_ entity: Int, _ collective: ActorNouns.Collective) -> Int? {
    let draft = drafts[entity]
    switch collective.parties {
    case .country:
      guard draft.entity.type != .place, !draft.isUnnamed || draft.entity.type == .country,
        let code = country(ofEntity: entity)
      else { return nil }
      return states[code]
    case .person:
      guard draft.entity.type == .person, !draft.isPlural else { return nil }
      guard collective.refers.isEmpty || !draft.offices.isDisjoint(with: collective.refers) else { return nil }
      // "Both prime ministers" leaves out a president who heads the government.
      if collective.noun == "prime ministers" || collective.noun == "premiers", draft.offices.contains(.headOfState) {
        return nil
      }
      if collective.noun == "men", draft.sex == .female { return nil }
      if collective.noun == "women", draft.sex == .male { return nil }
      return entity
    case .body:
      return [.organization, .government, .group].contains(draft.entity.type) && !draft.isPlural ? entity : nil
    case .any:
      switch draft.entity.type {
      case .country, .organization, .government: return entity
      case .person: return country(ofEntity: entity).flatMap { states[$0] }
      default: return nil
      }
    }
  }

  /// Whose view a sentence takes: the subject of the clause that holds a token.
  func holderOfView(at token: Int) -> Int? { holdersOfView(at: token).first }

  /// The subjects of the clauses around a token, the nearest first: who does, who says that it is done.
  func holdersOfView(at token: Int) -> [Int] {
    var holders: [Int] = []
    for ancestor in doc[token].ancestors.prefix(12) {
      for child in ancestor.children where child.label == "nsubj" || child.label == "nsubjpass" {
        if let entity = subjectEntity(child) { holders.append(entity) }
      }
      switch ancestor.label {
      case "pcomp":
        // "Quoted the minister as saying"
        guard ancestor.head.lower == "as", let object = ancestor.head.head.child("dobj") else { continue }
        if entityOfHead[object.index] >= 0 { holders.append(Int(entityOfHead[object.index])) }
      case "acl":
        if entityOfHead[ancestor.head.index] >= 0 { holders.append(Int(entityOfHead[ancestor.head.index])) }
      default: continue
      }
    }
    return holders
  }
}
