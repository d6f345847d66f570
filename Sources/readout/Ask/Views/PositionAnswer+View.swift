import Archive

extension PositionAnswer: AnswerView {
  func write(to text: inout AnswerText) {
    if sides.count == 2 { return writeSideBySide(to: &text) }
    for track in sides.joined() {
      text.heading("\(track.holder.label) on \(track.label) (\(track.issue))")
      for stand in track.stands { stand.write(to: &text) }
    }
  }

  /// Both sides' stands on an issue together, in the order of time.
  private func writeSideBySide(to text: inout AnswerText) {
    var issues: [String] = []
    for track in sides.joined() where !issues.contains(track.issue) { issues.append(track.issue) }
    // First what both have a stand on.
    let isShared = { (issue: String) in sides.allSatisfy { $0.contains { $0.issue == issue } } }
    for issue in issues.filter(isShared) + issues.filter({ !isShared($0) }) {
      text.heading(issue)
      let tracks = sides.joined().filter { $0.issue == issue }
      let stands = tracks.flatMap { track in track.stands.map { (track.holder, $0) } }
      for (holder, stand) in stands.sorted(by: { ($0.1.day ?? "") < ($1.1.day ?? "") }) {
        stand.write(to: &text, of: holder)
      }
      for (holder, last) in tracks.compactMap({ track in track.stands.last.map { (track.holder, $0) } }) {
        text.note("Now \(holder.label): \(last.stances.joined(separator: " and ")) (since \(last.day ?? "?"))")
      }
    }
  }

  static let columns = [
    "holder", "holderKey", "issue", "day", "lastDay", "stances", "positions", "changedFrom", "claimed",
  ]

  var rows: [(cells: [String?], citation: Citation?)] {
    sides.joined().flatMap { track in
      track.stands.map { stand in
        (
          [
            track.holder.name, track.holder.key, track.issue, stand.day, stand.lastDay,
            stand.stances.joined(separator: "; "), String(stand.count), stand.changedFrom?.joined(separator: "; "),
            stand.claimed,
          ], stand.citation
        )
      }
    }
  }
}

extension PositionAnswer.Stand {
  func write(to text: inout AnswerText, of holder: ActorReference? = nil) {
    let until = lastDay == day ? nil : lastDay.map { "to \($0)" }
    let subject = [day ?? "no date", holder?.label, stances.joined(separator: " and ")].compactMap(\.self)
    text.item(
      subject.joined(separator: " · "),
      [
        until, count > 1 ? "\(count) records" : nil,
        changedFrom.map { "was \($0.joined(separator: " and ")): a change, by comparison" },
        claimed.map { "\($0), the text says" },
      ])
    text.cite(citation)
    if let previous {
      text.note("Before:")
      text.cite(previous)
    }
  }
}
