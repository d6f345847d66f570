import Record

/// Makes accounts of a readout's events.
struct EventAccountReader {
  private let readout: Readout
  private let article: Int
  private let keys: [String: ActorKey]
  private let countries: [String: String]
  private let times: [String: Readout.Time]
  private let places: [String: Readout.Place]
  private let statements: [String: Readout.Statement]
  /// Codes of states by their folded names.
  private let stateNames: [String: String]
  private let words: WordList
  private let text: SpanText
  private let timeSpans: [Span]
  private let isTime: SpanSet
  private let published: DayInterval?

  init(_ readout: Readout, article: Int) {
    self.readout = readout
    self.article = article
    func index<Value>(_ pairs: [(String, Value)]) -> [String: Value] {
      Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    keys = index(readout.entities.compactMap { entity in ActorKey(entity).map { (entity.id, $0) } })
    countries = index(readout.entities.compactMap { entity in entity.country.map { (entity.id, $0) } })
    times = index(readout.times.map { ($0.id, $0) })
    places = index(readout.places.map { ($0.id, $0) })
    statements = index(readout.statements.map { ($0.id, $0) })
    stateNames = index(
      readout.entities.filter { $0.type == .country }.compactMap { entity in
        entity.country.map { (FoldedName(entity.name).text, $0) }
      })
    words = WordList(readout.document.text)
    text = SpanText(readout.document.text)
    timeSpans = readout.times.map(\.span)
    isTime = SpanSet(timeSpans)
    published = DayInterval(publicationOf: readout.document)
  }

  /// `nil` where the event stands in no sentence.
  func account(of event: Readout.Event) -> EventAccount? {
    let participants = event.actors + event.recipients
    let parties = Set(participants.compactMap { keys[$0.entity] })
    let states = Set(participants.compactMap { $0.country ?? countries[$0.entity] })
    guard readout.document.sentences.indices.contains(event.sentence) else { return nil }
    let span = readout.document.sentences[event.sentence]
    let apart = SpanSet(participants.map(\.span) + event.trigger + timeSpans)
    let content = words.indices(in: span).map { words.words[$0] }
    let telling = content.filter { SmallWords.tells($0) && !apart.contains($0.span.start) }
    return EventAccount(
      article: article, event: event.id, type: event.type, modes: event.modes, status: event.status, parties: parties,
      states: states, days: event.time.flatMap { times[$0] }.flatMap { DayInterval($0) }, published: published,
      place: event.place.flatMap { places[$0] }.map { EventPlace($0, stateNames: stateNames) },
      figures: figures(in: span), voice: event.within.flatMap { voice(of: $0) },
      sentence: telling.count < Self.fewestOfCopy ? nil : content.reduce(0) { StableHash.mix($0 ^ $1.key) },
      words: Set(telling.map { UInt32(truncatingIfNeeded: $0.key) }))
  }

  /// A sentence with fewer telling words may be written twice.
  private static let fewestOfCopy = 4

  /// Whose word a statement is to the reader: of who passed it on, the last of them first, else of the speaker around it, else of
  /// its own.
  private func voice(of id: String) -> String? {
    var voice: String?
    var next = statements[id]
    var steps = 0
    while let statement = next, steps < statements.count {
      let relays = statement.relays.reversed().compactMap(\.entity)
      let word = relays + [statement.speaker?.entity].compactMap(\.self)
      voice = word.compactMap { countries[$0] }.first ?? voice
      next = statement.within.flatMap { statements[$0] }
      steps += 1
    }
    return voice
  }

  /// Numbers with the word after them, if that tells what they count.
  private func figures(in span: Span) -> [EventAccount.Figure] {
    let content = words.indices(in: span).map { words.words[$0] }
    return zip(content, content.dropFirst()).compactMap { number, unit in
      guard number.isNumber, SmallWords.tells(unit), !isTime.contains(number.span.start) else { return nil }
      return EventAccount.Figure(value: text[number.span].filter { $0 != "," }, unit: FoldedName(text[unit.span]).text)
    }
  }
}

extension DayInterval {
  /// The day of publication, or the days on which it can lie.
  init?(publicationOf document: Readout.Document) {
    if let day = document.published.flatMap({ DayInterval(iso: $0) }) {
      self = day
    } else if let window = document.publishedWindow, let from = DayInterval(iso: window.from),
      let to = window.to.flatMap({ DayInterval(iso: $0) }), from.first <= to.last
    {
      self.init(first: from.first, last: to.last)
    } else {
      return nil
    }
  }
}
