import Record

/// Whether two accounts, of different articles, tell of one event, and how surely.
///
/// Wrong is worse than missed: what two articles say must agree in family, parties, days and way of meeting, and something beyond
/// that must tie it together. For meetings that can be the people or the day with the place; everything else that two states
/// do to each other, they may do twice a day, so that words have to tell that it is the same.
public struct EventLink: Sendable, Hashable {
  /// Two days are taken for one where they lie so far apart and all else agrees: zones of time and days of reports shift them.
  public static let dayWindow = 1

  /// From above 0: 1 for each state, person or body that both name, 1 for the same day, 1 for the same place, 2 times the part of the
  /// words that both have.
  public let strength: Double

  /// How alike the words of two sentences are: the part of the shorter one's that the other has, and how many these are.
  private struct Wording {
    let share: Double
    let count: Int

    init(_ a: Set<UInt32>, _ b: Set<UInt32>) {
      count = a.intersection(b).count
      share = count == 0 ? 0 : Double(count) / Double(min(a.count, b.count))
    }

    /// Enough where parties and days agree.
    var isAlike: Bool { share >= 0.5 && count >= 3 }
    /// Enough where something is left open, or differs: other places, other people of a state, one actor alone.
    var isCloselyAlike: Bool { share >= 0.6 && count >= 4 }
    /// Enough where no day is known.
    var isAlmostTheSame: Bool { share >= 0.75 && count >= 5 }
  }

  /// `nil` where they cannot be one event, or nothing says that they are.
  public init?(_ a: EventAccount, _ b: EventAccount) {
    guard a.article != b.article, a.family == b.family, Self.agreeInStatus(a, b), Self.agreeInMode(a, b) else {
      return nil
    }
    let states = a.states.intersection(b.states)
    let actors = a.parties.intersection(b.parties).filter { $0.kind != .state && $0.kind != .place }
    let isCopied = a.sentence != nil && a.sentence == b.sentence && a.parties == b.parties && a.states == b.states
    guard isCopied || states.count > 1 || !actors.isEmpty else { return nil }
    let wording = Wording(a.words, b.words)
    let others = Self.statesWithOthers(a, b)
    let isClose = isCopied || wording.isCloselyAlike
    if others > 1 || (others > 0 || Self.nameOtherPlaces(a, b)) && !isClose { return nil }
    // What one side does alone resembles much else that it does.
    if states.count < 2, !isClose { return nil }

    let samePlace = a.place?.isCity == true && a.place?.key == b.place?.key
    var isSameDay = false
    if let first = a.searchDays, let second = b.searchDays {
      let distance = first.distance(to: second)
      isSameDay = distance == 0 && a.days?.isDay == true && b.days?.isDay == true
      let isAlike = isCopied || wording.isAlike
      let isMeeting = a.family == .talks
      // The same two people do not meet twice in the days that an article without a day can mean.
      let isMeetingOfTwo = isMeeting && Set(actors.filter { $0.kind == .person }.map(\.state)).count > 1
      let isMeetingOfDay = isMeeting && isSameDay && (!actors.isEmpty || samePlace || wording.count > 1)
      guard distance == 0 ? isAlike || isMeetingOfTwo || isMeetingOfDay : distance <= Self.dayWindow && isAlike
      else { return nil }
    } else if !isCopied, !wording.isAlmostTheSame {
      return nil
    }
    strength =
      Double(states.count + actors.count) + (isSameDay ? 1 : 0) + (samePlace ? 1 : 0) + 2
      * (isCopied ? 1 : wording.share)
  }

  /// How well an account fits what others tell of one event: the mean over them; `nil` where one of them excludes it.
  public static func strength(of account: EventAccount, among accounts: some Collection<EventAccount>) -> Double? {
    var sum = 0.0
    for other in accounts {
      guard let link = EventLink(account, other) else { return nil }
      sum += link.strength
    }
    return accounts.isEmpty ? nil : sum / Double(accounts.count)
  }

  /// What has happened or is denied to have is not what only might.
  private static func agreeInStatus(_ a: EventAccount, _ b: EventAccount) -> Bool {
    (a.status == .hypothetical) == (b.status == .hypothetical)
  }

  /// A call is no visit.
  private static func agreeInMode(_ a: EventAccount, _ b: EventAccount) -> Bool {
    a.family != .talks || a.modes.isEmpty || b.modes.isEmpty || a.modes.contains("phone") == b.modes.contains("phone")
  }

  /// For how many states both name people, and other people.
  private static func statesWithOthers(_ a: EventAccount, _ b: EventAccount) -> Int {
    a.states.intersection(b.states).count { state in
      let (first, second) = (a.people(of: state), b.people(of: state))
      // Who holds an office may be one of those named.
      if first.isEmpty || second.isEmpty {
        let (first, second) = (first.union(a.offices(of: state)), second.union(b.offices(of: state)))
        return first.allSatisfy { $0.kind == .office } && second.allSatisfy { $0.kind == .office }
          && !first.isEmpty && !second.isEmpty && first.isDisjoint(with: second)
      }
      return !first.contains { one in second.contains { one.canBe($0) } }
    }
  }

  /// Whether they place it in different states.
  private static func nameOtherPlaces(_ a: EventAccount, _ b: EventAccount) -> Bool {
    guard let first = a.place?.key.state, let second = b.place?.key.state else { return false }
    return first != second
  }
}
