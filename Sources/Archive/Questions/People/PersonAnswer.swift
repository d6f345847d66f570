/// What the archive has on somebody.
public struct PersonAnswer: Sendable, Equatable {
  public var person: ActorReference
  /// The record's type: a person, or a body.
  public var type: String
  /// What else articles call them.
  public var names: [String]
  /// The latest first.
  public var offices: [Office]
  /// What they said, and what was said of them, the latest first.
  public var said: [StatementAnswer.Statement]
  public var about: [StatementAnswer.Statement]
  /// Whom they met, the latest first.
  public var met: [Meeting]

  /// An office as articles give it.
  public struct Office: Sendable, Equatable {
    public var title: String
    public var office: String
    public var country: String?
    public var organization: String?
    /// When it was held, where the knowledge base knows.
    public var from: String?
    public var to: String?
    /// `text` or `knowledge`.
    public var basis: String
    /// The days of the first and of the last article that gives it.
    public var firstReported: String?
    public var lastReported: String?
    public var articles: Int
    /// The name in one of these articles.
    public var citation: Citation
  }

  /// Somebody met.
  public struct Meeting: Sendable, Equatable {
    public var with: ActorReference
    /// Tellings of meetings, each article's counting.
    public var reports: Int
    public var latest: EventReport
  }
}
