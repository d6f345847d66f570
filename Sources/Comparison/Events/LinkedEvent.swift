import Record

/// One event with all accounts of it: who tells of it, and where they differ.
public struct LinkedEvent: Sendable, Hashable {
  public let accounts: [EventAccount]

  /// Something on which accounts differ, with who says what.
  public struct Disagreement: Sendable, Hashable {
    /// What it is about.
    public enum Aspect: Sendable, Hashable {
      case day
      case place
      /// Who took part for a state.
      case people(state: String)
      /// How many of what.
      case figure(unit: String)
      /// Whether it happened.
      case status
    }

    public var aspect: Aspect
    /// The version of most accounts first.
    public var versions: [Version]

    public struct Version: Sendable, Hashable {
      /// A day, the key of a place, people's keys, a number, `actual` or `negated`.
      public var values: [String]
      /// Positions in `accounts` of those who give it.
      public var accounts: [Int]
    }
  }

  /// The accounts on one state's word; `voice` is `nil` for those in an article's own.
  public struct Side: Sendable, Hashable {
    public var voice: String?
    /// Positions in `accounts`.
    public var accounts: [Int]
  }

  public init(_ accounts: [EventAccount]) { self.accounts = accounts }

  /// One side's account and the other's: by whose word it is, the article's own voice last.
  public var sides: [Side] {
    Dictionary(grouping: accounts.indices, by: { accounts[$0].voice })
      .map { Side(voice: $0.key, accounts: $0.value) }
      .sorted { ($0.voice ?? "~") < ($1.voice ?? "~") }
  }

  /// On what accounts cannot all be right. What only one of them says, or says more exactly, is no disagreement.
  public var disagreements: [Disagreement] {
    var found: [Disagreement] = []
    func note<Value: Hashable>(
      _ aspect: Disagreement.Aspect, _ value: (EventAccount) -> Value?, _ text: (Value) -> [String],
      contradict: (Value, Value) -> Bool
    ) {
      let versions = versions(value, contradict: contradict).map { value, accounts in
        Disagreement.Version(values: text(value), accounts: accounts)
      }
      guard versions.count > 1 else { return }
      found.append(
        Disagreement(
          aspect: aspect,
          versions: versions.sorted {
            ($1.accounts.count, $0.values.joined(separator: "\t")) < (
              $0.accounts.count, $1.values.joined(separator: "\t")
            )
          }))
    }
    note(.day, { $0.days.flatMap { $0.isDay ? $0 : nil } }, { [$0.description] }, contradict: !=)
    note(.place, { $0.place }, { [$0.key.description] }, contradict: { $0.contradicts($1) })
    for state in Set(accounts.flatMap(\.states)).sorted() {
      note(
        .people(state: state), { $0.people(of: state).nilIfEmpty }, { $0.sorted().map(\.description) },
        contradict: { a, b in !a.areAll(among: b) && !b.areAll(among: a) })
    }
    for unit in Set(accounts.flatMap { $0.figures.map(\.unit) }).sorted() {
      note(
        .figure(unit: unit), { Set($0.figures.filter { $0.unit == unit }.map(\.value)).nilIfEmpty }, { $0.sorted() },
        contradict: { !$0.isSubset(of: $1) && !$1.isSubset(of: $0) })
    }
    note(
      .status,
      { [.actual, .historical].contains($0.status) ? EventStatus.actual : $0.status == .negated ? .negated : nil },
      { [$0.rawValue] }, contradict: !=)
    return found
  }

  /// The values that contradict another, with the accounts that give them.
  private func versions<Value: Hashable>(
    _ value: (EventAccount) -> Value?, contradict: (Value, Value) -> Bool
  ) -> [(value: Value, accounts: [Int])] {
    var accountsOfValue: [Value: [Int]] = [:]
    for (index, account) in accounts.enumerated() {
      if let value = value(account) { accountsOfValue[value, default: []].append(index) }
    }
    guard accountsOfValue.count > 1 else { return [] }
    return accountsOfValue.filter { value, _ in accountsOfValue.keys.contains { contradict(value, $0) } }
      .map { ($0.key, $0.value) }
  }
}

extension Set {
  fileprivate var nilIfEmpty: Self? { isEmpty ? nil : self }
}

extension Set<ActorKey> {
  /// Whether `others` name each of these, be it in another form.
  fileprivate func areAll(among others: Set<ActorKey>) -> Bool {
    allSatisfy { one in others.contains { one.canBe($0) } }
  }
}
