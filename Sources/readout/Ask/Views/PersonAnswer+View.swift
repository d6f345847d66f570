import Archive

extension PersonAnswer: AnswerView {
  func write(to text: inout AnswerText) {
    text.heading(person.label)
    text.note(([person.key].compactMap(\.self) + names).joined(separator: " · "))
    if !offices.isEmpty { text.heading("Offices") }
    for office in offices {
      text.item(
        [office.title, office.organization ?? office.country].compactMap(\.self).joined(separator: ", "),
        [
          office.office, office.from.map { from in "from \(from)" }, office.to.map { to in "to \(to)" },
          office.firstReported.map { "in articles of \($0) to \(office.lastReported ?? $0)" },
          office.basis == "text" ? nil : "from the knowledge base",
        ])
      text.cite(office.citation)
    }
    if !met.isEmpty { text.heading("Met") }
    for meeting in met {
      text.item(
        meeting.with.label, ["\(meeting.reports) reported", "last \(meeting.latest.days)", meeting.latest.place])
      text.cite(meeting.latest.citation)
    }
    if !said.isEmpty { text.heading("Said") }
    for statement in said { statement.write(to: &text) }
    if !about.isEmpty { text.heading("What was said of them") }
    for statement in about { statement.write(to: &text) }
  }

  static let columns = ["kind", "day", "with", "detail"]

  var rows: [(cells: [String?], citation: Citation?)] {
    var rows: [(cells: [String?], citation: Citation?)] = []
    for office in offices {
      let holder = office.organization ?? office.country
      rows.append((["office", office.from ?? office.firstReported, holder, office.title], office.citation))
    }
    for meeting in met {
      rows.append((["met", meeting.latest.day, meeting.with.name, meeting.latest.place], meeting.latest.citation))
    }
    for statement in said {
      rows.append((["said", statement.day, statement.addressees.label, statement.act], statement.citation))
    }
    for statement in about {
      rows.append((["about", statement.day, statement.speaker?.name, statement.act], statement.citation))
    }
    return rows
  }
}
