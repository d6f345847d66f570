import Record

/// One event with all accounts of it: who tells of it, in what they agree, and where they differ.
public struct LinkedEvent: Sendable, Hashable {
  /// By the number of their article, then as the article has them.
  public let accounts: [EventAccount]

  /// Something on which accounts differ, with who says what.
  public struct Disagreement: Sendable, Hashable {
    /// What it is about.
    public enum Aspect: Sendable, Hashable {
      case day
      case place
      /// Who took part for a state.
      case participants(state: String)
      /// How many of what.
      case figure(unit: String)
      /// Whether it happened.
      case status
    }

    public var aspect: Aspect
    /// Each version and the positions in `accounts` of those who give it, the version of most first.
    public var versions: [Version]

    public struct Version: Sendable, Hashable {
      public var value: String
      public var accounts: [Int]
    }
  }

  /// The accounts on one state's word; `voice` is `nil` for those in an article's own.
  public struct Side: Sendable, Hashable {
    public var voice: String?
    /// Positions in `accounts`.
    public var accounts: [Int]
  }

  init(_ accounts: [EventAccount]) {
    self.accounts = accounts.sorted { ($0.article, $0.span.start, $0.event) < ($1.article, $1.span.start, $1.event) }
  }

  /// One side's account and the other's: by whose word it is, the article's own voice last.
  public var sides: [Side] {
    Dictionary(grouping: accounts.indices, by: { accounts[$0].voice })
      .map { Side(voice: $0.key, accounts: $0.value) }
      .sorted { ($0.voice ?? "~") < ($1.voice ?? "~") }
  }

  /// How many independent origins report it.
  ///
  /// - Parameter groups: of the articles that tell of it, whose positions `position` gives for an article's number.
  public func reports(in groups: OriginGroups, position: (Int) -> Int) -> Int {
    let articles = Set(accounts.map { position($0.article) })
    return groups.groups.count { !articles.isDisjoint(with: $0.articles) }
  }

  /// What accounts say differently; what only one of them says is no disagreement.
  public var disagreements: [Disagreement] {
    var found: [Disagreement] = []
    func note(_ aspect: Disagreement.Aspect, _ value: (EventAccount) -> String?) {
      var versions: [String: [Int]] = [:]
      for (index, account) in accounts.enumerated() {
        if let value = value(account) { versions[value, default: []].append(index) }
      }
      guard versions.count > 1 else { return }
      found.append(
        Disagreement(
          aspect: aspect,
          versions: versions.map { Disagreement.Version(value: $0.key, accounts: $0.value) }
            .sorted { ($1.accounts.count, $0.value) < ($0.accounts.count, $1.value) }))
    }
    note(.day) { $0.days.flatMap { $0.isDay ? $0.description : nil } }
    note(.place) { $0.place?.description }
    for state in Set(accounts.flatMap(\.states)).sorted() {
      note(.participants(state: state)) { account in
        let people = account.parties.filter { $0.state == state && $0.kind != .state }
        return people.isEmpty ? nil : people.sorted().map(\.description).joined(separator: ", ")
      }
    }
    for unit in Set(accounts.flatMap { $0.figures.map(\.unit) }).sorted() {
      note(.figure(unit: unit)) { account in
        let values = Set(account.figures.filter { $0.unit == unit }.map(\.value))
        return values.isEmpty ? nil : values.sorted().joined(separator: ", ")
      }
    }
    note(.status) { account in
      switch account.status {
      case .negated: "negated"
      case .actual, .historical: "actual"
      case .future, .hypothetical: nil
      }
    }
    return found
  }
}
