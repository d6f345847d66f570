import Comparison
import Record

/// An account of a happening, with what tells how sure it is.
struct HappeningMember {
  /// Its event's row.
  var row: Int64
  var account: EventAccount
  /// The article that stands for all copies of its text.
  var origin: Int64
  var confidence: Double

  /// Whether it tells of something that has not happened yet, or only may.
  var isAhead: Bool { account.status == .future || account.status == .hypothetical }

  /// The least is the surest: what has happened, on a day that is told, read with most confidence, reported first.
  var rank: (Int, Int, Double, Int64) {
    let status =
      switch account.status {
      case .actual, .historical: 0
      case .negated: 1
      case .future: 2
      case .hypothetical: 3
      }
    return (status, account.days?.isDay == true ? 0 : 1, -confidence, row)
  }
}
