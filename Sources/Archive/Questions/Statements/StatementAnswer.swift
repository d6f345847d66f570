/// Who said what, the latest first.
public struct StatementAnswer: Sendable, Equatable {
  /// Each statement once, however many articles give it.
  public var statements: [Statement]
  /// Where the next page begins; `nil` where there is no more.
  public var next: PageKey?

  public struct Statement: Sendable, Equatable {
    /// The statement's id in its record.
    public var id: String
    public var day: String?
    public var speaker: ActorReference?
    public var addressees: [ActorReference]
    /// On whose account it is, nearest to the speaker first.
    public var relays: [ActorReference]
    public var about: [ActorReference]
    public var issues: [String]
    public var act: String
    public var isNegated: Bool
    public var quotation: String
    /// What is attributed, without what stands between its parts.
    public var content: String
    public var confidence: Double
    /// Whether a person has corrected the record there.
    public var isCorrected: Bool
    /// How many articles give it, and how many independent reports they are: copies of one text count once.
    public var articles = 1
    public var origins = 1
    /// How others word it, or who else passed it on.
    public var reports: [Report] = []
    public var citation: Citation

    /// "3 articles, 2 independent"; `nil` for one.
    public var spread: String? { Happening.reports(articles, origins) }
  }

  /// The same statement in another article.
  public struct Report: Sendable, Equatable {
    public var day: String?
    public var relays: [ActorReference]
    public var quotation: String
    public var content: String
    public var citation: Citation
  }
}
