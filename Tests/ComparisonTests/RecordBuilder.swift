import Record

/// Readouts for tests: a text, and what is recorded of words in it.
struct RecordBuilder {
  var readout: Readout

  init(_ text: String, published: String? = nil) {
    readout = Readout(
      coder: Readout.Provenance(name: "readout", release: "test"),
      document: Readout.Document(id: "sha256:00", text: text))
    readout.document.published = published
    var start = 0
    for part in text.split(separator: ".", omittingEmptySubsequences: false) where !part.isEmpty {
      let end = min(start + part.count + 1, text.count)
      readout.document.sentences.append(Span(start: start, end: end))
      start = end
    }
  }

  /// Where the words stand first; the whole text where they do not.
  func span(_ words: String) -> Span {
    guard let range = readout.document.text.firstRange(of: words) else {
      return Span(start: 0, end: readout.document.text.unicodeScalars.count)
    }
    let scalars = readout.document.text.unicodeScalars
    return Span(
      start: scalars.distance(from: scalars.startIndex, to: range.lowerBound),
      end: scalars.distance(from: scalars.startIndex, to: range.upperBound))
  }

  @discardableResult
  mutating func entity(
    _ name: String, _ type: EntityType, _ country: String? = nil, office: OfficeKind? = nil, kind: MentionKind = .name
  ) -> String {
    let id = "e\(readout.entities.count + 1)"
    var entity = Readout.Entity(id: id, name: name, type: type, basis: .text)
    entity.country = country
    entity.mentions = [Readout.Mention(span: span(name), kind: kind)]
    if let office {
      var held = Readout.Office(title: name, office: office, basis: .text)
      held.country = country
      entity.offices = [held]
    }
    readout.entities.append(entity)
    return id
  }

  mutating func time(_ words: String, _ value: String) -> String {
    let id = "t\(readout.times.count + 1)"
    readout.times.append(Readout.Time(id: id, span: span(words), type: .date, value: value, basis: .text))
    return id
  }

  mutating func place(_ name: String, _ country: String) -> String {
    let id = "l\(readout.places.count + 1)"
    var place = Readout.Place(id: id, span: span(name), name: name)
    place.country = country
    readout.places.append(place)
    return id
  }

  mutating func event(
    _ type: EventType, _ actors: [String], _ trigger: String, time: String? = nil, place: String? = nil,
    within: String? = nil, status: EventStatus = .actual
  ) {
    let words = span(trigger)
    let sentence = readout.document.sentences.firstIndex { $0.start <= words.start && words.end <= $0.end } ?? 0
    var event = Readout.Event(
      id: "v\(readout.events.count + 1)", sentence: sentence, trigger: [words], type: type, status: status,
      confidence: 0.9)
    event.actors = actors.map { id in
      let entity = readout.entities.first { $0.id == id }
      return Readout.Participant(
        entity: id, span: entity?.mentions.first?.span ?? words, country: entity?.country)
    }
    event.time = time
    event.place = place
    event.within = within
    readout.events.append(event)
  }

  @discardableResult
  mutating func statement(
    by speaker: String, _ content: String, _ quotation: Quotation, relay: String? = nil
  ) -> String {
    let id = "s\(readout.statements.count + 1)"
    var statement = Readout.Statement(
      id: id, sentence: 0, quotation: quotation, cue: Readout.Cue(spans: [], lemma: "say"), content: [span(content)],
      act: .state, confidence: 0.9)
    statement.speaker = Readout.Party(entity: speaker)
    if let relay { statement.relays = [Readout.Relay(entity: relay, cue: Readout.Cue(spans: [], lemma: "quote"))] }
    readout.statements.append(statement)
    return id
  }
}
