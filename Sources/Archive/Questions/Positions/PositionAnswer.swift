/// Where parties stand, side by side.
public struct PositionAnswer: Sendable, Equatable {
  /// The tracks of each party that was asked for, in its order.
  public var sides: [[Track]]

  /// One holder's stand on one issue, in the order of time.
  public struct Track: Sendable, Equatable {
    public var holder: ActorReference
    /// `keyword/PARTIES`
    public var issue: String
    public var label: String
    /// Positions read, each article's counting.
    public var count: Int
    public var stands: [Stand]
  }

  /// A stance from its first day to its last, or until something is said to have changed.
  public struct Stand: Sendable, Equatable {
    public var day: String?
    public var lastDay: String?
    /// The record's stances; more than one where the day has more.
    public var stances: [String]
    /// Positions read that show it.
    public var count: Int
    /// `softened`, `hardened` or `new`, where the text claims so.
    public var claimed: String?
    /// The stances before, where comparison shows that they are others.
    public var changedFrom: [String]?
    /// The sentence that shows it first.
    public var citation: Citation
    /// The last sentence with the stance before.
    public var previous: Citation?

    /// Whether it is a change, by comparison or by the text's own word.
    public var isChange: Bool { changedFrom != nil || claimed != nil }
  }
}
