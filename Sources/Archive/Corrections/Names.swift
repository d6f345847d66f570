import Record

/// From the ids of an excerpt to those of a record of the same text, by the words that they stand for. What the record lacks is
/// added to it.
struct Names {
  private let excerpt: Readout
  private(set) var known: [String: String] = [:]
  var readout: Readout
  private let effective: EffectiveReadout

  init(_ excerpt: Readout, in effective: EffectiveReadout) {
    self.excerpt = excerpt
    self.effective = effective
    readout = effective.readout
  }

  mutating func entity(_ id: String?) -> String? {
    guard let id, let wanted = excerpt.entities.first(where: { $0.id == id }) else { return nil }
    if let known = known[id] { return known }
    let spans = Set(wanted.mentions.filter { $0.kind != .pronoun }.map(\.span))
    let found =
      readout.entities.first { $0.name == wanted.name && $0.type == wanted.type }
      ?? readout.entities.first { entity in entity.mentions.contains { spans.contains($0.span) } }
    if let found {
      known[id] = found.id
      return found.id
    }
    var entity = wanted
    entity.id = EffectiveReadout.free("e", readout.entities.map(\.id))
    known[id] = entity.id
    readout.entities.append(entity)
    // What it names may name it in turn: a body and its head.
    for index in entity.offices.indices {
      entity.offices[index].organization = self.entity(entity.offices[index].organization)
    }
    for index in entity.mentions.indices {
      entity.mentions[index].members = entity.mentions[index].members.compactMap { self.entity($0) }
    }
    if let index = readout.entities.firstIndex(where: { $0.id == entity.id }) { readout.entities[index] = entity }
    return entity.id
  }

  mutating func participant(_ participant: Readout.Participant) -> Readout.Participant? {
    guard let entity = entity(participant.entity) else { return nil }
    var participant = participant
    participant.entity = entity
    return participant
  }

  mutating func time(_ id: String?) -> String? {
    guard let id, var time = excerpt.times.first(where: { $0.id == id }) else { return nil }
    if let found = readout.times.first(where: { $0.span == time.span && $0.value == time.value }) { return found.id }
    time.id = EffectiveReadout.free("t", readout.times.map(\.id))
    // Its value is final: what it was reckoned from may be another time here.
    if time.anchor != "published" { time.anchor = nil }
    readout.times.append(time)
    return time.id
  }

  mutating func place(_ id: String?) -> String? {
    guard let id, var place = excerpt.places.first(where: { $0.id == id }) else { return nil }
    if let found = readout.places.first(where: { $0.span == place.span && $0.name == place.name }) { return found.id }
    place.id = EffectiveReadout.free("l", readout.places.map(\.id))
    readout.places.append(place)
    return place.id
  }

  func statement(_ id: String?) -> String? {
    guard let id, let anchor = Anchor(.statement(id), in: excerpt),
      case .statement(let found)? = effective.find(anchor, strictly: true)
    else { return nil }
    return found
  }

  func event(_ id: String?) -> String? {
    guard let id, let anchor = Anchor(.event(id), in: excerpt),
      case .event(let found)? = effective.find(anchor, strictly: true)
    else { return nil }
    return found
  }
}
