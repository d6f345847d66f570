internal import Linguistics
internal import Record

/// The way from a token to the actors that it stands for.
extension Story {
  /// The entity that `token` heads a mention of, or that the noun before a relative pronoun names.
  package func entity(of token: Int) -> Int? {
    if let mention = mention(of: token) { return mention.entity }
    return nil
  }

  /// The mention that `token` heads; for "who", "which" and "that" of a relative clause that of the noun before it, for a
  /// noun without one that of its apposition.
  package func mention(of token: Int) -> Mention? {
    if let mention = cast.mention(headedBy: token) { return mention }
    guard doc.indices.contains(token) else { return nil }
    let word = doc[token]
    switch word.tag {
    case "WP", "WDT", "WP$":
      for ancestor in word.ancestors.prefix(6) where ancestor.label == "relcl" {
        return ancestor.head.index == token ? nil : cast.mention(headedBy: ancestor.head.index)
      }
      return nil
    default:
      for child in word.children where child.label == "appos" {
        if let mention = cast.mention(headedBy: child.index) { return mention }
      }
      // "Spokesman Smith" read with the title as its head.
      for child in word.children where child.label == "nmod" || child.label == "compound" {
        if let mention = cast.mention(headedBy: child.index), cast.entities[mention.entity].type == .person,
          mention.kind == .name,
          word.pos == .propn
        {
          return mention
        }
      }
      return nil
    }
  }

  /// Everyone whom a noun phrase stands for: what `token` heads, the members of a collective, and what is joined to it by
  /// "and" or "or".
  package func parties(of token: Int) -> [Int] {
    guard doc.indices.contains(token) else { return [] }
    var parties: [Int] = []
    var queue = [token]
    var seen = 0
    while seen < queue.count, seen < 32 {
      let at = queue[seen]
      seen += 1
      if let mention = mention(of: at) {
        for entity in cast.members(of: mention) where !parties.contains(entity) { parties.append(entity) }
      }
      for child in doc[at].children where child.label == "conj" && child.pos != .verb { queue.append(child.index) }
    }
    return parties
  }

  /// Who owns what `token` names: Pyongyang in "Pyongyang's abductions", whoever "his" stands for in "his country".
  package func possessor(of token: Int) -> Int? {
    guard doc.indices.contains(token) else { return nil }
    for child in doc[token].children where child.label == "poss" {
      if let mention = mention(of: child.index) { return mention.entity }
    }
    return nil
  }

  /// The state that a noun phrase belongs to by its adjective, its possessor or the name within it: "Japanese citizens",
  /// "Pyongyang's abductions", "the US fleet"; that of the entity where `token` heads a mention.
  ///
  /// - Returns: The entity of the state.
  package func state(of token: Int) -> Int? {
    guard doc.indices.contains(token) else { return nil }
    if let mention = mention(of: token) {
      let entity = cast.entities[mention.entity]
      if entity.type == .country { return mention.entity }
      if let code = entity.country, entity.type != .place { return state(code: code) }
    }
    for child in doc[token].children where ["amod", "compound", "poss", "nmod"].contains(child.label) {
      guard let mention = mention(of: child.index) else { continue }
      let entity = cast.entities[mention.entity]
      if entity.type == .country { return mention.entity }
      if entity.type != .place, let code = entity.country, let state = state(code: code) { return state }
    }
    return nil
  }

  /// The entity of the state with an ISO 3166-1 alpha-3 code, if the story speaks of it.
  package func state(code: String) -> Int? { cast.entities.firstIndex { $0.type == .country && $0.country == code } }

  /// The code of the state that an entity is or acts for.
  package func country(of entity: Int) -> String? { cast.entities[entity].country }

  /// Whether an entity can say something: people, states, bodies and groups can, places and treaties cannot.
  package func isSpeakerLike(_ entity: Int) -> Bool {
    switch cast.entities[entity].type {
    case .person, .country, .government, .organization, .group: true
    case .place, .forum, .agreement: false
    }
  }
}
