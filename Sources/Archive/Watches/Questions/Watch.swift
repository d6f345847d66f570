/// A standing question: of whom and what somebody wants to be told, and where.
public struct Watch: Sendable, Equatable {
  /// By it the archive knows what it has told already.
  public var name: String
  public var scope = WatchScope()
  public var interest = WatchInterest()
  public var targets: [DeliveryTarget] = []

  public init(name: String) { self.name = name }
}
