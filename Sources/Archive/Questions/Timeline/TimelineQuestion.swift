import GRDB
import Record

/// `ask timeline`: what happened, between two, to one, or in an issue, day by day.
public struct TimelineQuestion: Question {
  /// One or two who have a part in what happens; everybody where it is empty.
  public var parties: [Party] = []
  /// What is said on an issue.
  public var issue: IssueReference?
  public var period = Period.always
  public var limit = 50

  public init() {}

  func answer(in database: Database) throws -> TimelineAnswer {
    var entries: [TimelineAnswer.Entry] = []
    var isCut = false
    if let issue {
      var question = StatementQuestion()
      question.topic = .issue(issue)
      question.speaker = parties.first
      question.addressee = parties.count > 1 ? parties[1] : nil
      question.period = period
      question.limit = limit
      let answer = try question.answer(in: database)
      isCut = answer.next != nil
      entries = answer.statements.map { .init(day: $0.day, matter: .statement($0)) }
    } else {
      var question = EventQuestion()
      question.parties = parties
      question.period = period
      question.statuses = [.actual, .historical]
      question.limit = limit
      let answer = try question.answer(in: database)
      isCut = answer.next != nil
      entries = answer.happenings.map { .init(day: $0.best.dated, matter: .event($0)) }
    }
    // An event may be listed by another account than the surest: days that differ by one.
    return TimelineAnswer(entries: entries.reversed().sorted { ($0.day ?? "") < ($1.day ?? "") }, isCut: isCut)
  }
}
