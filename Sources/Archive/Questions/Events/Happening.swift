/// One event with what all articles tell of it.
public struct Happening: Sendable, Equatable {
  /// The number under which the archive keeps its accounts together; another after a repair.
  public var id: Int64?
  /// The surest of the accounts that were asked for.
  public var best: EventReport
  /// How many articles tell of it, and how many independent reports they are: copies of one text count once.
  public var articles = 1
  public var origins = 1
  /// By whose word it is, if anybody's: a state's, the articles' own last.
  public var sides: [Side] = []
  public var disagreements: [Disagreement] = []
  /// All accounts, where they were asked for; those of copies in the same words are one.
  public var accounts: [Account] = []

  /// What is told on one state's word, or in the articles' own.
  public struct Side: Sendable, Equatable {
    /// `nil` for the articles' own.
    public var voice: ActorReference?
    public var articles: Int
    /// The surest of these accounts.
    public var citation: Citation
  }

  /// Something on which not all accounts can be right.
  public struct Disagreement: Sendable, Equatable {
    public var aspect: Aspect
    /// Whose people, by the state's code; what is counted.
    public var of: String?
    /// That of most accounts first.
    public var versions: [Version]
  }

  public enum Aspect: String, Sendable, Equatable {
    case day, place, people, figure, status
  }

  public struct Version: Sendable, Equatable {
    /// As the cited article has it.
    public var value: String
    public var articles: Int
    public var citation: Citation
  }

  /// One article's account.
  public struct Account: Sendable, Equatable {
    /// On whose word.
    public var voice: ActorReference?
    public var report: EventReport
  }

  /// All accounts or, where they were not asked for, the surest.
  public var told: [Account] { accounts.isEmpty ? [Account(voice: nil, report: best)] : accounts }

  /// "3 articles, 2 independent"; `nil` for one.
  public var reports: String? { Self.reports(articles, origins) }

  package static func reports(_ articles: Int, _ origins: Int) -> String? {
    guard articles > 1 else { return nil }
    return origins == articles ? "\(articles) articles" : "\(articles) articles, \(origins) independent"
  }
}

extension Happening.Disagreement {
  /// "days", "who took part for KOR".
  public var label: String {
    switch aspect {
    case .day: "days"
    case .place: "places"
    case .people: "people\(of.map { " (\($0))" } ?? "")"
    case .figure: "figures"
    case .status: "whether it happened"
    }
  }

  /// "days differ: 2018-09-10, 2018-09-11".
  public var summary: String {
    (aspect == .status ? "whether it happened: " : "\(label) differ: ")
      + versions.map(\.value).joined(separator: aspect == .people ? "; " : ", ")
  }
}
