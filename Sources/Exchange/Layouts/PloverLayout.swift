public import Knowledge
public import Record

/// PLOVER's interchange format: an event a line (JSON Lines), as the codebook lays it out.
///
/// Events keep all their actors and recipients in one line; plans stand under the type that PLOVER has for them, with
/// their own type in `comment`.
public struct PloverLayout: Layout {
  public private(set) var losses = Losses()
  private let codes: CodeSystems
  private let output: any ExportOutput

  /// The name of the file.
  public static let file = "plover.jsonl"

  public init(codes: CodeSystems, to output: any ExportOutput) {
    self.codes = codes
    self.output = output
  }

  public mutating func write(_ readout: Readout, context: ExportContext) throws(ExchangeError) {
    losses.count(
      readout,
      unheld: [.texts, .offices, .statements, .relays, .conditions, .issues, .positions, .commitments, .agenda])
    let article = ArticleIndex(readout, context: context)
    var bytes: [UInt8] = []
    for event in readout.events {
      do {
        bytes += line(try CodedEvent(event, of: article, codes: codes, toTheDay: false), article)
        losses.wrote()
      } catch {
        losses.leaveOut(error)
      }
    }
    try output.append(bytes, to: Self.file)
  }

  private func line(_ coded: CodedEvent, _ article: ArticleIndex) -> [UInt8] {
    let event = coded.event
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("id", "\(article.id)#\(event.id)")
      writer.field("date", coded.days.first.iso)
      writer.field("time", coded.days.isDay && event.status != .future ? clock(event, article) : nil)
      writer.field("enddate", coded.days.isDay ? nil : coded.days.last.iso)
      writer.field("event", [coded.type.rawValue])
      writer.field("mode", coded.isConverted ? [] : event.modes)
      writer.field("context", event.contexts)
      writer.field("quad_code", coded.quad.map(Self.number))
      writer.field("event_scale", coded.score)
      parties("actor", event.actors, article, to: &writer)
      if !event.recipients.isEmpty { parties("recipient", event.recipients, article, to: &writer) }
      if let place = article.place(event.place) { location(place, article, to: &writer) }
      writer.field("event_text", article.text[event.trigger])
      writer.key("text")
      writer.array(event.trigger.enumerated()) { writer, trigger in
        writer.object { writer in
          writer.field("sequence", trigger.offset + 1)
          writer.field("start", trigger.element.start)
          writer.field("end", trigger.element.end)
          writer.field("text", article.text[trigger.element])
        }
      }
      writer.field("comment", comment(coded, article))
      citation(article, to: &writer)
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func parties(
    _ key: StaticString, _ parties: [Readout.Participant], _ article: ArticleIndex, to writer: inout JSONWriter
  ) {
    writer.key(key)
    writer.array(parties) { writer, party in
      let entity = article.entity(party.entity)
      let country = article.country(party)
      writer.object { writer in
        writer.field(
          "code", article.body(party) ?? country.flatMap { codes.countries.row(iso3: $0)?.plover } ?? country)
        writer.field("sector", article.sector(party))
        writer.field("entity_text", article.text[party.span])
        writer.field("identifier_id", entity?.wikidata)
        writer.field("identifier_text", entity?.name)
        writer.field("office", entity?.offices.first?.title)
      }
    }
  }

  private func location(_ place: Readout.Place, _ article: ArticleIndex, to writer: inout JSONWriter) {
    let located = LocatedPlace(place, codes: codes)
    writer.key("event_loc")
    writer.object { writer in
      writer.field("extracted_place", article.text[place.span])
      writer.field("resolved_place", place.name)
      writer.field("geonameid", place.geonames)
      writer.field("lat", place.latitude)
      writer.field("lon", place.longitude)
      writer.field("city", located.kind == .city ? place.name : nil)
      writer.field("country", located.state?.name)
      writer.field("country_code", place.country)
      writer.field("resolution", located.kind == .state ? 1 : nil)
    }
  }

  private func citation(_ article: ArticleIndex, to writer: inout JSONWriter) {
    let document = article.document
    writer.key("cite_info")
    writer.object { writer in
      writer.field("citation", article.id)
      writer.field("url", document.uri)
      writer.field("title", document.title?.text)
      writer.field("language", document.language.map { String($0.prefix { $0 != "-" }) })
      writer.field("publication", article.publisher)
      writer.field("coder", article.readout.coder.name)
      writer.field("codebook", "PLOVER 2021")
      writer.field("version", article.readout.coder.release)
    }
  }

  /// What the other fields cannot say.
  private func comment(_ coded: CodedEvent, _ article: ArticleIndex) -> String {
    let event = coded.event
    var parts: [String] = []
    if event.status != .actual { parts.append("status \(event.status.rawValue)") }
    if coded.isConverted { parts.append("coded as \(([event.type.rawValue] + event.modes).joined(separator: " "))") }
    if event.status == .future, let time = article.time(event.time) { parts.append("planned for \(time.value)") }
    if let cameo = coded.cameo { parts.append("CAMEO \(cameo)") }
    if let statement = event.within { parts.append("reported in statement \(statement)") }
    if let occasion = event.occasion { parts.append("during \(occasion)") }
    parts.append("confidence \((event.confidence * 100).rounded() / 100)")
    return parts.joined(separator: "; ")
  }

  /// The clock time of an event, which ISO 8601 has behind the `T`.
  private func clock(_ event: Readout.Event, _ article: ArticleIndex) -> String? {
    guard let value = article.time(event.time)?.value, value.utf8.count > 11, Array(value.utf8)[10] == UInt8(ascii: "T")
    else { return nil }
    let clock = value.dropFirst(11)
    return clock.first?.isNumber == true ? String(clock) : nil
  }

  private static func number(_ quad: QuadClass) -> Int {
    switch quad {
    case .verbalCooperation: 1
    case .materialCooperation: 2
    case .verbalConflict: 3
    case .materialConflict: 4
    }
  }
}
