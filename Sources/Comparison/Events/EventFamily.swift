import Record

/// Under what two accounts may tell of one event. A meeting that lies ahead is an agreement to meet, so that it may be told again
/// as held; everything else is of one type.
public struct EventFamily: Sendable, Hashable, CustomStringConvertible {
  public let description: String

  init(_ type: EventType, _ status: EventStatus) {
    self.init(type == .consult || type == .agree && status == .future ? "TALKS" : type.rawValue)
  }

  init(_ description: String) { self.description = description }

  static let talks = EventFamily("TALKS")
}
