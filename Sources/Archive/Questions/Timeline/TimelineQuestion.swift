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
      entries = answer.statements.map { .init(day: $0.day, matter: .statement($0), articles: $0.articles, origins: 1) }
    } else {
      var question = EventQuestion()
      question.parties = parties
      question.period = period
      question.statuses = [.actual, .historical]
      question.limit = limit
      let answer = try question.answer(in: database)
      isCut = answer.next != nil
      entries = Self.folded(answer.events)
    }
    return TimelineAnswer(entries: entries.reversed(), isCut: isCut)
  }

  /// Events of one day, type and parties as one entry: the surest telling, and how many articles have it.
  static func folded(_ events: [EventReport]) -> [TimelineAnswer.Entry] {
    struct Key: Hashable {
      var day: String?
      var type: String
      var mode: String?
      var parties: Set<String>
    }
    var order: [Key] = []
    var groups: [Key: [EventReport]] = [:]
    for event in events {
      let key = Key(
        day: event.dated, type: event.type, mode: event.mode, parties: Set(event.parties.map { $0.key ?? $0.name }))
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(event)
    }
    return order.compactMap { key in
      guard let group = groups[key], let best = group.max(by: { $0.confidence < $1.confidence }) else { return nil }
      return TimelineAnswer.Entry(
        day: key.day, matter: .event(best), articles: group.reduce(0) { $0 + $1.articles },
        origins: Set(group.map(\.citation.source.origin)).count)
    }
  }
}
