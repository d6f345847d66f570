/// What is planned, the earliest first.
public struct AgendaAnswer: Sendable, Equatable {
  public var plans: [Plan]
  /// Whether there are more than the limit let through.
  public var isCut: Bool

  /// Something planned, as all articles that tell of it have it.
  public struct Plan: Sendable, Equatable {
    /// PLOVER's type of what is planned; `nil` where the record has no event for it.
    public var type: String?
    public var parties: [ActorReference]
    public var place: String?
    public var status: Status
    /// The first and the last day that it is set for, by the latest word on it.
    public var due: String?
    public var dueEnd: String?
    public var precision: String?
    /// How it came to that, in the order of the articles.
    public var steps: [Step]

    /// The latest words on it.
    public var latest: Step? { steps.last }
  }

  /// Where a plan is.
  public enum Status: String, Sendable, CaseIterable {
    case planned
    /// A record tells that it took place.
    case held
    /// A record tells that it will not or did not take place.
    case cancelled
    /// Its days are past, and no record tells of an event that came of it.
    case past
  }

  /// What one article says of a plan.
  public struct Step: Sendable, Equatable {
    public var kind: Kind
    /// The day of the article.
    public var reported: String?
    /// The days that it gives.
    public var due: String?
    public var dueEnd: String?
    /// By what an article is known to speak of the same: of `parties`, `type`, `day`, `place`, `words`.
    public var agreesIn: [String]
    public var citation: Citation

    public enum Kind: String, Sendable {
      case announced
      /// The same days again, or one of the days that were open before.
      case confirmed
      /// Other days.
      case moved
      case cancelled
      case held
    }
  }
}
