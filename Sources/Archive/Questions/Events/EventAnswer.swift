/// Who did what to whom, the latest first.
public struct EventAnswer: Sendable, Equatable {
  /// Each event once, however many articles tell of it.
  public var happenings: [Happening]
  /// Where the next page begins; `nil` where there is no more.
  public var next: PageKey?
}
