import Record

/// By what an archive finds the accounts that can be of one event: the family of types and two of the parties' states, with the
/// days in question.
///
/// Accounts of one event share a key (an event with one state has it twice) and have days that lie no further apart than
/// ``EventLink/dayWindow``.
public struct EventKey: Sendable, Hashable {
  public var family: EventFamily
  /// ISO 3166-1 alpha-3, in alphabetical order; `-` where no state is known.
  public var first: String
  public var second: String
}

extension EventAccount {
  /// All keys: one for each two states.
  public var keys: [EventKey] {
    let states = states.sorted()
    if states.count < 2 {
      let only = states.first ?? "-"
      return [EventKey(family: family, first: only, second: only)]
    }
    return states.indices.flatMap { first in
      states[(first + 1)...].map { EventKey(family: family, first: states[first], second: $0) }
    }
  }

  /// The days on which the event can have been: those that the article gives, else, of what has happened, the week up to the day of
  /// publication; `nil` where nothing tells.
  public var searchDays: DayInterval? {
    if let days { return days }
    guard let published, published.last - published.first <= Self.reportingDays, status == .actual || status == .negated
    else { return nil }
    return DayInterval(first: published.first - Self.reportingDays, last: published.last)
  }

  /// News without a date is not older than that.
  private static let reportingDays = 6
}
