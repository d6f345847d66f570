import Record

/// What is wrong in a record: spans that lie outside of the text, and ids that name nothing.
struct RecordFaults: Sequence {
  private(set) var faults: [String] = []
  private let length: Int
  private let sentences: Int
  private let entities: Set<String>
  private let times: Set<String>
  private let places: Set<String>
  private let statements: Set<String>
  private let events: Set<String>

  /// Looks through all of `readout`.
  init(_ readout: Readout) {
    length = readout.document.text.unicodeScalars.count
    sentences = readout.document.sentences.count
    entities = Set(readout.entities.map(\.id))
    times = Set(readout.times.map(\.id))
    places = Set(readout.places.map(\.id))
    statements = Set(readout.statements.map(\.id))
    events = Set(readout.events.map(\.id))
    check(readout.document)
    for entity in readout.entities { check(entity) }
    for time in readout.times { check([time.span], time.id) }
    for place in readout.places { check([place.span], place.id) }
    for statement in readout.statements { check(statement) }
    for event in readout.events { check(event) }
    checkLedger(of: readout)
  }

  func makeIterator() -> IndexingIterator<[String]> { faults.makeIterator() }

  var first: String? { faults.first }

  private mutating func check(_ document: Readout.Document) {
    check(document.sentences + document.paragraphs + document.furniture, "document")
    let words = [document.title, document.byline, document.agency, document.publisher]
    check(words.compactMap { $0?.span }, "document")
    check([document.dateline?.span, document.attributedTo?.span].compactMap { $0 }, "document")
    check([document.dateline?.place], among: places, "document")
    check([document.dateline?.time], among: times, "document")
    check([document.attributedTo?.entity] + (document.publishedWindow?.because ?? []), among: entities, "document")
  }

  private mutating func check(_ entity: Readout.Entity) {
    check(entity.mentions.map(\.span), entity.id)
    check(entity.mentions.flatMap(\.members) + entity.offices.map(\.organization), among: entities, entity.id)
  }

  private mutating func check(_ statement: Readout.Statement) {
    let id = statement.id
    check(sentence: statement.sentence, id)
    check(statement.content + statement.cue.spans + statement.relays.flatMap(\.cue.spans), id)
    check(([statement.speaker?.span] + statement.relays.map(\.span)).compactMap { $0 }, id)
    check(statement.conditions.flatMap { [$0.condition, $0.consequence] }, id)
    check([statement.speaker?.entity] + statement.relays.map(\.entity), among: entities, id)
    check(statement.addressees + statement.about, among: entities, id)
    check([statement.within, statement.echoes], among: statements, id)
    check([statement.occasion], among: events, id)
    check([statement.time], among: times, id)
    check([statement.place], among: places, id)
  }

  private mutating func check(_ event: Readout.Event) {
    for mention in event.mentions {
      check(sentence: mention.sentence, event.id)
      check(mention.trigger, event.id)
    }
    check(sentence: event.sentence, event.id)
    check(event.trigger + (event.actors + event.recipients).map(\.span), event.id)
    check((event.actors + event.recipients).map(\.entity), among: entities, event.id)
    check([event.within], among: statements, event.id)
    check([event.occasion], among: events, event.id)
    check([event.time], among: times, event.id)
    check([event.place], among: places, event.id)
  }

  private mutating func checkLedger(of readout: Readout) {
    for (number, position) in readout.positions.enumerated() {
      check([position.holder], among: entities, "positions[\(number)]")
      check([position.statement], among: statements, "positions[\(number)]")
    }
    for (number, commitment) in readout.commitments.enumerated() {
      check([commitment.content], "commitments[\(number)]")
      check([commitment.by, commitment.to], among: entities, "commitments[\(number)]")
      check([commitment.time], among: times, "commitments[\(number)]")
      check([commitment.statement], among: statements, "commitments[\(number)]")
    }
    for (number, plan) in readout.agenda.enumerated() {
      check([plan.expected], "agenda[\(number)]")
      check([plan.event], among: events, "agenda[\(number)]")
      check([plan.time], among: times, "agenda[\(number)]")
    }
    check(readout.warnings.compactMap(\.span), "warnings")
  }

  private mutating func check(_ spans: [Span], _ part: String) {
    for span in spans where span.start < 0 || span.end < span.start || span.end > length {
      faults.append("\(part): the span [\(span.start), \(span.end)] lies outside of the text of \(length) characters")
    }
  }

  private mutating func check(sentence: Int, _ part: String) {
    guard !(0..<Swift.max(1, sentences)).contains(sentence) else { return }
    faults.append("\(part): there is no sentence \(sentence)")
  }

  private mutating func check(_ ids: [String?], among known: Set<String>, _ part: String) {
    for case let id? in ids where !known.contains(id) { faults.append("\(part): \(id) names nothing") }
  }
}
