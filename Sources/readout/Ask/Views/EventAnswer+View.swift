import Archive

extension EventAnswer: AnswerView {
  func write(to text: inout AnswerText) {
    for event in events { event.write(to: &text) }
    text.more(false, next: next)
  }

  static let columns = EventReport.columns

  var rows: [(cells: [String?], citation: Citation?)] { events.map { ($0.cells, $0.citation) } }
}

extension EventReport {
  /// - Parameter reports: How many articles tell of it, in words.
  func write(to text: inout AnswerText, reports: String? = nil) {
    var subject = "\(days) · \(actors.isEmpty ? "somebody not named" : actors.label)"
    if !recipients.isEmpty { subject += " → \(recipients.label)" }
    text.item(
      subject,
      [
        type.lowercased(), mode, status == "actual" ? nil : status, place,
        reports ?? (articles > 1 ? "in \(articles) copies" : nil), isCorrected ? "corrected by hand" : nil,
      ])
    text.cite(citation)
  }

  /// The day, or the first and the last.
  var days: String {
    guard let day else { return dated.map { "reported \($0)" } ?? "no date" }
    return dayEnd == nil || dayEnd == day ? day : "\(day) to \(dayEnd ?? day)"
  }

  static let columns = [
    "day", "dayEnd", "precision", "type", "mode", "status", "actors", "actorCountries", "recipients",
    "recipientCountries", "place", "placeCountry", "cameo", "quad", "score", "confidence",
  ]

  var cells: [String?] {
    [
      day, dayEnd, precision, type, mode, status, actors.map(\.name).joined(separator: "; "),
      actors.map { $0.country ?? "" }.joined(separator: "; "), recipients.map(\.name).joined(separator: "; "),
      recipients.map { $0.country ?? "" }.joined(separator: "; "), place, placeCountry, cameo, quad,
      score.map { String($0) }, String(confidence),
    ]
  }
}
