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
    /// The independent reports among them: copies of one text count once.
    public var origins: Int

    /// "3 articles, 2 independent"; `nil` for one.
    public var reports: String? {
      guard articles > 1 else { return nil }
      return origins == articles ? "\(articles) articles" : "\(articles) articles, \(origins) independent"
    }
  }

  public enum Matter: Sendable, Equatable {
    case event(EventReport)
    case statement(StatementAnswer.Statement)
  }
}
