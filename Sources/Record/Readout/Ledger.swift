extension Readout {
  /// Where a party stands on an issue.
  public struct Position: Sendable, Equatable {
    /// An entity's id.
    public var holder: String
    /// `keyword/PARTIES`, `normalization/JPN-PRK` for instance.
    public var issue: String
    public var label: String
    public var stance: Stance
    /// The id of the statement that shows it.
    public var statement: String?
    /// As the text claims it.
    public var change: Change?

    public init(
      holder: String, issue: String, label: String, stance: Stance, statement: String? = nil, change: Change? = nil
    ) {
      self.holder = holder
      self.issue = issue
      self.label = label
      self.stance = stance
      self.statement = statement
      self.change = change
    }
  }

  /// What somebody has bound themselves to.
  public struct Commitment: Sendable, Equatable {
    /// Entities' ids.
    public var by: String
    public var to: String?
    public var content: Span
    public var kind: CommitmentKind
    public var time: String?
    public var statement: String?

    public init(
      by: String, to: String? = nil, content: Span, kind: CommitmentKind, time: String? = nil,
      statement: String? = nil
    ) {
      self.by = by
      self.to = to
      self.content = content
      self.kind = kind
      self.time = time
      self.statement = statement
    }
  }

  /// What is set or expected to happen.
  public struct AgendaItem: Sendable, Equatable {
    /// An event's id.
    public var event: String?
    public var time: String?
    public var expected: Span
    public var basis: Basis

    public init(event: String? = nil, time: String? = nil, expected: Span, basis: Basis) {
      self.event = event
      self.time = time
      self.expected = expected
      self.basis = basis
    }
  }
}
