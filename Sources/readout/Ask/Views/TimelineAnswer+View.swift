import Archive

extension TimelineAnswer: AnswerView {
  func write(to text: inout AnswerText) {
    text.more(isCut)
    for entry in entries {
      switch entry.matter {
      case .event(let happening): happening.write(to: &text)
      case .statement(let statement): statement.write(to: &text)
      }
    }
  }

  static let columns = ["day", "kind", "who", "whom", "type", "place", "articles", "origins"]

  var rows: [(cells: [String?], citation: Citation?)] {
    entries.map { entry in
      switch entry.matter {
      case .event(let happening):
        (
          [
            entry.day, "event", happening.best.actors.map(\.name).joined(separator: "; "),
            happening.best.recipients.map(\.name).joined(separator: "; "), happening.best.type, happening.best.place,
            String(entry.articles),
            String(entry.origins),
          ], happening.best.citation
        )
      case .statement(let statement):
        (
          [
            entry.day, "statement", statement.speaker?.name,
            statement.addressees.map(\.name).joined(separator: "; "), statement.act, nil, String(entry.articles),
            String(entry.origins),
          ], statement.citation
        )
      }
    }
  }
}
