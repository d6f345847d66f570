import Record

extension Readout {
  /// A record of one part with all that it names: entities, times, places, and statements and events as far as needed to find
  /// them again. The part stands first in its list. The text is left out.
  ///
  /// Returns `nil` where there is no such part.
  func excerpt(of item: EffectiveReadout.Item) -> Readout? {
    var excerpt = Excerpt(self)
    return excerpt.take(item) ? excerpt.result : nil
  }
}

/// Gathers what a part of a record names.
private struct Excerpt {
  private let whole: Readout
  private(set) var result: Readout

  init(_ whole: Readout) {
    self.whole = whole
    result = Readout(coder: whole.coder, document: Readout.Document(id: whole.document.id, text: ""))
  }

  mutating func take(_ item: EffectiveReadout.Item) -> Bool {
    switch item {
    case .statement(let id):
      guard let statement = whole.statements.first(where: { $0.id == id }) else { return false }
      result.statements.append(statement)
      take(entities: [statement.speaker?.entity] + statement.addressees + statement.relays.map(\.entity))
      take(entities: statement.about)
      take(time: statement.time)
      take(place: statement.place)
      take(statements: [statement.within, statement.echoes])
      take(event: statement.occasion)
    case .event(let id):
      guard let event = whole.events.first(where: { $0.id == id }) else { return false }
      result.events.append(event)
      take(entities: (event.actors + event.recipients).map(\.entity))
      take(time: event.time)
      take(place: event.place)
      take(statements: [event.within])
      take(event: event.occasion)
    case .position(let number):
      guard whole.positions.indices.contains(number) else { return false }
      let position = whole.positions[number]
      result.positions.append(position)
      take(entities: [position.holder])
      take(statements: [position.statement])
    case .commitment(let number):
      guard whole.commitments.indices.contains(number) else { return false }
      let commitment = whole.commitments[number]
      result.commitments.append(commitment)
      take(entities: [commitment.by, commitment.to])
      take(time: commitment.time)
      take(statements: [commitment.statement])
    case .agenda(let number):
      guard whole.agenda.indices.contains(number) else { return false }
      let plan = whole.agenda[number]
      result.agenda.append(plan)
      take(time: plan.time)
      take(event: plan.event)
    }
    return true
  }

  private mutating func take(entities ids: [String?]) {
    for id in ids {
      guard let id, !result.entities.contains(where: { $0.id == id }),
        let entity = whole.entities.first(where: { $0.id == id })
      else { continue }
      result.entities.append(entity)
      take(entities: entity.offices.map(\.organization))
      take(entities: entity.mentions.flatMap(\.members))
    }
  }

  private mutating func take(time id: String?) {
    result.times += whole.times.filter { $0.id == id }
  }

  private mutating func take(place id: String?) {
    result.places += whole.places.filter { $0.id == id }
  }

  /// Bare: their words are enough to find them again.
  private mutating func take(statements ids: [String?]) {
    for statement in whole.statements where ids.contains(statement.id) {
      result.statements.append(
        Readout.Statement(
          id: statement.id, sentence: statement.sentence, quotation: statement.quotation, cue: statement.cue,
          content: statement.content, act: statement.act, confidence: statement.confidence))
    }
  }

  private mutating func take(event id: String?) {
    for event in whole.events where event.id == id {
      result.events.append(
        Readout.Event(
          id: event.id, sentence: event.sentence, trigger: event.trigger, type: event.type, status: event.status,
          confidence: event.confidence))
    }
  }
}
