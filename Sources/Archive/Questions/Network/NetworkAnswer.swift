/// Who deals with whom: the pairs of most events first, or each pair's figures in the order of time.
public struct NetworkAnswer: Sendable, Equatable {
  public var links: [Link]
  /// Whether there are more than the limit let through.
  public var isCut: Bool

  /// What two states have to do with each other, as articles tell it; each article's telling counts.
  public struct Link: Sendable, Equatable {
    /// Codes of the two, in alphabetical order.
    public var a: String
    public var b: String
    /// The month or year that the figures are of; `nil` for the whole period.
    public var interval: String?
    public var events: Int
    public var verbalCooperation: Int
    public var materialCooperation: Int
    public var verbalConflict: Int
    public var materialConflict: Int
    /// The mean of PLOVER's scores, -10 (conflict) to 10 (cooperation).
    public var meanScore: Double?
    /// The days of the first and of the last.
    public var first: String?
    public var last: String?
    /// The one that came to the archive last.
    public var example: Citation?
  }
}
