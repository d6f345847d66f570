import Record

/// An article of one's own making with its record, told piece by piece; spans are those of the words' first occurrence.
struct Story {
  private(set) var readout: Readout
  private let scalars: [Unicode.Scalar]

  init(_ text: String, day: String?, ref: String, publisher: String = "The Courier") {
    scalars = Array(text.unicodeScalars)
    var document = Readout.Document(id: "sha256:" + SHA256.hexDigest(of: Array(text.utf8)), text: text)
    document.ref = ref
    document.published = day
    document.publishedBasis = day == nil ? nil : "metadata"
    document.publisher = Readout.Words(text: publisher)
    document.title = Readout.Words(text: "Story \(ref)")
    var start = 0
    for sentence in text.split(separator: "\n") {
      let count = sentence.unicodeScalars.count
      document.sentences.append(Span(start: start, end: start + count))
      start += count + 1
    }
    readout = Readout(coder: Readout.Provenance(name: "readout", release: "0.1.0"), document: document)
  }

  private func span(_ words: String) -> Span {
    let part = Array(words.unicodeScalars)
    let start = scalars.indices.first { scalars[$0...].starts(with: part) } ?? 0
    return Span(start: start, end: start + part.count)
  }

  private func sentence(of span: Span) -> Int {
    readout.document.sentences.firstIndex { $0.start <= span.start && span.start < $0.end } ?? 0
  }

  private func id(_ name: String?) -> String? {
    name.flatMap { name in readout.entities.first { $0.name == name }?.id }
  }

  mutating func name(
    _ name: String, _ type: EntityType = .person, of country: String?, office: (String, OfficeKind)? = nil,
    words: String? = nil
  ) {
    var entity = Readout.Entity(id: "e\(readout.entities.count + 1)", name: name, type: type, basis: .text)
    entity.country = country
    entity.mentions = [Readout.Mention(span: span(words ?? name), kind: .name)]
    if let office {
      var held = Readout.Office(title: office.0, office: office.1, basis: .text)
      held.country = country
      entity.offices = [held]
    }
    readout.entities.append(entity)
  }

  /// A time, which later pieces name by its words.
  mutating func time(_ words: String, _ value: String) {
    readout.times.append(
      Readout.Time(id: "t\(readout.times.count + 1)", span: span(words), type: .date, value: value, basis: .text))
  }

  mutating func place(_ name: String, of country: String) {
    var place = Readout.Place(id: "l\(readout.places.count + 1)", span: span(name), name: name)
    place.country = country
    readout.places.append(place)
  }

  mutating func says(
    _ speaker: String?, _ content: String, act: Act = .state, to addressees: [String] = [], about: [String] = [],
    issues: [String] = [], relay: String? = nil
  ) {
    let stretch = span(content)
    var statement = Readout.Statement(
      id: "s\(readout.statements.count + 1)", sentence: sentence(of: stretch), quotation: .indirect,
      cue: Readout.Cue(spans: [span("said")], lemma: "say"), content: [stretch], act: act, confidence: 0.9)
    statement.speaker = speaker.map { Readout.Party(entity: id($0), span: span($0)) }
    statement.addressees = addressees.compactMap { id($0) }
    statement.about = about.compactMap { id($0) }
    statement.issues = issues
    if let relay { statement.relays = [Readout.Relay(entity: id(relay), cue: statement.cue)] }
    readout.statements.append(statement)
  }

  mutating func happens(
    _ trigger: String, _ type: EventType, _ actors: [String], to recipients: [String] = [], cameo: String? = nil,
    status: EventStatus = .actual, mode: String? = nil, time: String? = nil, place: String? = nil, within: Bool = false,
    score: Double? = nil
  ) {
    let stretch = span(trigger)
    var event = Readout.Event(
      id: "v\(readout.events.count + 1)", sentence: sentence(of: stretch), trigger: [stretch], type: type,
      status: status, confidence: 0.8)
    event.cameo = cameo
    event.modes = mode.map { [$0] } ?? []
    event.quad = [.consult, .agree, .support].contains(type) ? .verbalCooperation : .materialConflict
    event.score = score ?? (event.quad == .verbalCooperation ? 2.5 : -6)
    event.actors = actors.map(participant)
    event.recipients = recipients.map(participant)
    event.time = time.flatMap { words in readout.times.first { $0.span == span(words) }?.id }
    event.place = place.flatMap { name in readout.places.first { $0.name == name }?.id }
    event.within = within ? readout.statements.last?.id : nil
    readout.events.append(event)
  }

  private func participant(_ name: String) -> Readout.Participant {
    let entity = readout.entities.first { $0.name == name }
    return Readout.Participant(entity: entity?.id ?? "", span: span(name), country: entity?.country, sector: "GOV")
  }

  mutating func change(_ body: (inout Readout) -> Void) { body(&readout) }

  /// A position that the last statement shows.
  mutating func stands(_ holder: String, _ stance: Stance, on issue: String, change: Change? = nil) {
    readout.positions.append(
      Readout.Position(
        holder: id(holder) ?? "", issue: issue, label: String(issue.prefix { $0 != "/" }), stance: stance,
        statement: readout.statements.last?.id, change: change))
  }

  /// A commitment that the last statement makes.
  mutating func promises(_ by: String, to: String? = nil, _ content: String, due: String? = nil) {
    readout.commitments.append(
      Readout.Commitment(
        by: id(by) ?? "", to: id(to), content: span(content), kind: .pledge,
        time: due.flatMap { words in readout.times.first { $0.span == span(words) }?.id },
        statement: readout.statements.last?.id))
  }

  /// An item of the agenda, of the last event.
  mutating func plans(_ words: String) {
    readout.agenda.append(
      Readout.AgendaItem(
        event: readout.events.last?.id, time: readout.events.last?.time, expected: span(words), basis: .text))
  }

  /// An item of the agenda that no event tells of, at the last time.
  mutating func plansLastTime(_ span: Span) {
    readout.agenda.append(
      Readout.AgendaItem(event: nil, time: readout.times.last?.id, expected: span, basis: .text))
  }
}
