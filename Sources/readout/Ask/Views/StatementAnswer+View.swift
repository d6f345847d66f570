import Archive

extension StatementAnswer: AnswerView {
  func write(to text: inout AnswerText) {
    for statement in statements { statement.write(to: &text) }
    text.more(false, next: next)
  }

  static let columns = [
    "day", "speaker", "speakerKey", "speakerCountry", "addressees", "relays", "act", "negated", "quotation", "issues",
    "about", "confidence",
  ]

  var rows: [(cells: [String?], citation: Citation?)] {
    statements.map { statement in
      (
        [
          statement.day, statement.speaker?.name, statement.speaker?.key, statement.speaker?.country,
          statement.addressees.map(\.name).joined(separator: "; "),
          statement.relays.map(\.name).joined(separator: "; "), statement.act, String(statement.isNegated),
          statement.quotation, statement.issues.joined(separator: "; "),
          statement.about.map(\.name).joined(separator: "; "), String(statement.confidence),
        ], statement.citation
      )
    }
  }
}

extension StatementAnswer.Statement {
  func write(to text: inout AnswerText) {
    var subject = "\(day ?? "no date") · \(speaker?.label ?? "somebody not named")"
    if !addressees.isEmpty { subject += " → \(addressees.label)" }
    text.item(
      subject,
      [(isNegated ? "not " : "") + act] + issues + relays.map { "on the account of \($0.label)" }
        + [articles > 1 ? "in \(articles) copies" : nil, isCorrected ? "corrected by hand" : nil])
    text.cite(citation)
  }
}
