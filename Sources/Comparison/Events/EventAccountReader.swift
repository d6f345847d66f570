import Record

/// Makes accounts of a readout's events.
struct EventAccountReader {
  private let readout: Readout
  private let article: Int
  private let keys: [String: ActorKey]
  private let countries: [String: String]
  private let times: [String: Readout.Time]
  private let places: [String: Readout.Place]
  private let speakers: [String: String]
  private let words: WordList
  private let text: SpanText
  private let published: DayInterval?

  init(_ readout: Readout, article: Int, identities: ActorIdentities) {
    self.readout = readout
    self.article = article
    func index<Value>(_ pairs: [(String, Value)]) -> [String: Value] {
      Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    keys = index(
      readout.entities.compactMap { entity in ActorKey(entity).map { (entity.id, identities.canonical($0)) } })
    countries = index(readout.entities.compactMap { entity in entity.country.map { (entity.id, $0) } })
    times = index(readout.times.map { ($0.id, $0) })
    places = index(readout.places.map { ($0.id, $0) })
    speakers = index(
      readout.statements.compactMap { statement in statement.speaker?.entity.map { (statement.id, $0) } })
    words = WordList(readout.document.text)
    text = SpanText(readout.document.text)
    published = DayInterval(publicationOf: readout.document)
  }

  func account(of event: Readout.Event) -> EventAccount? {
    let participants = event.actors + event.recipients
    let parties = Set(participants.compactMap { keys[$0.entity] })
    let states = Set(participants.compactMap { $0.country ?? countries[$0.entity] })
    guard !parties.isEmpty || !states.isEmpty, readout.document.sentences.indices.contains(event.sentence) else {
      return nil
    }
    let span = readout.document.sentences[event.sentence]
    let own = SpanSet(participants.map(\.span))
    let content = words.indices(in: span).map { words.words[$0] }
    return EventAccount(
      article: article, event: event.id, type: event.type, modes: event.modes, status: event.status, parties: parties,
      states: states, days: event.time.flatMap { times[$0] }.flatMap { DayInterval($0) }, published: published,
      place: event.place.flatMap { places[$0] }.map {
        ActorKey(.place, FoldedName($0.name).text, country: $0.country)
      },
      figures: figures(in: span), voice: event.within.flatMap { speakers[$0] }.flatMap { countries[$0] },
      source: Origin(readout).source, span: span,
      statements: readout.statements.filter { $0.occasion == event.id }.map(\.id),
      words: Set(content.filter { Self.isTelling($0) && !own.contains($0.span.start) }.map(\.key)))
  }

  /// Short words say little of what a sentence is about.
  private static func isTelling(_ word: WordList.Word) -> Bool {
    !word.isNumber && word.span.end - word.span.start > 3
  }

  private func figures(in span: Span) -> [EventAccount.Figure] {
    let timeSpans = SpanSet(readout.times.map(\.span))
    let content = words.indices(in: span).map { words.words[$0] }
    return zip(content, content.dropFirst()).compactMap { number, unit in
      guard number.isNumber, !unit.isNumber, !timeSpans.contains(number.span.start) else { return nil }
      return EventAccount.Figure(value: text[number.span], unit: FoldedName(text[unit.span]).text)
    }
  }
}

extension DayInterval {
  /// The day of publication, or the days on which it can lie.
  init?(publicationOf document: Readout.Document) {
    if let day = document.published.flatMap({ DayInterval(iso: $0) }) {
      self = day
    } else if let window = document.publishedWindow, let from = DayInterval(iso: window.from),
      let to = window.to.flatMap({ DayInterval(iso: $0) })
    {
      self.init(first: from.first, last: to.last)
    } else {
      return nil
    }
  }
}
