/// Who promised what to whom, and what came of it, the latest first.
public struct CommitmentAnswer: Sendable, Equatable {
  public var commitments: [Commitment]
  /// Where the next page begins; `nil` where there is no more.
  public var next: PageKey?

  public struct Commitment: Sendable, Equatable {
    public var by: ActorReference
    public var to: ActorReference?
    /// `pledge`, `agreement` or `offer`.
    public var kind: String
    public var day: String?
    /// The first and the last day that it is due on.
    public var due: String?
    public var dueEnd: String?
    public var precision: String?
    public var outcome: Outcome
    /// What the outcome is inferred from.
    public var evidence: [Evidence]
    /// The articles of this page that carry it in the same words, as copies of one text do.
    public var articles = 1
    /// The words of the promise.
    public var citation: Citation

    /// Whether it was kept, but only after the day that it was due on.
    public var isLate: Bool {
      outcome == .kept && due != nil && !evidence.contains { $0.kind == .deed && $0.agreesIn.contains("day") }
    }
  }

  /// What came of a promise, as far as later records tell.
  public enum Outcome: String, Sendable, CaseIterable {
    /// Later the same parties did what was promised; see ``Commitment/isLate``.
    case kept
    /// The one who promised took it back, refused it, or did not do it.
    case broken
    /// The day is past, and no record says that it was done.
    case overdue
    /// Promised again later, and not known to be kept or broken.
    case repeated
    /// No record tells.
    case unknown

    /// Whether there is still something to be done, for all that is known.
    public var isOpen: Bool { self != .kept && self != .broken }
  }

  /// A later record, and what it has in common with the promise.
  public struct Evidence: Sendable, Equatable {
    public var kind: Kind
    public var day: String?
    /// Of `parties`, `words`, `day`.
    public var agreesIn: [String]
    public var citation: Citation

    public enum Kind: String, Sendable {
      /// Something was done.
      case deed
      /// Something was not done, or refused.
      case refusal
      /// The one who promised rejects or denies.
      case denial
      /// The same was promised again.
      case repetition
    }
  }
}
