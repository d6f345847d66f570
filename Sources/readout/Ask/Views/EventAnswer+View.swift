import Archive

extension EventAnswer: AnswerView {
  func write(to text: inout AnswerText) {
    for happening in happenings { happening.write(to: &text) }
    text.more(false, next: next)
  }

  static let columns = ["happening", "voice", "copies"] + EventReport.columns

  /// A row an account.
  var rows: [(cells: [String?], citation: Citation?)] {
    happenings.flatMap { happening in
      happening.told.map { account in
        let report = account.report
        return (
          [happening.id.map { String($0) }, account.voice?.country, String(report.articles)] + report.cells,
          report.citation
        )
      }
    }
  }
}

extension Happening {
  /// The event as its surest account has it; then, where several tell of it, each side's and what they disagree on. Where all
  /// accounts were asked for, these, side by side.
  func write(to text: inout AnswerText) {
    best.writeItem(to: &text, reports: origins == 1 && articles > 1 ? "in \(articles) copies" : reports)
    var cited: Set<Citation> = []
    if accounts.isEmpty {
      for side in sides {
        text.note("\(Self.name(of: side.voice)):")
        text.cite(side.citation)
        cited.insert(side.citation)
      }
      if !cited.contains(best.citation) { text.cite(best.citation) }
      cited.insert(best.citation)
    }
    var voice: ActorReference??
    for account in accounts {
      if sides.count > 1 || account.voice != nil, voice != account.voice {
        text.note("\(Self.name(of: account.voice)):")
      }
      voice = account.voice
      text.note(account.report.summary)
      text.cite(account.report.citation)
      cited.insert(account.report.citation)
    }
    for disagreement in disagreements {
      text.note(disagreement.aspect == .status ? "It is not agreed that it happened:" : "\(disagreement.heading):")
      for version in disagreement.versions {
        text.note("- \(version.value)\(version.articles > 1 ? " (\(version.articles) articles)" : "")")
        text.cite(version.citation, withWords: cited.insert(version.citation).inserted)
      }
    }
  }

  /// "South Korea's account".
  private static func name(of voice: ActorReference?) -> String {
    voice.map { "\($0.name)\u{2019}s account" } ?? "In the article\u{2019}s own words"
  }
}

extension Happening.Disagreement {
  fileprivate var heading: String { "\(label.prefix(1).uppercased())\(label.dropFirst()) differ" }
}

extension EventReport {
  /// - Parameter reports: How many articles tell of it, in words.
  fileprivate func writeItem(to text: inout AnswerText, reports: String?) {
    text.item(subject, notes + [reports, isCorrected ? "corrected by hand" : nil])
  }

  /// On one line.
  fileprivate var summary: String {
    ([subject] + (notes + [articles > 1 ? "in \(articles) copies" : nil]).compactMap(\.self)).joined(separator: " · ")
  }

  private var subject: String {
    let subject = "\(days) · \(actors.isEmpty ? "somebody not named" : actors.label)"
    return recipients.isEmpty ? subject : "\(subject) → \(recipients.label)"
  }

  private var notes: [String?] { [type.lowercased(), mode, status == "actual" ? nil : status, place] }

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
