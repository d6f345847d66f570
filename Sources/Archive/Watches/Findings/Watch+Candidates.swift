import Record

extension Watch {
  /// All of an article that the watch asks for, in the order of the text.
  ///
  /// - Parameter precedents: what other articles had before.
  func candidates(in article: WatchedArticle, precedents: some Precedents) throws -> [Candidate] {
    var found = statements(in: article) + events(in: article) + commitments(in: article)
    found += try positions(in: article, precedents) + agenda(in: article, precedents)
    return found.sorted { $0.span < $1.span }
  }

  // MARK: Said

  private func statements(in article: WatchedArticle) -> [Candidate] {
    guard let acts = interest.acts else { return [] }
    return article.readout.statements.compactMap { statement in
      guard acts.contains(statement.act), scope.isAbout(statement.issues) else { return nil }
      let span = article.stretch(of: statement)
      let involved = Involved(
        article.parties(of: statement), issues: statement.issues, in: article)
      guard scope.holds(involved, words: article.words(span), in: article) else { return nil }
      let content = statement.content.map(article.words).joined(separator: " … ")
      return Candidate(
        kind: .statement,
        identity: FindingIdentity(.statement, article.actor(statement.speaker?.entity), Wording(content).text),
        what: article.title(of: statement) + (content.isEmpty ? "" : ": \(content)"),
        day: article.day(of: statement)?.description, span: span)
    }
  }

  private func commitments(in article: WatchedArticle) -> [Candidate] {
    guard interest.commitments else { return [] }
    return article.readout.commitments.compactMap { commitment in
      let statement = article.statement(commitment.statement)
      let issues = statement?.issues ?? []
      guard scope.isAbout(issues) else { return nil }
      let sentence = statement?.sentence ?? article.sentence(at: commitment.content.start)
      let span = article.stretch(sentence: sentence, [commitment.content])
      let involved = Involved(
        [commitment.by, commitment.to] + (statement.map(article.parties) ?? []), issues: issues, in: article)
      guard scope.holds(involved, words: article.words(span), in: article) else { return nil }
      let due = article.days(commitment.time)
      let content = article.words(commitment.content)
      let names = [article.name(commitment.by), article.name(commitment.to)].compactMap { $0 }
      return Candidate(
        kind: .commitment,
        identity: FindingIdentity(.commitment, article.actor(commitment.by), Wording(content).text),
        what: "\(names.joined(separator: " to ")), \(commitment.kind.rawValue): \(content)"
          + (due.map { ", due \($0.text)" } ?? ""),
        day: due?.first.description, span: span)
    }
  }

  private func positions(in article: WatchedArticle, _ precedents: some Precedents) throws -> [Candidate] {
    guard let wanted = interest.positions else { return [] }
    return try article.readout.positions.compactMap { position in
      guard scope.isAbout([position.issue]), let statement = article.statement(position.statement) else { return nil }
      let span = article.stretch(of: statement)
      let involved = Involved(
        [position.holder] + article.parties(of: statement), issues: [position.issue], in: article)
      guard scope.holds(involved, words: article.words(span), in: article) else { return nil }
      let holder = article.actor(position.holder) ?? ""
      let day = article.day(of: statement)?.description
      let past = try day.flatMap { try precedents.position(of: holder, on: position.issue, before: $0) }
      let isOther = past.map { $0.stance != position.stance } ?? false
      let claimed = position.change.flatMap { $0 == .unchanged ? nil : $0 }
      if wanted == .changes, claimed == nil, !isOther || position.change == .unchanged { return nil }
      let before = isOther ? past?.before : nil
      return Candidate(
        kind: .position,
        identity: FindingIdentity(
          .position, holder, position.issue, position.stance.rawValue,
          wanted == .changes ? day : Wording(article.words(span)).text),
        what: "\(article.name(position.holder) ?? position.holder) on \(position.label): \(position.stance.rawValue)"
          + (claimed.map { ", \($0.rawValue) as the text has it" } ?? "")
          + (before.map { "; before: \($0.value)" } ?? ""),
        day: day, span: span, before: before)
    }
  }

  // MARK: Done

  private func events(in article: WatchedArticle) -> [Candidate] {
    guard let types = interest.events else { return [] }
    return article.readout.events.compactMap { event in
      guard event.status == .actual, types.contains(event.type) else { return nil }
      let span = article.stretch(sentence: event.sentence, event.trigger)
      guard scope.holds(Involved(event, in: article), words: article.words(span), in: article) else { return nil }
      let day = (article.days(event.time)?.first ?? article.reported)?.description
      let sides = [event.actors, event.recipients].map { side in
        Set(side.compactMap { article.party($0.entity) }).sorted().joined(separator: ",")
      }
      return Candidate(
        kind: .event,
        identity: FindingIdentity(
          .event, event.type.rawValue, event.modes.first, sides[0], sides[1], day),
        what: article.title(of: event), day: day, span: span)
    }
  }

  // MARK: Planned

  private func agenda(in article: WatchedArticle, _ precedents: some Precedents) throws -> [Candidate] {
    guard let wanted = interest.agenda else { return [] }
    var found: [Candidate] = []
    for item in article.readout.agenda {
      let event = article.event(item.event)
      let sentence = event?.sentence ?? article.sentence(at: item.expected.start)
      let span = article.stretch(sentence: sentence, [item.expected])
      let involved = event.map { Involved($0, in: article) } ?? Involved(inSentence: sentence, of: article)
      guard scope.holds(involved, words: article.words(span), in: article) else { continue }
      let days = article.days(item.time ?? event?.time)
      let plans = try event.map { try self.unfulfilledPlans(like: $0, in: article, precedents) } ?? []
      let isMoved = days.map { days in !plans.isEmpty && !plans.contains { $0.overlaps(days) } } ?? false
      if wanted == .moves, !isMoved { continue }
      let before = isMoved ? plans.first?.before : nil
      let title = event.map(article.title) ?? article.words(item.expected)
      found.append(
        Candidate(
          kind: .agenda,
          identity: event.map {
            FindingIdentity(.agenda, "planned", $0.type.rawValue, article.parties(of: $0), days?.text)
          } ?? FindingIdentity(.agenda, "planned", Wording(article.words(item.expected)).text, days?.text),
          what: title + (days.map { ", \(isMoved ? "now" : "planned for") \($0.text)" } ?? ", planned")
            + (before.map { "; before: \($0.value)" } ?? ""),
          day: days?.first.description, span: span, before: before))
    }
    for event in article.readout.events where event.status == .actual || event.status == .negated {
      let span = article.stretch(sentence: event.sentence, event.trigger)
      guard scope.holds(Involved(event, in: article), words: article.words(span), in: article) else { continue }
      let days = article.days(event.time)
      let plan = try plans(like: event, in: article, precedents, on: event.status == .actual ? days?.first : nil)
        .first { plan in days.map(plan.overlaps) ?? (event.status == .negated) }
      guard let plan else { continue }
      let outcome = event.status == .actual ? "held" : "called off"
      found.append(
        Candidate(
          kind: .agenda,
          identity: FindingIdentity(
            .agenda, outcome, event.type.rawValue, article.parties(of: event), plan.before.value),
          what: "\(article.title(of: event)), \(outcome); before: \(plan.before.value)",
          day: plan.first.description, span: span, before: plan.before))
    }
    return found
  }

  /// What earlier articles planned of the same kind between the same parties, and was not over.
  ///
  /// - Parameter day: on which it must not have been over; the article's where there is none.
  private func plans(
    like event: Readout.Event, in article: WatchedArticle, _ precedents: some Precedents, on day: CalendarDay? = nil
  ) throws -> [PastPlan] {
    let parties = Involved(event, in: article).countries
    guard parties.count > 1, let day = day ?? article.reported else { return [] }
    return try precedents.plans(of: event.type, between: parties, notOverOn: day)
  }

  /// The same, without what took place by this article: that has not moved, another one is planned.
  private func unfulfilledPlans(
    like event: Readout.Event, in article: WatchedArticle, _ precedents: some Precedents
  ) throws -> [PastPlan] {
    let states = Involved(event, in: article).countries
    let held = article.readout.events.filter { other in
      other.status == .actual && other.type == .consult && states.isSubset(of: Involved(other, in: article).countries)
    }.compactMap { article.days($0.time) }
    return try plans(like: event, in: article, precedents).filter { plan in !held.contains(where: plan.overlaps) }
  }
}
