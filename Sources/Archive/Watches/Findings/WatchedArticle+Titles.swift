import Record

/// What is said of a statement or event in a line.
extension WatchedArticle {
  /// Who takes part in a statement, by local ids.
  func parties(of statement: Readout.Statement) -> [String?] {
    [statement.speaker?.entity] + statement.addressees + statement.about
  }

  /// The parties of an event as its identity has them.
  func parties(of event: Readout.Event) -> String {
    Set((event.actors + event.recipients).compactMap { party($0.entity) }).sorted().joined(separator: ",")
  }

  /// When it was said: as the text has it, else when it was reported.
  func day(of statement: Readout.Statement) -> CalendarDay? { days(statement.time)?.first ?? reported }

  /// The sentences that hold a statement with its cue.
  func stretch(of statement: Readout.Statement) -> Span {
    stretch(sentence: statement.sentence, statement.content + statement.cue.spans)
  }

  /// `Ada Lind (pledge, to Sweden)`.
  func title(of statement: Readout.Statement) -> String {
    let speaker = name(statement.speaker?.entity) ?? statement.speaker?.span.map(words) ?? "somebody not named"
    let addressees = statement.addressees.compactMap(name)
    let relays = statement.relays.compactMap { name($0.entity) ?? $0.span.map(words) }
    let parts = [
      statement.polarity == .negated ? "no \(statement.act.rawValue)" : statement.act.rawValue,
      addressees.isEmpty ? nil : "to \(addressees.joined(separator: ", "))",
      relays.isEmpty ? nil : "according to \(relays.joined(separator: ", "))",
    ]
    return "\(speaker) (\(parts.compactMap { $0 }.joined(separator: ", ")))"
  }

  /// `Ada Lind > Sweden: SANCTION (discontinue)`.
  func title(of event: Readout.Event) -> String {
    let sides = [event.actors, event.recipients].map { side in
      var seen: Set<String> = []
      return side.compactMap { name($0.entity) }.filter { seen.insert($0).inserted }.joined(separator: ", ")
    }
    let parties = sides.filter { !$0.isEmpty }.joined(separator: " > ")
    let modes = event.modes.isEmpty ? "" : " (\(event.modes.joined(separator: ", ")))"
    let source = statement(event.within).map { name($0.speaker?.entity) ?? $0.speaker?.span.map(words) ?? "somebody" }
    return "\(parties): \(event.type.rawValue)\(modes)" + (source.map { ", says \($0)" } ?? "")
  }
}

extension Involved {
  init(_ event: Readout.Event, in article: WatchedArticle) {
    let participants = event.actors + event.recipients
    self.init(participants.map(\.entity), countries: participants.map(\.country), in: article)
  }

  /// Those of the statements of a sentence.
  init(inSentence sentence: Int, of article: WatchedArticle) {
    let statements = article.statements(inSentence: sentence)
    self.init(statements.flatMap(article.parties), issues: statements.flatMap(\.issues), in: article)
  }
}
