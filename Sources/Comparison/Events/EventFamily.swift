public import Record

/// Event types under which two accounts may tell of one event: a meeting lies ahead in one article (AGREE) and has been held in
/// another (CONSULT); of the others each is a family of its own.
public struct EventFamily: Sendable, Hashable, CustomStringConvertible {
  public let description: String

  public init(_ type: EventType) {
    switch type {
    case .agree, .consult: description = "TALKS"
    default: description = type.rawValue
    }
  }
}
