internal import Linguistics
internal import Record

/// Says which political actors a noun phrase names: its own referent, or the country that an adjective, a possessor or a
/// prepositional phrase in it gives ("Cuban fighter jets", "the North's envoys", "rebels in the west of Ivory Coast").
struct PartyReader {
  let story: Story
  /// For each token the index of the place mention that it ends, or -1.
  private let placeOfToken: [Int32]
  /// For each token the innermost statement whose content holds it, or -1.
  private let statementOfToken: [Int32]

  init(story: Story) {
    self.story = story
    let count = story.doc.count
    var places = [Int32](repeating: -1, count: count)
    for (index, place) in story.places.enumerated() {
      for token in place.tokens where token < count { places[token] = Int32(index) }
    }
    placeOfToken = places
    var statements = [Int32](repeating: -1, count: count)
    // Contents in the order of their size: what is nested overwrites what is around it.
    let order = story.statements.indices.sorted {
      let (a, b) = (Self.size(of: story.statements[$0]), Self.size(of: story.statements[$1]))
      return a != b ? a > b : $0 < $1
    }
    for index in order {
      for bytes in story.statements[index].content {
        for token in story.doc.tokens(touching: bytes) { statements[token] = Int32(index) }
      }
    }
    statementOfToken = statements
  }

  private static func size(of statement: Statement) -> Int { statement.content.reduce(0) { $0 + $1.count } }

  /// The innermost statement whose content holds `token`.
  func statement(around token: Int) -> Int? {
    statementOfToken[token] < 0 ? nil : Int(statementOfToken[token])
  }

  /// The place mention that holds `token`.
  func place(at token: Int) -> Int? { placeOfToken[token] < 0 ? nil : Int(placeOfToken[token]) }

  func isPlace(_ token: Token) -> Bool { place(at: token.index) != nil }

  /// Whether the phrase headed by `token` names a political actor.
  func isParty(_ token: Token) -> Bool { parties(of: token).contains { $0.country != nil || isBody($0.entity) } }

  /// Whether an entity is a body with a code of its own, no state's.
  func isBody(_ entity: Int) -> Bool { story.cast.entities[entity].code != nil }

  /// The parties that the phrase headed by `token` names, its conjuncts' included.
  ///
  /// - Parameter locatives: Whether the place where something is ("the situation in Mali") stands for it.
  func parties(of token: Token, locatives: Bool = true) -> [Event.Participant] {
    var found: [Event.Participant] = []
    var current: Token? = token
    var steps = 0
    while let head = current, steps < 12 {
      for party in single(head, depth: 0, locatives) where !found.contains(where: { same($0, party) }) {
        found.append(party)
      }
      current = head.child("conj") ?? listed(after: head)
      if let next = current, Clause.isVerbal(next) { current = nil }
      steps += 1
    }
    return found
  }

  /// The state that a headline lists after another with a comma for "and": "Mali, Chad to hold talks".
  private func listed(after token: Token) -> Token? {
    func isState(_ token: Token) -> Bool {
      story.cast.mention(headedBy: token.index).map { story.cast.entities[$0.entity].type == .country } ?? false
    }
    guard token.pos == .propn, let other = token.child("appos"), isState(token), isState(other) else { return nil }
    return other
  }

  /// The speaker of the statement around `token`.
  func speaker(around token: Int) -> [Event.Participant] {
    guard let index = statement(around: token) else { return [] }
    return speaker(of: story.statements[index])
  }

  func speaker(of statement: Statement) -> [Event.Participant] {
    guard let party = statement.speaker, let entity = party.entity else { return [] }
    if !party.members.isEmpty { return party.members.map { participant($0, party.bytes) } }
    let tokens = story.doc.tokens(touching: party.bytes)
    for token in tokens {
      if let mention = story.cast.mention(headedBy: token), mention.entity == entity, !mention.members.isEmpty {
        return mention.members.map { participant($0, party.bytes) }
      }
    }
    return [participant(entity, party.bytes)]
  }

  func participant(_ entity: Int, _ bytes: Range<Int>) -> Event.Participant {
    let record = story.cast.entities[entity]
    let office = record.offices.first
    return Event.Participant(
      entity: entity, bytes: bytes, country: office?.country ?? record.country,
      sector: office?.sector ?? record.sector)
  }

  func same(_ a: Event.Participant, _ b: Event.Participant) -> Bool { a.entity == b.entity }

  /// The code by which two parties are told apart.
  func code(_ party: Event.Participant) -> String {
    party.country ?? story.cast.entities[party.entity].code ?? "#\(party.entity)"
  }

  // MARK: One phrase

  private static let firstPerson: Set<String> = ["we", "i", "us", "me", "our", "my", "ourselves"]

  private func single(_ token: Token, depth: Int, _ locatives: Bool = true) -> [Event.Participant] {
    if Clause.isVerbal(token), token.pos != .propn, story.cast.mention(headedBy: token.index) == nil {
      return token.tag == "VBG" ? inside(token, depth: depth, locatives) : []
    }
    if token.pos == .pron, Self.firstPerson.contains(token.lower) {
      let speaker = speaker(around: token.index)
      if !speaker.isEmpty { return speaker }
    }
    // "says it is ready": an "it" that stands for nothing else.
    if token.lower == "it", token.label == "nsubj", story.cast.mention(headedBy: token.index) == nil {
      return speaker(around: token.index)
    }
    // "Mali, whose army"
    if token.tag == "WP$", depth < 4, let clause = token.ancestors.prefix(4).first(where: { $0.label == "relcl" }) {
      return single(clause.head, depth: depth + 1, locatives)
    }
    if let mention = story.cast.mention(headedBy: token.index) {
      // "all parties", "officials" are nobody in particular.
      if mention.kind == .nominal, mention.members.isEmpty, token.tag == "NNS",
        story.cast.entities[mention.entity].type == .person
      {
        return []
      }
      // "Hungarian and Romanian officials", "the leaders of Hungary and Romania": one phrase, two countries.
      if mention.kind == .nominal, let joint = jointDemonyms(of: token, depth: depth) { return joint }
      let members = story.cast.members(of: mention).map { participant($0, mention.bytes) }
      if members.contains(where: { $0.country != nil || isBody($0.entity) }) { return members }
      // The mention has no country of its own: take the one that its phrase gives.
      if depth < 4 {
        let around = inside(token, depth: depth)
        // "the leaders of Mali and Chad"
        if token.tag == "NNS", Set(around.map(code)).count > 1 { return around }
        if let first = around.first {
          return members.map {
            Event.Participant(entity: $0.entity, bytes: $0.bytes, country: code(first), sector: $0.sector)
          }
        }
      }
      return members
    }
    return depth < 4 ? inside(token, depth: depth, locatives) : []
  }

  private func jointDemonyms(of token: Token, depth: Int) -> [Event.Participant]? {
    guard depth < 4 else { return nil }
    let adjective = token.children.first { $0.label == "amod" && $0.child("conj") != nil }
    let owner =
      token.tag == "NNS"
      ? token.children.first { $0.label == "prep" && $0.lower == "of" }?.child("pobj").flatMap {
        $0.child("conj") == nil ? nil : $0
      } : nil
    guard let first = adjective ?? owner else { return nil }
    let found = joined(first, depth: depth + 1).filter { $0.country != nil }
    return Set(found.map(code)).count > 1 ? found : nil
  }

  /// The parties that the modifiers of a phrase name, those nearest to its head first.
  private func inside(_ token: Token, depth: Int, _ locatives: Bool = true) -> [Event.Participant] {
    for labels in Clause.isVerbal(token) ? Self.gerund : Self.modifiers {
      var found: [Event.Participant] = []
      for child in token.children where labels.contains(child.label) {
        if child.label == "prep" {
          guard Self.prepositions.contains(child.lower), locatives || !Self.locatives.contains(child.lower) else {
            continue
          }
          for object in child.children where object.label == "pobj" {
            found += joined(object, depth: depth + 1, locatives)
          }
        } else if child.label == "acl" {
          // "crimes committed by Croat forces", "a group based in Trinidad"
          for preposition in child.children
          where preposition.label == "agent"
            || preposition.label == "prep" && ["in", "from", "with", "to"].contains(preposition.lower)
          {
            if let object = preposition.child("pobj") { found += joined(object, depth: depth + 1) }
            if !found.isEmpty { break }
          }
        } else if child.label == "appos" || child.label == "poss" || child.label == "dobj" {
          found += joined(child, depth: depth + 1)
        } else if child.index < token.index || child.label == "agent" {
          found += joined(child, depth: depth + 1)
        }
        if !found.isEmpty, child.label == "prep" { break }
      }
      found = found.filter { $0.country != nil || isBody($0.entity) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private static let gerund: [Set<String>] = [["nsubj", "poss"], ["dobj"], ["prep"]]
  private static let modifiers: [Set<String>] = [
    ["poss"], ["amod", "compound", "nmod"], ["appos"], ["prep"], ["acl"],
  ]
  private static let prepositions: Set<String> = [
    "of", "by", "from", "in", "at", "with", "to", "on", "for", "between", "against", "into", "over", "outside", "near",
    "among", "like", "including",
  ]

  private static let locatives: Set<String> = ["in", "at", "near", "outside"]

  private func joined(_ token: Token, depth: Int, _ locatives: Bool = true) -> [Event.Participant] {
    var found: [Event.Participant] = []
    var current: Token? = token
    var steps = 0
    while let head = current, steps < 8 {
      found += single(head, depth: depth, locatives)
      current = head.child("conj")
      steps += 1
    }
    return found
  }
}
