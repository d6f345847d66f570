import Record

/// Puts answers into a brief's lines, and numbers the articles that they cite.
struct BriefWriter {
  private(set) var brief: Brief
  private var numbers: [Int64: Int] = [:]

  /// Of longer words only the first are quoted.
  private static let longestQuote = 320

  init(subject: String, period: Period) {
    brief = Brief(subject: subject, period: period.description, sections: [], sources: [])
  }

  mutating func addEvents(_ heading: String, _ entries: some Collection<TimelineAnswer.Entry>) {
    let lines = entries.compactMap { entry -> Brief.Line? in
      guard case .event(let happening) = entry.matter else { return nil }
      let event = happening.best
      var text = Self.names(event.actors)
      if !event.recipients.isEmpty { text += " → " + Self.names(event.recipients) }
      text += ": " + ([event.type.lowercased()] + [event.mode].compactMap(\.self)).joined(separator: ", ")
      if let place = event.place { text += ", \(place)" }
      if event.status != EventStatus.actual.rawValue { text += " (\(event.status))" }
      if let reports = happening.reports {
        text += " (" + ([reports] + happening.disagreements.map(\.summary)).joined(separator: "; ") + ")"
      }
      // What is in dispute is shown in the words of each version.
      let others = happening.disagreements.flatMap(\.versions).map(\.citation).filter { $0 != event.citation }
      return line(entry.day, text, [event.citation] + others.uniqued(by: \.self))
    }
    add(heading, lines)
  }

  mutating func addStatements(_ statements: [StatementAnswer.Statement]) {
    let lines = statements.map { statement in
      var text = statement.speaker?.name ?? "Somebody not named"
      if !statement.addressees.isEmpty { text += " → " + Self.names(statement.addressees) }
      text += ": \(statement.act)"
      if !statement.relays.isEmpty { text += ", on the account of \(Self.names(statement.relays))" }
      if let spread = statement.spread { text += " (\(spread))" }
      return line(statement.day, text, [statement.citation])
    }
    add("Who said what", lines)
  }

  mutating func addChanges(_ tracks: [PositionAnswer.Track], limit: Int) {
    var lines: [Brief.Line] = []
    for track in tracks {
      for stand in track.stands where stand.isChange {
        var text = "\(track.holder.name) on \(track.label) (\(track.issue)): "
        if let before = stand.changedFrom {
          text += "\(before.joined(separator: " and ")), now \(stand.stances.joined(separator: " and "))"
          text += " (by comparison)"
        } else {
          text += stand.stances.joined(separator: " and ")
        }
        if let claimed = stand.claimed { text += "; \(claimed), the text says" }
        lines.append(line(stand.day, text, [stand.citation, stand.previous].compactMap(\.self)))
      }
    }
    lines.sort { ($0.day ?? "") > ($1.day ?? "") }
    add("What changed in positions", Array(lines.prefix(limit)))
  }

  mutating func addCommitments(_ commitments: [CommitmentAnswer.Commitment]) {
    let lines = commitments.map { commitment in
      var text = commitment.by.name
      if let to = commitment.to { text += " → \(to.name)" }
      text += ": \(commitment.kind)"
      if let due = commitment.due {
        text += ", due " + ([due, commitment.dueEnd].compactMap(\.self).uniqued(by: \.self).joined(separator: " to "))
      }
      if commitment.outcome != .unknown {
        text += "; \(commitment.outcome.rawValue)\(commitment.isLate ? " late" : ""), as far as records tell"
      }
      return line(commitment.day, text, [commitment.citation] + commitment.evidence.prefix(1).map(\.citation))
    }
    add("Who promised what", lines)
  }

  mutating func addPlans(_ plans: [AgendaAnswer.Plan]) {
    let lines = plans.compactMap { plan -> Brief.Line? in
      guard let latest = plan.steps.last, let first = plan.steps.first else { return nil }
      var text = plan.parties.isEmpty ? "Planned" : Self.names(plan.parties)
      if let place = plan.place { text += ", \(place)" }
      if let end = plan.dueEnd, end != plan.due { text += ", by \(end)" }
      text += ": \(plan.status.rawValue)"
      let moves = plan.steps.filter { $0.kind == .moved }.count
      if moves > 0, let before = first.due { text += ", moved from \(before)" }
      return line(plan.due, text, (plan.steps.count > 1 ? [latest, first] : [latest]).map(\.citation))
    }
    add("What is due", lines)
  }

  private mutating func add(_ heading: String, _ lines: [Brief.Line]) {
    guard !lines.isEmpty else { return }
    brief.sections.append(Brief.Section(heading: heading, lines: lines))
  }

  private mutating func line(_ day: String?, _ text: String, _ citations: [Citation]) -> Brief.Line {
    Brief.Line(
      day: day, text: text,
      quotes: citations.map { citation in
        Brief.Quote(source: number(of: citation.source), citation: citation.cut(to: Self.longestQuote))
      })
  }

  private mutating func number(of source: Source) -> Int {
    if let number = numbers[source.article] { return number }
    brief.sources.append(source)
    numbers[source.article] = brief.sources.count
    return brief.sources.count
  }

  private static func names(_ actors: [ActorReference]) -> String {
    let names = actors.map(\.name).uniqued(by: \.self)
    return names.isEmpty ? "Somebody not named" : names.joined(separator: ", ")
  }
}
