import Record

/// Whether two accounts, of different articles, tell of one event, and how surely.
public struct EventLink: Sendable, Hashable {
  /// Two days are taken for one where they lie so far apart and all else agrees: zones of time and days of reports shift them.
  public static let dayWindow = 1

  /// From above 0: 1 for each state, person or body that both name, 1 for the same day, 1 for the same place, 2 times the part of the
  /// words that both have.
  public let strength: Double

  /// At least this part of the words of the shorter sentence is in the other where the days are not known or differ, or a state acts
  /// alone.
  static let telling = 0.5
  /// At least so much makes up for other places, or for other people of one of the states, whose names may be spelt otherwise.
  static let overriding = 0.6

  /// `nil` where they cannot be one event: other families, parties, days, persons or ways of meeting.
  public init?(_ a: EventAccount, _ b: EventAccount) {
    guard a.article != b.article, a.family == b.family, Self.agreeInStatus(a, b), Self.agreeInMode(a, b) else {
      return nil
    }
    let states = a.states.intersection(b.states)
    let actors = a.parties.intersection(b.parties).filter { $0.kind != .state && $0.kind != .place }
    let wording = Self.overlap(a.words, b.words)
    // What one side does alone resembles much else that it does.
    if states.count < 2, actors.isEmpty || wording < Self.telling { return nil }
    let others = Self.statesWithOthers(a, b)
    if others > 1 || wording < Self.overriding && (others > 0 || Self.nameOtherPlaces(a, b)) { return nil }

    let isSameDay: Bool
    switch (a.searchDays, b.searchDays) {
    case (let first?, let second?):
      let distance = first.distance(to: second)
      isSameDay = distance == 0 && a.days?.isDay == true && b.days?.isDay == true
      let isSupported = wording >= Self.telling || a.place != nil && a.place == b.place
      guard distance == 0 || distance <= Self.dayWindow && isSupported else { return nil }
      // What no day ties together, words or persons must.
      if !isSameDay, !isSupported, !actors.contains(where: { $0.kind == .person }) { return nil }
    default:
      isSameDay = false
      guard wording >= Self.telling else { return nil }
    }
    let samePlace = a.place != nil && a.place == b.place
    strength =
      Double(states.count + actors.count) + (isSameDay ? 1 : 0)
      + (samePlace ? 1 : 0) + 2 * wording
  }

  /// What has happened or is denied to have is not what only might.
  private static func agreeInStatus(_ a: EventAccount, _ b: EventAccount) -> Bool {
    (a.status == .hypothetical) == (b.status == .hypothetical)
  }

  /// A call is no visit.
  private static func agreeInMode(_ a: EventAccount, _ b: EventAccount) -> Bool {
    a.family.description != "TALKS" || a.modes.isEmpty || b.modes.isEmpty
      || a.modes.contains("phone") == b.modes.contains("phone")
  }

  /// For how many states both name people, and other people.
  private static func statesWithOthers(_ a: EventAccount, _ b: EventAccount) -> Int {
    let others = b.people
    return a.people.count { state, people in others[state].map { people.isDisjoint(with: $0) } ?? false }
  }

  /// Whether they place it in different states.
  private static func nameOtherPlaces(_ a: EventAccount, _ b: EventAccount) -> Bool {
    guard let first = a.place?.country, let second = b.place?.country else { return false }
    return first != second
  }

  private static func overlap(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Double {
    let shorter = min(a.count, b.count)
    return shorter == 0 ? 0 : Double(a.intersection(b).count) / Double(shorter)
  }
}
