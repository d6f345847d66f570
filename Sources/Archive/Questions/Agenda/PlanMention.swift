import Record
import GRDB

/// What one article says of a plan.
struct PlanMention {
  var row: Int64
  var article: Int64
  var event: Int64?
  var start: Int
  var end: Int
  var type: String?
  var place: String?
  var reported: String?
  var due: CalendarDay?
  var dueEnd: CalendarDay?
  var precision: String?
  var content: String
  var words: ContentWords
  var parties: [ActorReference] = []

  /// The columns that ``init(_:)`` wants, of the tables `g` (agenda) and `e` (events).
  static let columns: SQL = """
    g.id, g.article, g.event, g.start, g."end", g.content, g.reported, g.due, g.dueEnd, g.precision, e.type, e.place
    """

  init(_ row: Row) {
    self.row = row["id"]
    article = row["article"]
    event = row["event"]
    start = row["start"]
    end = row["end"]
    type = row["type"]
    place = row["place"]
    reported = row["reported"]
    due = (row["due"] as String?).flatMap { CalendarDay($0) }
    dueEnd = (row["dueEnd"] as String?).flatMap { CalendarDay($0) }
    precision = row["precision"]
    content = row["content"]
    words = ContentWords(content)
  }

  /// The states whose plan it is.
  var states: Set<String> { Set(parties.compactMap(\.country)) }

  /// A plan that was put off is still the same after so many days.
  private static let longestMove = 120
  /// So much of their words in common tells that two clauses speak of one plan.
  private static let likeness = 0.3

  /// By what a later mention is of the same plan; `nil` where it is not known to be.
  ///
  /// The states have to be the same. Then the days have to agree, and nothing else to differ; or, for a plan that was moved
  /// before its day came, place or words. What one state alone plans, or what no event tells, wants like words in any case.
  func agreement(with later: PlanMention) -> [String]? {
    guard !states.isEmpty, states == later.states, type == later.type else { return nil }
    let hasPlaces = place != nil && later.place != nil
    let isSamePlace = hasPlaces && place?.lowercased() == later.place?.lowercased()
    if hasPlaces, !isSamePlace { return nil }
    let isAlike = words.likeness(to: later.words) >= Self.likeness
    guard isAlike || type != nil && states.count > 1 else { return nil }
    var reasons = ["parties"] + (type == nil ? [] : ["type"])
    if isSamePlace { reasons.append("place") }
    if isAlike { reasons.append("words") }
    guard let due, let dueEnd, let laterDue = later.due, let laterEnd = later.dueEnd else {
      return isSamePlace || isAlike ? reasons : nil
    }
    let overlaps = due <= laterEnd && laterDue <= dueEnd
    if overlaps {
      // "This year" agrees with every day of it.
      let isClose = dueEnd.number - due.number < 32 && laterEnd.number - laterDue.number < 32
      return isClose || isSamePlace || isAlike ? reasons + ["day"] : nil
    }
    let isBeforehand = later.reported.flatMap { CalendarDay($0) }.map { $0 <= dueEnd } ?? false
    let distance = min(abs(laterDue.number - dueEnd.number), abs(due.number - laterEnd.number))
    guard isBeforehand, distance <= Self.longestMove, isSamePlace || isAlike else { return nil }
    return reasons
  }

  /// Whether the days agree with those of an earlier mention: the same, or some of them.
  func keepsDays(of earlier: PlanMention) -> Bool {
    guard let due, let dueEnd, let before = earlier.due, let beforeEnd = earlier.dueEnd else { return true }
    return due <= beforeEnd && before <= dueEnd
  }
}
