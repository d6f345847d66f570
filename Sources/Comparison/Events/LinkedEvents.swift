import Record

/// Accounts of many articles, put together where they tell of one event.
///
/// Candidates are those of one family and two states whose days are near, so that the work grows with how much is
/// reported of two states in a few days, not with the archive. The order of the input does not matter.
public struct LinkedEvents: Sendable {
  /// By their first account.
  public let events: [LinkedEvent]

  public init(_ accounts: [EventAccount]) {
    // In an order of their own: by day, then by what they say.
    let accounts = accounts.sorted { Self.order($0) < Self.order($1) }
    var members: [[EventAccount]] = []
    var index = EventIndex()
    for account in accounts {
      var best: (strength: Double, event: Int)?
      for event in index.candidates(for: account) {
        // One that cannot be the same as any of them is another event.
        let links = members[event].filter { $0.article != account.article }.map { EventLink(account, $0) }
        let isOwn = links.count < members[event].count
        guard !isOwn, let strength = Self.strength(links), strength > best?.strength ?? 0 else { continue }
        best = (strength, event)
      }
      if let best {
        members[best.event].append(account)
        index.insert(account, event: best.event)
      } else {
        index.insert(account, event: members.count)
        members.append([account])
      }
    }
    events = members.map { LinkedEvent($0) }.sorted { Self.first($0) < Self.first($1) }
  }

  /// The mean over all accounts, `nil` where one of them excludes it.
  private static func strength(_ links: [EventLink?]) -> Double? {
    let strengths = links.compactMap { $0?.strength }
    return strengths.count == links.count && !links.isEmpty ? strengths.reduce(0, +) / Double(links.count) : nil
  }

  private static func order(_ account: EventAccount) -> (Int, String, String, Int, String) {
    (
      account.days?.first ?? account.published?.first ?? .max, account.family.description,
      account.parties.sorted().map(\.description).joined(separator: " "), account.article, account.event
    )
  }

  private static func first(_ event: LinkedEvent) -> (Int, Int, String) {
    event.accounts.first.map { ($0.article, $0.span.start, $0.event) } ?? (0, 0, "")
  }
}
