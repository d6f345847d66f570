import Archive

extension StatementAnswer: AnswerView {
  func write(to text: inout AnswerText) {
    for statement in statements { statement.write(to: &text) }
    text.more(false, next: next)
  }

  static let columns = [
    "statement", "day", "speaker", "speakerKey", "speakerCountry", "addressees", "relays", "act", "negated",
    "quotation",
    "issues", "about", "confidence", "articles", "origins",
  ]

  /// A row a wording: those of one statement have its number in this answer.
  var rows: [(cells: [String?], citation: Citation?)] {
    statements.enumerated().flatMap { index, statement in
      let number = String(index + 1)
      let cells: [String?] = [
        number, statement.day, statement.speaker?.name, statement.speaker?.key, statement.speaker?.country,
        statement.addressees.map(\.name).joined(separator: "; "),
        statement.relays.map(\.name).joined(separator: "; "), statement.act, String(statement.isNegated),
        statement.quotation, statement.issues.joined(separator: "; "),
        statement.about.map(\.name).joined(separator: "; "), String(statement.confidence), String(statement.articles),
        String(statement.origins),
      ]
      var rows: [(cells: [String?], citation: Citation?)] = [(cells, statement.citation)]
      for report in statement.reports {
        rows.append(
          (
            [
              number, report.day, statement.speaker?.name, statement.speaker?.key, statement.speaker?.country, nil,
              report.relays.map(\.name).joined(separator: "; "), nil, nil, report.quotation, nil, nil, nil, nil, nil,
            ], report.citation
          ))
      }
      return rows
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
        + [origins == 1 && articles > 1 ? "in \(articles) copies" : spread, isCorrected ? "corrected by hand" : nil])
    text.cite(citation)
    for report in reports {
      let relays = report.relays.isEmpty ? "" : ", on the account of \(report.relays.label)"
      text.note("also\(relays):")
      text.cite(report.citation)
    }
  }
}
