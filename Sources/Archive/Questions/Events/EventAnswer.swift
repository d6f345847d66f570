/// Who did what to whom, the latest first.
public struct EventAnswer: Sendable, Equatable {
  public var events: [EventReport]
  /// Where the next page begins; `nil` where there is no more.
  public var next: PageKey?
}
