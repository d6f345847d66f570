/// What happened and was said, in the order of the days.
public struct TimelineAnswer: Sendable, Equatable {
  public var entries: [Entry]
  /// Whether earlier ones were left out, since there are more than the limit let through.
  public var isCut: Bool

  public struct Entry: Sendable, Equatable {
    public var day: String?
    public var matter: Matter

    /// The articles that tell of it.
    public var articles: Int {
      switch matter {
      case .event(let happening): happening.articles
      case .statement(let statement): statement.articles
      }
    }

    /// The independent reports among them: copies of one text count once.
    public var origins: Int {
      switch matter {
      case .event(let happening): happening.origins
      case .statement(let statement): statement.origins
      }
    }
  }

  public enum Matter: Sendable, Equatable {
    case event(Happening)
    case statement(StatementAnswer.Statement)
  }
}
