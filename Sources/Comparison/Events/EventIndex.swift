/// Finds the events that an account can belong to: by family, two states, and days.
struct EventIndex {
  private struct Entry: Hashable {
    var key: EventKey
    /// A week, counted from 1970; `nil` for what has no day.
    var week: Int?
  }

  private var events: [Entry: Set<Int>] = [:]

  /// A stretch of more weeks than this tells no more than none.
  private static let longest = 6

  mutating func insert(_ account: EventAccount, event: Int) {
    for entry in Self.entries(account, window: 0) { events[entry, default: []].insert(event) }
  }

  /// In ascending order.
  func candidates(for account: EventAccount) -> [Int] {
    Self.entries(account, window: EventLink.dayWindow).reduce(into: Set<Int>()) { $0.formUnion(events[$1] ?? []) }
      .sorted()
  }

  private static func entries(_ account: EventAccount, window: Int) -> [Entry] {
    let weeks = account.searchDays.map { ($0.first - window).floorWeek...($0.last + window).floorWeek }
    return account.keys.flatMap { key -> [Entry] in
      guard let weeks, weeks.count <= longest else { return [Entry(key: key, week: nil)] }
      return weeks.map { Entry(key: key, week: $0) }
    }
  }
}

extension Int {
  /// The week of a day, both counted from 1970.
  fileprivate var floorWeek: Int { self >= 0 ? self / 7 : (self - 6) / 7 }
}
