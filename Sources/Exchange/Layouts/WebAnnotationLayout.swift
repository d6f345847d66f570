public import Record

/// W3C Web Annotation (JSON-LD), an annotation a line: entities, statements, events and what follows from them, each with
/// its words and their positions in code points. A discontinuous stretch is several targets of one annotation.
public struct WebAnnotationLayout: Layout {
  public private(set) var losses = Losses()
  private let output: any ExportOutput

  /// The name of the file.
  public static let file = "annotations.jsonl"
  /// How many characters around the words help to find them again in a changed page.
  private static let margin = 32

  public init(to output: any ExportOutput) { self.output = output }

  public mutating func write(_ readout: Readout, context: ExportContext) throws(ExchangeError) {
    losses.count(readout, unheld: [.texts])
    let article = ArticleIndex(readout, context: context)
    var bytes: [UInt8] = []
    var count = 0
    func annotate(_ id: String, _ spans: [Span], _ body: (inout JSONWriter) -> Void) {
      bytes += Self.annotation(id, spans, article, body)
      count += 1
    }
    for entity in readout.entities {
      let spans = entity.mentions.map(\.span)
      if !spans.isEmpty { annotate(entity.id, spans) { Self.entity(entity, &$0) } }
    }
    for statement in readout.statements {
      annotate(statement.id, statement.content.isEmpty ? statement.cue.spans : statement.content) {
        Self.statement(statement, article, &$0)
      }
    }
    for event in readout.events { annotate(event.id, event.trigger) { Self.event(event, article, &$0) } }
    for (index, commitment) in readout.commitments.enumerated() {
      annotate("c\(index + 1)", [commitment.content]) { Self.commitment(commitment, article, &$0) }
    }
    for (index, item) in readout.agenda.enumerated() {
      annotate("a\(index + 1)", [item.expected]) { Self.agendaItem(item, article, &$0) }
    }
    for (index, position) in readout.positions.enumerated() {
      guard let statement = article.statement(position.statement) else {
        losses.leaveOut(.noStatement)
        continue
      }
      annotate("p\(index + 1)", statement.content) { Self.position(position, article, &$0) }
    }
    losses.wrote(count)
    try output.append(bytes, to: Self.file)
  }

  // MARK: Annotation

  private static func annotation(
    _ id: String, _ spans: [Span], _ article: ArticleIndex, _ body: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    let source = article.document.uri ?? "urn:\(article.document.id)"
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("@context", "http://www.w3.org/ns/anno.jsonld")
      writer.field("id", "urn:\(article.document.id)#\(id)")
      writer.field("type", "Annotation")
      writer.field("motivation", "identifying")
      writer.key("body")
      body(&writer)
      writer.key("target")
      if spans.count == 1 {
        target(spans[0], source, article, &writer)
      } else {
        writer.array(spans) { target($1, source, article, &$0) }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static func target(_ span: Span, _ source: String, _ article: ArticleIndex, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("source", source)
      writer.key("selector")
      writer.array([true, false]) { writer, isQuote in
        writer.object { writer in
          guard isQuote else {
            writer.field("type", "TextPositionSelector")
            writer.field("start", span.start)
            writer.field("end", span.end)
            return
          }
          writer.field("type", "TextQuoteSelector")
          writer.field("exact", article.text[span])
          writer.field("prefix", article.text[Span(start: max(0, span.start - margin), end: span.start)])
          writer.field("suffix", article.text[Span(start: span.end, end: span.end + margin)])
        }
      }
    }
  }

  // MARK: Bodies

  private static func entity(_ entity: Readout.Entity, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("type", "Entity")
      writer.field("name", entity.name)
      writer.field("kind", entity.type)
      writer.field("country", entity.country)
      writer.field("code", entity.code)
      writer.field("wikidata", entity.wikidata)
      writer.field("offices", entity.offices.map(\.title))
      writer.field("basis", entity.basis)
    }
  }

  private static func statement(
    _ statement: Readout.Statement, _ article: ArticleIndex, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.field("type", "Statement")
      writer.field("speaker", article.entity(statement.speaker?.entity)?.name)
      writer.spans("speakerSpan", statement.speaker?.span.map { [$0] } ?? [])
      writer.field("act", statement.act)
      writer.field("polarity", statement.polarity)
      writer.field("quotation", statement.quotation)
      writer.field("cue", statement.cue.lemma)
      writer.spans("cueSpans", statement.cue.spans)
      writer.field("addressees", article.names(statement.addressees))
      if !statement.relays.isEmpty {
        writer.key("relays")
        writer.array(statement.relays) { writer, relay in
          writer.object { writer in
            writer.field("name", article.entity(relay.entity)?.name ?? relay.span.map { article.text[$0] })
            writer.spans("span", relay.span.map { [$0] } ?? [])
            writer.field("cue", relay.cue.lemma)
          }
        }
      }
      writer.field("within", statement.within)
      writer.field("occasion", statement.occasion)
      writer.field("time", article.time(statement.time)?.value)
      writer.field("place", article.place(statement.place)?.name)
      writer.field("about", article.names(statement.about))
      writer.field("issues", statement.issues)
      if !statement.conditions.isEmpty {
        writer.key("conditions")
        writer.array(statement.conditions) { writer, condition in
          writer.object { writer in
            writer.field("if", article.text[condition.condition])
            writer.field("then", article.text[condition.consequence])
          }
        }
      }
      writer.field("echoes", statement.echoes)
      writer.field("confidence", hundredths: statement.confidence)
    }
  }

  private static func event(_ event: Readout.Event, _ article: ArticleIndex, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("type", "Event")
      writer.field("eventType", event.type)
      writer.field("modes", event.modes)
      writer.field("contexts", event.contexts)
      writer.field("status", event.status)
      writer.field("cameo", event.cameo)
      writer.field("quad", event.quad)
      writer.field("score", event.score)
      writer.field("actors", article.names(event.actors.map(\.entity)))
      writer.spans("actorSpans", event.actors.map(\.span))
      writer.field("recipients", article.names(event.recipients.map(\.entity)))
      writer.spans("recipientSpans", event.recipients.map(\.span))
      writer.field("time", article.time(event.time)?.value)
      writer.field("place", article.place(event.place)?.name)
      writer.field("within", event.within)
      writer.field("occasion", event.occasion)
      writer.field("confidence", hundredths: event.confidence)
    }
  }

  private static func position(_ position: Readout.Position, _ article: ArticleIndex, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("type", "Position")
      writer.field("holder", article.entity(position.holder)?.name)
      writer.field("issue", position.issue)
      writer.field("stance", position.stance)
      writer.field("change", position.change)
      writer.field("statement", position.statement)
    }
  }

  private static func commitment(
    _ commitment: Readout.Commitment, _ article: ArticleIndex, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.field("type", "Commitment")
      writer.field("by", article.entity(commitment.by)?.name)
      writer.field("to", article.entity(commitment.to)?.name)
      writer.field("kind", commitment.kind)
      writer.field("time", article.time(commitment.time)?.value)
      writer.field("statement", commitment.statement)
    }
  }

  private static func agendaItem(_ item: Readout.AgendaItem, _ article: ArticleIndex, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("type", "AgendaItem")
      writer.field("event", item.event)
      writer.field("time", article.time(item.time)?.value)
      writer.field("basis", item.basis)
    }
  }
}

extension JSONWriter {
  /// Spans, where there are any.
  fileprivate mutating func spans(_ key: StaticString, _ spans: [Span]) {
    if !spans.isEmpty { field(key, spans) }
  }
}
