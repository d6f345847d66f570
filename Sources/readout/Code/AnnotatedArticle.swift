import Record

/// A readout as a part of a web page: the article with every span marked, and beside it what was read from it.
struct AnnotatedArticle {
  private let readout: Readout
  private let words: SpanText
  private let names: [String: String]
  private let times: [String: String]
  private let places: [String: String]
  /// Keeps the ids of several articles on a page apart.
  private let prefix: String

  init(_ readout: Readout) {
    self.readout = readout
    words = SpanText(readout.document.text)
    names = Dictionary(readout.entities.map { ($0.id, $0.name) }) { first, _ in first }
    times = Dictionary(readout.times.map { ($0.id, $0.value) }) { first, _ in first }
    places = Dictionary(readout.places.map { ($0.id, $0.name) }) { first, _ in first }
    prefix = "d" + readout.document.id.suffix(8) + "-"
  }

  var html: String {
    let document = readout.document
    let heading = document.title?.text ?? document.ref ?? document.uri ?? "Untitled"
    var facts: [String] = []
    if let place = document.dateline?.place.flatMap({ places[$0] }) { facts.append(place) }
    if let published = document.published { facts.append(published) }
    if let window = document.publishedWindow {
      facts.append(window.to.map { "between \(window.from) and \($0)" } ?? "after \(window.from)")
    }
    if let agency = document.agency?.text { facts.append(agency) }
    return """
      <article lang="\((document.language ?? "en").escapedForHTML)">
      <header><h1>\(heading.escapedForHTML)</h1><p>\(facts.joined(separator: " · ").escapedForHTML)</p></header>
      <div class="columns">
      <div class="text">\(MarkedText(document.text, marks: marks).html)</div>
      <aside aria-label="Readout">
      \(list("Statements", readout.statements.map { ($0.id, subject(of: $0), tell($0), $0.content.first) }))
      \(list("Events", readout.events.map { ($0.id, subject(of: $0), tell($0), $0.trigger.first) }))
      \(list("Positions", readout.positions.map { ($0.statement, name($0.holder), "\($0.stance.rawValue): \($0.label)", nil) }))
      \(list("Commitments", readout.commitments.map { ($0.statement, name($0.by), $0.kind.rawValue, $0.content) }))
      \(list("Agenda", readout.agenda.map { ($0.event, $0.time.flatMap { times[$0] } ?? "no date", "", $0.expected) }))
      </aside>
      </div>
      </article>

      """
  }

  // MARK: Marks

  private var marks: [MarkedText.Mark] {
    var marks: [MarkedText.Mark] = []
    let document = readout.document
    for span in document.furniture { marks.append(.init(span: span, kind: "fu", tell: "not the story")) }
    if let span = document.title?.span { marks.append(.init(span: span, kind: "ti", tell: "title")) }
    if let span = document.byline?.span { marks.append(.init(span: span, kind: "cr", tell: "byline")) }
    if let span = document.dateline?.span { marks.append(.init(span: span, kind: "cr", tell: "dateline")) }
    if let span = document.agency?.span { marks.append(.init(span: span, kind: "cr", tell: "agency")) }
    for statement in readout.statements {
      let tell = "\(subject(of: statement)): \(self.tell(statement))"
      for (number, span) in statement.content.enumerated() {
        marks.append(.init(span: span, kind: "st", tell: tell, id: number == 0 ? prefix + statement.id : nil))
      }
      for span in statement.cue.spans { marks.append(.init(span: span, kind: "cu", tell: "cue of \(tell)")) }
    }
    for event in readout.events {
      let tell = "\(subject(of: event)): \(self.tell(event))"
      for (number, span) in event.trigger.enumerated() {
        marks.append(.init(span: span, kind: "ev", tell: tell, id: number == 0 ? prefix + event.id : nil))
      }
    }
    for entity in readout.entities {
      let offices = entity.offices.map(\.title).joined(separator: ", ")
      let country = entity.country.map { ", \($0)" } ?? ""
      for mention in entity.mentions {
        let members = mention.members.isEmpty ? "" : " (\(mention.members.map(name).joined(separator: ", ")))"
        let tell = "\(entity.name)\(members): \(entity.type.rawValue)\(country)\(offices.isEmpty ? "" : "; \(offices)")"
        marks.append(.init(span: mention.span, kind: "en", tell: tell))
      }
    }
    for time in readout.times {
      marks.append(.init(span: time.span, kind: "tm", tell: "\(time.type.rawValue) \(time.value)"))
    }
    for place in readout.places {
      marks.append(.init(span: place.span, kind: "pl", tell: "\(place.name)\(place.country.map { ", \($0)" } ?? "")"))
    }
    return marks
  }

  private func name(_ id: String) -> String { names[id] ?? id }

  private func subject(of statement: Readout.Statement) -> String {
    let speaker = statement.speaker?.entity.map(name) ?? statement.speaker?.span.map { words[$0] } ?? "not named"
    return statement.addressees.isEmpty
      ? speaker : "\(speaker) → \(statement.addressees.map(name).joined(separator: ", "))"
  }

  private func subject(of event: Readout.Event) -> String {
    let actors = event.actors.map { name($0.entity) }.joined(separator: ", ")
    let recipients = event.recipients.map { name($0.entity) }.joined(separator: ", ")
    return (actors.isEmpty ? "?" : actors) + (recipients.isEmpty ? "" : " → \(recipients)")
  }

  private func tell(_ statement: Readout.Statement) -> String {
    var parts = [(statement.polarity == .negated ? "not " : "") + statement.act.rawValue, statement.quotation.rawValue]
    for relay in statement.relays {
      parts.append(
        "on the account of \(relay.entity.map(name) ?? relay.span.map { words[$0] } ?? "somebody not named")")
    }
    if let time = statement.time.flatMap({ times[$0] }) { parts.append(time) }
    return parts.joined(separator: ", ")
  }

  private func tell(_ event: Readout.Event) -> String {
    var parts = [event.type.rawValue] + event.modes + [event.status.rawValue]
    if let time = event.time.flatMap({ times[$0] }) { parts.append(time) }
    if let place = event.place.flatMap({ places[$0] }) { parts.append(place) }
    return parts.joined(separator: ", ")
  }

  // MARK: Lists

  private func list(_ heading: String, _ rows: [(id: String?, subject: String, tell: String, span: Span?)]) -> String {
    guard !rows.isEmpty else { return "" }
    let items = rows.map { row in
      let quote = row.span.map { " <em>\(shortened(words[$0]).escapedForHTML)</em>" } ?? ""
      let subject = row.subject.escapedForHTML
      let link = row.id.map { "<a href=\"#\(prefix)\($0)\">\(subject)</a>" } ?? "<b>\(subject)</b>"
      return "<li>\(link) <span>\(row.tell.escapedForHTML)</span>\(quote)</li>"
    }
    return "<section><h2>\(heading)</h2><ul>\n\(items.joined(separator: "\n"))\n</ul></section>"
  }

  private func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 140 ? line : String(line.prefix(139)) + "…"
  }
}
