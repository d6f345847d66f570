import GRDB
import Record

/// `brief`: what is new, who met, what changed, who promised what, what is due.
public struct BriefQuestion: Question {
  /// What a brief is about.
  public enum Subject: Sendable, Hashable {
    case pair(Party, Party)
    case party(Party)
    case issue(IssueReference)
  }

  public var subject: Subject
  /// What the page calls it.
  public var name: String
  public var period: Period
  package var today: CalendarDay
  /// How far ahead is looked for what is due, in days.
  public var horizon = 60
  /// The most lines of a section.
  public var limit = 12

  package init(_ subject: Subject, name: String, period: Period, today: CalendarDay) {
    self.subject = subject
    self.name = name
    self.period = period
    self.today = today
  }

  func answer(in database: Database) throws -> Brief {
    var writer = BriefWriter(subject: name, period: period)
    var events = TimelineQuestion()
    events.parties = parties
    events.period = period
    events.limit = 4 * limit
    let statements = try statements(in: database)
    if !parties.isEmpty {
      let (meetings, deeds) = Self.split(try events.answer(in: database).entries, besides: statements)
      writer.addEvents("Who met", meetings.suffix(limit))
      writer.addEvents("What happened", deeds.suffix(limit))
    }
    writer.addStatements(statements)
    writer.addChanges(try tracks(in: database), limit: limit)
    writer.addCommitments(try commitments(in: database))
    writer.addPlans(try plans(in: database))
    return writer.brief
  }

  private var parties: [Party] {
    switch subject {
    case .pair(let first, let second): [first, second]
    case .party(let party): [party]
    case .issue: []
    }
  }

  /// Meetings, and what else happened; what happens only in the words of `statements` is told with these.
  private static func split(
    _ entries: [TimelineAnswer.Entry], besides statements: [StatementAnswer.Statement]
  ) -> (meetings: [TimelineAnswer.Entry], deeds: [TimelineAnswer.Entry]) {
    let told = statements.map(\.citation)
    var meetings: [TimelineAnswer.Entry] = []
    var deeds: [TimelineAnswer.Entry] = []
    for entry in entries {
      guard case .event(let happening) = entry.matter else { continue }
      let event = happening.best
      // What is long past and has no day of its own is not news of the day on which it is recalled.
      if event.status == EventStatus.historical.rawValue, event.day == nil { continue }
      if event.type == EventType.consult.rawValue {
        meetings.append(entry)
      } else if event.quad?.hasPrefix("material") == true || !told.contains(where: event.citation.holds) {
        deeds.append(entry)
      }
    }
    return (meetings, deeds)
  }

  /// Acts by which a speaker does more than state.
  private static let telling: [Act] = [
    .pledge, .offer, .agree, .demand, .urge, .propose, .reject, .deny, .warn, .threaten, .accuse, .criticize, .announce,
    .apologize, .concede, .support, .want,
  ]

  private func statements(in database: Database) throws -> [StatementAnswer.Statement] {
    func ask(_ speaker: Party?, _ topic: Topic?, to addressee: Party? = nil) throws -> [StatementAnswer.Statement] {
      var question = StatementQuestion()
      question.speaker = speaker
      question.addressee = addressee
      question.topic = topic
      question.acts = Self.telling
      question.period = period
      question.limit = limit
      return try question.answer(in: database).statements
    }
    let found =
      switch subject {
      case .pair(let first, let second):
        try ask(first, nil, to: second) + ask(first, .party(second)) + ask(second, nil, to: first)
          + ask(second, .party(first))
      case .party(let party): try ask(party, nil)
      case .issue(let issue): try ask(nil, .issue(issue))
      }
    var seen: Set<Citation> = []
    let unique = found.filter { seen.insert($0.citation).inserted && !$0.isNegated }
    return Array(unique.sorted { ($0.day ?? "") > ($1.day ?? "") }.prefix(limit))
  }

  private func tracks(in database: Database) throws -> [PositionAnswer.Track] {
    var question = PositionQuestion()
    question.holders = parties
    if case .issue(let issue) = subject { question.issue = issue }
    question.period = period
    // Of a pair, what is between them.
    if parties.count == 2 { question.between = parties.compactMap(\.state) }
    return try question.answer(in: database).sides.flatMap { $0 }
  }

  private func commitments(in database: Database) throws -> [CommitmentAnswer.Commitment] {
    func ask(by: Party?, to: Party?) throws -> [CommitmentAnswer.Commitment] {
      var question = CommitmentQuestion(today: today)
      question.by = by
      question.to = to
      question.period = period
      question.limit = limit
      return try question.answer(in: database).commitments
    }
    let found =
      switch subject {
      case .pair(let first, let second): try ask(by: first, to: second) + ask(by: second, to: first)
      case .party(let party): try ask(by: party, to: nil) + ask(by: nil, to: party)
      case .issue: [CommitmentAnswer.Commitment]()
      }
    return Array(found.sorted { ($0.day ?? "") > ($1.day ?? "") }.prefix(limit))
  }

  private func plans(in database: Database) throws -> [AgendaAnswer.Plan] {
    guard !parties.isEmpty else { return [] }
    var question = AgendaQuestion(from: period.first ?? today, today: today)
    question.until = today + horizon
    question.parties = parties
    question.limit = limit
    return try question.answer(in: database).plans
  }
}
