import Record

/// A readout to be read: headline, date and place, then meetings, statements, actions, positions, commitments, agenda.
struct TextReport {
  private let readout: Readout
  private let terminal: Terminal
  private let words: SpanText
  private let entities: [String: Readout.Entity]
  private let times: [String: Readout.Time]
  private let places: [String: Readout.Place]
  private var lines: [String] = []

  init(_ readout: Readout, terminal: Terminal) {
    self.readout = readout
    self.terminal = terminal
    words = SpanText(readout.document.text)
    entities = Dictionary(readout.entities.map { ($0.id, $0) }) { first, _ in first }
    times = Dictionary(readout.times.map { ($0.id, $0) }) { first, _ in first }
    places = Dictionary(readout.places.map { ($0.id, $0) }) { first, _ in first }
    writeHead()
    writeEvents("Meetings") { $0.type == .consult }
    writeStatements()
    writeEvents("Actions") { $0.type != .consult }
    writePositions()
    writeCommitments()
    writeAgenda()
    writeWarnings()
  }

  /// The report, with a line break at its end.
  var text: String { lines.joined(separator: "\n") + "\n" }

  // MARK: Sections

  private mutating func writeHead() {
    let document = readout.document
    let title = document.title?.text ?? document.paragraphs.first.map { shortened(words[$0], to: 100) } ?? "Untitled"
    for line in wrapped(title, indent: 0) { lines.append(terminal.paint(line, .bold)) }
    var facts: [String] = []
    if let place = document.dateline?.place.flatMap({ places[$0] }) { facts.append(place.name) }
    if let published = document.published {
      facts.append(document.publishedBasis == "window" ? "about \(day(published))" : day(published))
    } else if let window = document.publishedWindow {
      facts.append(window.to.map { "between \(day(window.from)) and \(day($0))" } ?? "after \(day(window.from))")
    }
    if let agency = document.agency { facts.append(agency.text) }
    if let byline = document.byline { facts.append("by \(byline.text)") }
    if let whose = document.attributedTo?.span { facts.append("on the word of \(words[whose])") }
    if !facts.isEmpty {
      for line in wrapped(facts.joined(separator: " · "), indent: 0) { lines.append(terminal.paint(line, .dim)) }
    }
  }

  private mutating func writeEvents(_ heading: String, where belongs: (Readout.Event) -> Bool) {
    let events = readout.events.filter { belongs($0) && !isInTitle($0.trigger) }
    guard !events.isEmpty else { return }
    write(heading: heading)
    for event in events {
      let actors = names(of: event.actors)
      let recipients = names(of: event.recipients)
      var line = actors.isEmpty ? "?" : actors.joined(separator: event.type == .consult ? " – " : ", ")
      if !recipients.isEmpty { line += (event.type == .consult ? " – " : " → ") + recipients.joined(separator: ", ") }
      var notes = event.type == .consult ? event.modes : [event.type.rawValue.lowercased()] + event.modes
      if event.status != .actual { notes.append(event.status.rawValue) }
      if let time = when(event.time) { notes.append(time) }
      if let place = event.place.flatMap({ places[$0]?.name }) { notes.append(place) }
      write(subject: line, notes: notes, body: sentence(event.sentence, around: event.trigger))
    }
  }

  private mutating func writeStatements() {
    let statements = readout.statements.filter { !isInTitle($0.content) }
    guard !statements.isEmpty else { return }
    write(heading: "Statements")
    for statement in statements {
      var line = statement.speaker.map(name) ?? "(not named)"
      let addressees = statement.addressees.compactMap { entities[$0]?.name }
      if !addressees.isEmpty { line += " → " + addressees.joined(separator: ", ") }
      var notes = [(statement.polarity == .negated ? "not " : "") + statement.act.rawValue]
      for relay in statement.relays {
        let who = relay.entity.flatMap { entities[$0]?.name } ?? relay.span.map { words[$0] } ?? "somebody not named"
        notes.append("on the account of \(who)")
      }
      if let time = when(statement.time) { notes.append(time) }
      if let place = statement.place.flatMap({ places[$0]?.name }) { notes.append(place) }
      let content = statement.content.map { words[$0] }.joined(separator: " … ")
      write(subject: line, notes: notes, body: content, isQuote: statement.quotation == .direct)
      if let evidence = statement.evidence { write(evidence, of: statement) }
    }
  }

  /// What a statement rests on.
  private mutating func write(_ evidence: Readout.Evidence, of statement: Readout.Statement) {
    var parts = ["rule \(evidence.rule.rawValue), cue “\(evidence.entry)” (\((evidence.sure * 100).rounded() / 100))"]
    if let path = evidence.contentPath { parts.append("content: \(path)") }
    if let path = evidence.speakerPath { parts.append("speaker: \(path)") }
    if let tagger = evidence.tagger {
      let scores = [
        ("cue", tagger.cue), ("content", tagger.content), ("link", tagger.link), ("source", tagger.source),
      ]
      parts.append("tagger: " + scores.map { "\($0) \(($1 * 100).rounded() / 100)" }.joined(separator: ", "))
    }
    parts.append("confidence \((statement.confidence * 100).rounded() / 100)")
    for line in wrapped(parts.joined(separator: " · "), indent: 6) { lines.append(terminal.paint(line, .dim)) }
  }

  /// Whether all of it stands in the headline, which the story repeats.
  private func isInTitle(_ spans: [Span]) -> Bool {
    guard let title = readout.document.title?.span, !readout.document.paragraphs.isEmpty else { return false }
    return spans.allSatisfy { title.start <= $0.start && $0.end <= title.end }
  }

  private mutating func writePositions() {
    guard !readout.positions.isEmpty else { return }
    write(heading: "Positions")
    for position in readout.positions {
      var notes = [position.stance.rawValue]
      if let change = position.change { notes.append(change.rawValue) }
      write(subject: entities[position.holder]?.name ?? "?", notes: notes, body: position.label)
    }
  }

  private mutating func writeCommitments() {
    guard !readout.commitments.isEmpty else { return }
    write(heading: "Commitments")
    for commitment in readout.commitments {
      var line = entities[commitment.by]?.name ?? "?"
      if let to = commitment.to.flatMap({ entities[$0]?.name }) { line += " → \(to)" }
      var notes = [commitment.kind.rawValue]
      if let time = when(commitment.time) { notes.append(time) }
      write(subject: line, notes: notes, body: words[commitment.content])
    }
  }

  private mutating func writeAgenda() {
    guard !readout.agenda.isEmpty else { return }
    write(heading: "Agenda")
    for item in readout.agenda {
      write(subject: when(item.time) ?? "No date", notes: [], body: words[item.expected])
    }
  }

  private mutating func writeWarnings() {
    guard !readout.warnings.isEmpty else { return }
    write(heading: "Not resolved")
    for warning in readout.warnings {
      let quote = warning.span.map { " (“\(shortened(words[$0], to: 60))”)" } ?? ""
      for line in wrapped(warning.message + quote, indent: 2) { lines.append(terminal.paint(line, .dim)) }
    }
  }

  // MARK: Lines

  private mutating func write(heading: String) {
    lines.append("")
    lines.append(terminal.paint(heading, .heading))
  }

  private mutating func write(subject: String, notes: [String], body: String, isQuote: Bool = false) {
    let first = notes.isEmpty ? subject : subject + " · " + notes.joined(separator: " · ")
    for (index, line) in wrapped(first, indent: 2).enumerated() {
      // Colour goes by the words that fit on the first line; a wrapped line stays plain.
      if index == 0, line.hasPrefix("  " + subject) {
        let rest = line.dropFirst(2 + subject.count)
        lines.append("  " + terminal.paint(subject, .speaker) + terminal.paint(String(rest), .act))
      } else {
        lines.append(terminal.paint(line, .act))
      }
    }
    for line in wrapped(body, indent: 6) { lines.append(isQuote ? terminal.paint(line, .quote) : line) }
  }

  private func wrapped(_ text: String, indent: Int) -> [String] { terminal.wrapped(text, indent: indent) }

  private func shortened(_ text: String, to length: Int) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= length ? line : String(line.prefix(length - 1)) + "…"
  }

  // MARK: Names and times

  private func name(_ party: Readout.Party) -> String {
    party.entity.flatMap { entities[$0]?.name } ?? party.span.map { words[$0] } ?? "?"
  }

  private func names(of participants: [Readout.Participant]) -> [String] {
    var seen: Set<String> = []
    return participants.filter { seen.insert($0.entity).inserted }.map { entities[$0.entity]?.name ?? words[$0.span] }
  }

  private func when(_ id: String?) -> String? {
    guard let time = id.flatMap({ times[$0] }) else { return nil }
    let written = words[time.span]
    let isDay = time.type == .date && time.value.allSatisfy { $0.isNumber || $0 == "-" }
    return isDay ? day(time.value) : written
  }

  /// "11 September 2018" for a day, and what is written for anything else.
  private func day(_ value: String) -> String {
    let parts = value.prefix(10).split(separator: "-")
    guard parts.count >= 2, let month = Int(parts[1]), (1...12).contains(month) else { return value }
    let name = Self.months[month - 1]
    if parts.count == 3, let day = Int(parts[2]) { return "\(day) \(name) \(parts[0])" }
    return value.count == 7 ? "\(name) \(parts[0])" : value
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// The words of the sentence: all of it where it is short, else what stands around the trigger.
  private func sentence(_ index: Int, around trigger: [Span]) -> String {
    guard readout.document.sentences.indices.contains(index), let first = trigger.first else {
      return trigger.map { words[$0] }.joined(separator: " … ")
    }
    let sentence = readout.document.sentences[index]
    let room = (terminal.width - 6) * 3
    guard sentence.end - sentence.start > room else { return words[sentence] }
    var start = max(sentence.start, first.start - room / 2)
    if start + room > sentence.end { start = sentence.end - room }
    let end = min(sentence.end, start + room)
    // Cut at words.
    var pieces = words[Span(start: start, end: end)].split(whereSeparator: \.isWhitespace)
    if start > sentence.start { pieces[0] = "…" }
    if end < sentence.end { pieces[pieces.count - 1] = "…" }
    return pieces.joined(separator: " ")
  }
}
