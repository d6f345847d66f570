package import Record

/// What an annotator marked in a text, as PolNeAR gives it: brat's standoff format.
///
/// A line `T1	Source 89 106	The Post` is a span, or several apart by semicolons; `E1	Attribution:T4 Content:T3 Cue:T2
/// Source:T1` an attribution. Offsets are half-open and count Unicode scalars.
package struct StandoffAnnotation: Sendable, Equatable {
  /// Those with a content.
  package private(set) var statements: [MarkedStatement] = []
  /// What is no part of the story: headings, captions, what the page repeats.
  package private(set) var discarded: [Span] = []

  /// - Throws: ``StandoffError`` where a line does not keep to the format.
  package init(_ text: String) throws(StandoffError) {
    var spans: [Substring: [Span]] = [:]
    var events: [Substring] = []
    for (index, line) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let columns = Substring(line).split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count > 1, let name = columns.first else { continue }
      if name.hasPrefix("T"), columns.count > 2 {
        let parts = columns[1].split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { throw StandoffError(line: index + 1, message: "a mark wants a name and offsets") }
        spans[name] = try Self.spans(parts[1], line: index + 1)
        if parts[0] == "Discard" { discarded += spans[name] ?? [] }
      } else if name.hasPrefix("E") {
        events.append(columns[1])
      }
    }
    for event in events {
      var statement = MarkedStatement(content: [])
      for argument in event.split(whereSeparator: \.isWhitespace) {
        let parts = argument.split(separator: ":")
        guard parts.count == 2, let marked = spans[parts[1]] else { continue }
        // brat numbers a role that is filled twice: "Content2".
        var role = parts[0].lowercased()
        while role.last?.isNumber == true { role.removeLast() }
        switch role {
        case "source": statement.source += marked
        case "cue": statement.cue += marked
        case "content": statement.content += marked
        default: continue
        }
      }
      if !statement.content.isEmpty { statements.append(statement) }
    }
  }

  private static func spans(_ text: Substring, line: Int) throws(StandoffError) -> [Span] {
    var found: [Span] = []
    for part in text.split(separator: ";") {
      let offsets = part.split(separator: " ").compactMap { Int($0) }
      guard offsets.count == 2, offsets[0] >= 0, offsets[0] <= offsets[1] else {
        throw StandoffError(line: line, message: "“\(part)” is no pair of offsets")
      }
      found.append(Span(start: offsets[0], end: offsets[1]))
    }
    return found
  }
}

/// What is wrong with an annotation, and in which line, counted from 1.
package struct StandoffError: Error, Sendable, Equatable, CustomStringConvertible {
  package var line: Int
  package var message: String
  package var description: String { "line \(line): \(message)" }
}
