import Record

extension EventAccount {
  /// By what an archive finds the accounts that can be of one event, as numbers: family of types, two states or somebody who has
  /// a part in both (or the sentence, where one is copied), and a week. Accounts of one event have a key of one's `keys` and the other's ``searchKeys`` in common.
  public var keys: Set<UInt64> { keys(window: 0) }

  /// The keys of what an account is to be held against: days may differ by ``EventLink/dayWindow``.
  public var searchKeys: Set<UInt64> { keys(window: EventLink.dayWindow) }

  /// A stretch of more weeks than this tells no more than none.
  private static let mostWeeks = 6
  /// Of an account of more states, the first are sought by.
  private static let mostStates = 8

  private func keys(window: Int) -> Set<UInt64> {
    let weeks = weeks(window: window)
    return Set(
      subjects.flatMap { subject -> [UInt64] in
        let key = StableHash.of("\(family) \(subject)")
        guard let weeks else { return [key] }
        return weeks.map { StableHash.mix(key ^ UInt64(bitPattern: Int64($0))) }
      })
  }

  /// The weeks of the event, else those of the report; `nil` where neither is known.
  private func weeks(window: Int) -> ClosedRange<Int>? {
    for days in [searchDays, published].compactMap(\.self) {
      let weeks = (days.first - window).floorWeek...(days.last + window).floorWeek
      if weeks.count <= Self.mostWeeks { return weeks }
    }
    return nil
  }

  /// Two states, or anybody else who has a part, or the whole sentence: what two accounts must share.
  private var subjects: [String] {
    let states = states.sorted().prefix(Self.mostStates)
    let pairs = states.indices.flatMap { first in
      states[(first + 1)...].map { "\(states[first])-\($0)" }
    }
    let actors = parties.filter { $0.kind != .state && $0.kind != .place }.map(\.description)
    return pairs + actors + (sentence.map { ["\($0)"] } ?? [])
  }

  /// The days on which the event can have been: those that the article gives, else, of what has happened, the week up to the day of
  /// publication; `nil` where nothing tells.
  var searchDays: DayInterval? {
    if let days { return days }
    guard let published, published.last - published.first <= Self.reportingDays, status == .actual || status == .negated
    else { return nil }
    return DayInterval(first: published.first - Self.reportingDays, last: published.last)
  }

  /// News without a date is not older than that.
  private static let reportingDays = 6
}

extension Int {
  /// The week of a day, both counted from 1970.
  fileprivate var floorWeek: Int { self >= 0 ? self / 7 : (self - 6) / 7 }
}
