/// Whom and what a watch is about. Each part that is not empty has to hold; within a part, one of its members is enough.
public struct WatchScope: Sendable, Equatable {
  /// Two parties, by their codes; both have to take part.
  public var dyads: [Dyad] = []
  /// Codes of states or bodies.
  public var countries: [String] = []
  /// Names of people or bodies, whole or the end of one.
  public var people: [String] = []
  /// Keywords (`abductions`) or keys (`abductions/JPN-PRK`) of issues; they narrow what is said, not what is done.
  public var issues: [String] = []
  /// Words of the sentences that are told.
  public var words: [WordPattern] = []

  public init() {}

  /// Two parties, in alphabetical order.
  public struct Dyad: Sendable, Hashable {
    public var first: String
    public var second: String

    public init(_ one: String, _ other: String) { (first, second) = one < other ? (one, other) : (other, one) }
  }

  /// Whether it says of whom it is: by parties, people or words.
  var namesParties: Bool { !dyads.isEmpty || !countries.isEmpty || !people.isEmpty || !words.isEmpty }
}
