/// Who said what, the latest first.
public struct StatementAnswer: Sendable, Equatable {
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
    /// The articles of this page that carry it in the same words, as copies of one text do.
    public var articles = 1
    public var citation: Citation
  }
}
