import Archive
import Record

/// An answer to be read: a line that says what, the words, and where they stand.
struct AnswerText {
  private let terminal: Terminal
  private var lines: [String] = []

  init(_ answer: some AnswerView, terminal: Terminal) {
    self.terminal = terminal
    answer.write(to: &self)
    if lines.isEmpty { lines = ["No record answers this."] }
  }

  /// The answer, with a line break at its end.
  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    for line in terminal.wrapped(text, indent: 0) { lines.append(terminal.paint(line, .heading)) }
  }

  /// What is asserted, its notes beside it.
  mutating func item(_ subject: String, _ notes: [String?] = []) {
    let all = ([subject] + notes.compactMap(\.self)).joined(separator: " · ")
    for (index, line) in terminal.wrapped(all, indent: 0).enumerated() {
      lines.append(terminal.paint(line, index == 0 ? .speaker : .act))
    }
  }

  /// Something beside the item, below it.
  mutating func note(_ text: String) {
    for line in terminal.wrapped(text, indent: 4) { lines.append(line) }
  }

  /// The words, unless they have been shown already, then the article with the characters.
  mutating func cite(_ citation: Citation, withWords: Bool = true) {
    if withWords {
      for line in terminal.wrapped("“\(citation.words)”", indent: 4) { lines.append(terminal.paint(line, .quote)) }
    }
    let source = citation.source
    let about = [
      source.publisher ?? source.agency, source.day, source.title.map { "“\($0)”" }, source.ref ?? source.uri,
    ]
    let place = about.compactMap(\.self).joined(separator: ", ")
    for line in terminal.wrapped("\(place) [\(citation.span.start)-\(citation.span.end)]", indent: 4) {
      lines.append(terminal.paint(line, .dim))
    }
  }

  /// A line as it stands, for tables.
  mutating func line(_ text: String) { lines.append(text.withoutControls) }

  /// That there is more.
  mutating func more(_ isCut: Bool, next: PageKey? = nil) {
    if let next {
      lines.append(terminal.paint("There is more: --after \(next)", .dim))
    } else if isCut {
      lines.append(terminal.paint("There is more: raise --limit", .dim))
    }
  }
}

extension ActorReference {
  /// "Shinzo Abe (JPN)", and a state by its name alone.
  var label: String {
    guard let country, key?.hasPrefix("state:") != true else { return name }
    return "\(name) (\(country))"
  }
}

extension [ActorReference] {
  /// The names of all, each once.
  var label: String {
    var seen: Set<ActorReference> = []
    return filter { seen.insert($0).inserted }.map(\.label).joined(separator: ", ")
  }
}
