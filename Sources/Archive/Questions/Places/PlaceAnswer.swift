/// Where things happen, the places of most events first.
public struct PlaceAnswer: Sendable, Equatable {
  public var places: [Place]
  /// Whether there are more than the limit let through.
  public var isCut: Bool
  /// What happens at the one place asked for, the latest first.
  public var events: [Happening]

  public struct Place: Sendable, Equatable {
    public var name: String
    public var country: String?
    /// Degrees north and east.
    public var latitude: Double?
    public var longitude: Double?
    public var events: Int
    /// The days of the first and of the last.
    public var first: String?
    public var last: String?
    public var latest: EventReport?
  }
}
