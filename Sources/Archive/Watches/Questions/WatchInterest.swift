public import Record

/// Of what kinds of things a watch tells; `nil` and `false` leave a kind out.
public struct WatchInterest: Sendable, Equatable {
  /// Statements of these acts.
  public var acts: Set<Act>?
  /// What has happened, of these types.
  public var events: Set<EventType>?
  public var positions: Positions?
  public var commitments = false
  public var agenda: Agenda?

  public enum Positions: Sendable {
    /// Each that is taken.
    case all
    /// Those that differ from what the same side held before, or that the text calls a change.
    case changes
  }

  public enum Agenda: Sendable {
    /// What is announced, and what becomes of it.
    case all
    /// Only what becomes of what was announced: another date, called off, held.
    case moves
  }

  public init() {}

  /// All that can be told; of events and agenda only where the watch says of whom.
  static func everything(in scope: WatchScope) -> WatchInterest {
    var interest = WatchInterest()
    interest.acts = Set(Act.allCases)
    interest.positions = .all
    interest.commitments = true
    if scope.namesParties || scope.issues.isEmpty {
      interest.events = Set(EventType.allCases)
      interest.agenda = .all
    }
    return interest
  }
}
