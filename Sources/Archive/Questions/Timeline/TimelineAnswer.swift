/// What happened and was said, in the order of the days.
public struct TimelineAnswer: Sendable, Equatable {
  public var entries: [Entry]
  /// Whether earlier ones were left out, since there are more than the limit let through.
  public var isCut: Bool

  public struct Entry: Sendable, Equatable {
    public var day: String?
    public var matter: Matter
    /// The articles that tell of it.
    public var articles: Int
  }

  public enum Matter: Sendable, Equatable {
    case event(EventReport)
    case statement(StatementAnswer.Statement)
  }
}
