internal import Linguistics
internal import Record

/// Who of a story's cast stands for which state.
struct Parties {
  private let cast: Cast
  private let doc: Doc
  /// The entity of each state that the story names.
  private let states: [String: Int]
  /// How often each state and those that belong to it are spoken of.
  private let weights: [String: Int]

  init(cast: Cast, doc: Doc) {
    self.cast = cast
    self.doc = doc
    var states: [String: Int] = [:]
    for (index, entity) in cast.entities.enumerated() where entity.type == .country {
      if let country = entity.country, states[country] == nil { states[country] = index }
    }
    self.states = states
    var weights: [String: Int] = [:]
    for mention in cast.mentions {
      for member in cast.members(of: mention) where cast.entities.indices.contains(member) {
        if let country = cast.entities[member].country { weights[country, default: 0] += 1 }
      }
    }
    self.weights = weights
  }

  func country(of entity: Int) -> String? {
    cast.entities.indices.contains(entity) ? cast.entities[entity].country : nil
  }

  /// The state's entity where `entity` speaks or acts for its state, else itself.
  func principal(of entity: Int) -> Int {
    guard let country = country(of: entity), speaksForState(entity) else { return entity }
    return states[country] ?? entity
  }

  /// The state, government or body that `entity` stands for, or the state in which a place lies; `nil` for a place whose
  /// state the story does not name.
  func side(of entity: Int) -> Int? {
    guard let country = country(of: entity), cast.entities[entity].type == .place else { return principal(of: entity) }
    return states[country]
  }

  /// Whether its word binds its state: the state itself, its government, those who hold office in the executive.
  func speaksForState(_ entity: Int) -> Bool {
    guard cast.entities.indices.contains(entity) else { return false }
    let party = cast.entities[entity]
    switch party.type {
    case .country: return true
    case .government: return true
    case .organization: return party.sector == "GOV" && party.country != nil
    case .person, .group:
      let offices: Set<OfficeKind> = [
        .headOfState, .headOfGovernment, .foreignMinister, .defenseMinister, .ambassador, .envoy, .spokesperson,
        .minister,
        .official, .intelligenceChief,
      ]
      if party.offices.contains(where: { offices.contains($0.office) && ["GOV", "MIL"].contains($0.sector ?? "GOV") }) {
        return true
      }
      return party.offices.isEmpty && party.sector == "GOV"
    default: return false
    }
  }

  /// The other state that the story is most about; none where it is about `country` far more.
  func counterpart(of country: String) -> String? {
    weights.filter { $0.key != country }.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap {
      $0.value > 1 && $0.value * 4 >= weights[country, default: 0] ? $0.key : nil
    }
  }

  /// Those who say what `statement` holds: the members where a collective speaks.
  func speakers(of statement: Statement) -> [Int] {
    guard let speaker = statement.speaker, let entity = speaker.entity else { return [] }
    if !speaker.members.isEmpty { return speaker.members }
    var (low, high) = (0, cast.mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if cast.mentions[middle].bytes.lowerBound < speaker.bytes.lowerBound { low = middle + 1 } else { high = middle }
    }
    var speakers = [entity]
    while low < cast.mentions.count, cast.mentions[low].bytes.lowerBound < speaker.bytes.upperBound {
      let mention = cast.mentions[low]
      if mention.entity == entity {
        if !mention.members.isEmpty { return mention.members }
        speakers += joined(to: mention.head)
      }
      low += 1
    }
    return speakers.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Those whom "and" joins to the subject at `head`, "the president and the **king** agreed".
  private func joined(to head: Int) -> [Int] {
    guard doc.indices.contains(head), doc[head].label == "nsubj" || doc[head].label == "nsubjpass" else { return [] }
    var entities: [Int] = []
    var current = doc[head]
    for _ in 0..<6 {
      guard let next = current.child("conj"), next.index > current.index else { break }
      if let mention = cast.mention(headedBy: next.index) { entities += cast.members(of: mention) }
      current = next
    }
    return entities
  }

  /// The mentions whose bytes lie in `range`.
  func mentions(in range: Range<Int>) -> ArraySlice<Mention> {
    func first(at byte: Int) -> Int {
      var (low, high) = (0, cast.mentions.count)
      while low < high {
        let middle = (low + high) / 2
        if cast.mentions[middle].bytes.lowerBound < byte { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let lower = first(at: range.lowerBound)
    return cast.mentions[lower..<max(lower, first(at: range.upperBound))]
  }
}
