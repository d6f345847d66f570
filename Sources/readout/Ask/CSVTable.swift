import Archive
import Record

/// An answer as a table (RFC 4180): a row an assertion, with the article and the characters that it cites in the last columns.
struct CSVTable {
  private(set) var text = ""

  private static let citationColumns = [
    "document", "ref", "uri", "title", "publisher", "published", "start", "end", "words",
  ]

  init<Answer: AnswerView>(_ answer: Answer) {
    add(Answer.columns + Self.citationColumns)
    for (cells, citation) in answer.rows {
      let source = citation?.source
      add(
        cells + [
          source?.document, source?.ref, source?.uri, source?.title, source?.publisher ?? source?.agency, source?.day,
          (citation?.span.start).map(String.init), (citation?.span.end).map(String.init), citation?.words,
        ])
    }
  }

  private mutating func add(_ cells: [String?]) {
    text += cells.map { Self.cell($0 ?? "") }.joined(separator: ",") + "\r\n"
  }

  private static func cell(_ value: String) -> String {
    guard value.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return value }
    return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
