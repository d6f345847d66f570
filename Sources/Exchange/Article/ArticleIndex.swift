import Record

/// A readout with its members found by their ids.
struct ArticleIndex {
  let readout: Readout
  let context: ExportContext
  let text: SpanText
  private let entities: [String: Int]
  private let times: [String: Int]
  private let places: [String: Int]
  private let events: [String: Int]
  private let statements: [String: Int]

  init(_ readout: Readout, context: ExportContext) {
    func index(_ ids: [String]) -> [String: Int] {
      Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }
    self.readout = readout
    self.context = context
    text = SpanText(readout.document.text)
    entities = index(readout.entities.map(\.id))
    times = index(readout.times.map(\.id))
    places = index(readout.places.map(\.id))
    events = index(readout.events.map(\.id))
    statements = index(readout.statements.map(\.id))
  }

  var document: Readout.Document { readout.document }

  /// What the article is called: the archive's identifier, else that of the input, else that of the text.
  var id: String { context.article ?? document.ref ?? document.id }

  /// Who published it: the paper, else the wire service.
  var publisher: String? { (document.publisher ?? document.agency)?.text }

  /// The day of publication.
  var published: Day? { document.published.flatMap { Day($0.prefix(10)) } }

  func entity(_ id: String?) -> Readout.Entity? { id.flatMap { entities[$0] }.map { readout.entities[$0] } }
  func time(_ id: String?) -> Readout.Time? { id.flatMap { times[$0] }.map { readout.times[$0] } }
  func place(_ id: String?) -> Readout.Place? { id.flatMap { places[$0] }.map { readout.places[$0] } }
  func event(_ id: String?) -> Readout.Event? { id.flatMap { events[$0] }.map { readout.events[$0] } }

  func statement(_ id: String?) -> Readout.Statement? {
    id.flatMap { statements[$0] }.map { readout.statements[$0] }
  }

  /// The names of entities.
  func names(_ ids: [String]) -> [String] { ids.compactMap { entity($0)?.name } }

  /// The words of a sentence.
  func sentence(_ index: Int) -> Span? {
    document.sentences.indices.contains(index) ? document.sentences[index] : nil
  }

  /// Whether a sentence stands in the headline or the first paragraph.
  func isLead(_ sentence: Int) -> Bool {
    guard let span = self.sentence(sentence), let lead = document.paragraphs.first else { return sentence == 0 }
    return span.start < lead.end
  }

  /// The sector under which a party acts: the event's, else its first office's, else its own.
  func sector(_ party: Readout.Participant) -> String? {
    let entity = entity(party.entity)
    return party.sector ?? entity?.offices.first?.sector ?? entity?.sector
  }

  /// All sectors of a party, that under which it acts first.
  func sectors(_ party: Readout.Participant) -> [String] {
    let entity = entity(party.entity)
    var sectors: [String] = []
    for sector in [sector(party)] + (entity?.offices.map(\.sector) ?? []) + [entity?.sector] {
      if let sector, !sectors.contains(sector) { sectors.append(sector) }
    }
    return sectors
  }

  /// The code of the body that a party is, or whose office it holds first; `nil` where it acts for a state.
  func body(_ party: Readout.Participant) -> String? {
    guard let entity = entity(party.entity) else { return nil }
    if let code = entity.code { return code }
    return self.entity(entity.offices.first?.organization).flatMap { $0.country == nil ? $0.code : nil }
  }

  /// ISO 3166-1 alpha-3 of the state that a party acts for; `nil` where it acts for a body.
  func country(_ party: Readout.Participant) -> String? {
    body(party) == nil ? party.country ?? entity(party.entity)?.country : nil
  }
}

extension SpanText {
  /// The words of a discontinuous stretch, joined by one space.
  subscript(spans: [Span]) -> String { spans.map { self[$0] }.joined(separator: " ") }
}
