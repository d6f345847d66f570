import Knowledge
import Record

/// An event as the tables of events have it: what happened, or was said to be coming, on which day.
struct CodedEvent {
  let event: Readout.Event
  /// The record's type, or what a plan of that type is.
  let type: EventType
  /// The record's CAMEO code, or that of a plan; `nil` where there is none.
  let cameo: String?
  let quad: QuadClass?
  /// PLOVER's score.
  let score: Double?
  /// The days on which it happened; for plans the day on which they were reported.
  let days: DaySpan

  /// Whether it is a plan that stands under another type than the record's.
  var isConverted: Bool { type != event.type }

  /// - Parameter toTheDay: whether the table has one day for each event.
  /// - Throws: the reason why it has no place in such tables.
  init(
    _ event: Readout.Event, of article: ArticleIndex, codes: CodeSystems, toTheDay: Bool
  ) throws(Losses.Reason) {
    self.event = event
    switch event.status {
    case .negated: throw .negated
    case .hypothetical: throw .hypothetical
    case .actual, .historical, .future: break
    }
    guard !event.actors.isEmpty else { throw .noActor }
    let cameo = event.cameo ?? codes.plover.cameo(of: event.type, modes: event.modes, contexts: event.contexts)
    if event.status == .future {
      type = try Self.plan(of: event.type)
      self.cameo = type == event.type ? cameo : cameo.flatMap { codes.cameo[$0]?.planned }
    } else {
      type = event.type
      self.cameo = cameo
    }
    if type == event.type {
      quad = event.quad ?? codes.plover.quad(of: type)
      score = event.score ?? codes.plover.score(of: type, modes: event.modes)
    } else {
      quad = codes.plover.quad(of: type)
      score = codes.plover.score(of: type, modes: [])
    }
    days = try Self.days(of: event, article)
    if toTheDay, !days.isDay { throw .inexact }
  }

  /// What somebody does who plans an event: cooperation to come is agreed to, giving way is conceded.
  private static func plan(of type: EventType) throws(Losses.Reason) -> EventType {
    switch type {
    case .consult, .support, .cooperate, .aid, .agree: .agree
    case .retreat, .concede: .concede
    case .request, .accuse, .reject, .threaten, .protest, .sanction, .mobilize, .coerce, .assault: throw .planned
    }
  }

  private static func days(of event: Readout.Event, _ article: ArticleIndex) throws(Losses.Reason) -> DaySpan {
    let published = article.published.map { DaySpan(first: $0, last: $0) }
    // What is planned is done by saying so.
    guard event.status != .future, let time = article.time(event.time), time.type == .date || time.type == .time else {
      guard let published else { throw .undated }
      // Nobody can say when history was.
      if event.status == .historical { throw .inexact }
      return published
    }
    if time.value == "PRESENT_REF", let published { return published }
    guard let days = DaySpan(value: time.value) else { throw .inexact }
    guard let end = time.end.flatMap(DaySpan.init(value:)) else { return days }
    return DaySpan(first: days.first, last: end.last)
  }
}
