import Record
import GRDB

/// The positions of one holder on one issue in the order of time, cut where the stance changes.
///
/// What is said on one day counts together: the stance has changed where a day has none of those that stood before. What
/// the text itself calls softened, hardened or new is a change too, and says that it is the text's.
struct PositionTrack {
  struct Key: Hashable {
    var holder: Int64?
    /// The entity's row, of somebody whom only one article's words tell.
    var entity: Int64?
    var issue: String
  }

  let key: Key
  let label: String
  private var rows: [Taken] = []

  /// A position as one statement shows it, each value read once: a track is gone through again and again.
  struct Taken {
    var article: Int64
    var day: String?
    var stance: String
    var change: String?
    var statement: Int64

    /// The columns that ``init(_:)`` wants, first of all, of the table `p`.
    static let columns: SQL = "p.article, p.day, p.stance, p.change, p.statement"

    init(_ row: Row) {
      article = row[0]
      day = row[1]
      stance = row[2]
      change = row[3]
      statement = row[4]
    }
  }

  init(key: Key, label: String) {
    self.key = key
    self.label = label
  }

  /// Adds the next in the order of time.
  mutating func add(_ row: Taken) { rows.append(row) }

  /// The track with the words for what is shown of it; `nil` where nothing of it lies in the period.
  func answer(
    in period: Period, _ citations: CitationReader, _ database: Database
  ) throws -> PositionAnswer.Track? {
    let shown = runs().filter { run in
      run.days.contains { day in CalendarDay(day).map(period.contains) ?? (period == .always) }
    }
    guard !shown.isEmpty, let holder = try holder(database) else { return nil }
    return PositionAnswer.Track(
      holder: holder, issue: key.issue, label: label, count: shown.reduce(0) { $0 + $1.count },
      stands: try shown.map { run in
        PositionAnswer.Stand(
          day: run.days.first, lastDay: run.days.last, stances: run.stances, count: run.count, claimed: run.claimed,
          changedFrom: run.changedFrom, citation: try citation(of: run.row, citations, database),
          previous: try run.before.map { try citation(of: $0, citations, database) })
      })
  }

  /// Days on end with a stance in common.
  private struct Run {
    var row: Taken
    var days: [String]
    var stances: [String]
    var count: Int
    var claimed: String?
    var changedFrom: [String]?
    /// The last row before the change.
    var before: Taken?
  }

  private func runs() -> [Run] {
    var runs: [Run] = []
    var index = 0
    while index < rows.count {
      let day = rows[index].day
      let end = rows[index...].firstIndex { $0.day != day } ?? rows.count
      let group = rows[index..<end]
      index = end
      let stances = Self.stances(of: group)
      let common = runs.last.map { last in last.stances.filter(stances.contains) } ?? []
      let claimed = group.first { ["softened", "hardened", "new"].contains($0.change) }
      let isChange = !runs.isEmpty && common.isEmpty
      if !runs.isEmpty, !isChange, claimed == nil {
        runs[runs.count - 1].days.append(day ?? "")
        runs[runs.count - 1].stances = common
        runs[runs.count - 1].count += group.count
        continue
      }
      guard let first = claimed ?? group.first else { continue }
      runs.append(
        Run(
          row: first, days: [day ?? ""], stances: stances, count: group.count, claimed: claimed?.change,
          changedFrom: isChange ? runs.last?.stances : nil, before: isChange ? rows[..<(end - group.count)].last : nil))
    }
    return runs
  }

  /// What a day's rows say, without what is neutral beside something that is not.
  private static func stances(of group: ArraySlice<Taken>) -> [String] {
    let all = Set(group.map(\.stance))
    let telling = all.subtracting(["neutral"])
    return (telling.isEmpty ? all : telling).sorted()
  }

  private func citation(of row: Taken, _ citations: CitationReader, _ database: Database) throws -> Citation {
    let statement = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT article, min(start, CASE WHEN sentenceEnd > 0 THEN sentenceStart ELSE start END) AS start,
            max("end", sentenceEnd) AS "end" FROM statements WHERE id = ?
          """), arguments: [row.statement])
    return try citations.citation(
      article: statement?["article"] ?? row.article, start: statement?["start"] ?? 0, end: statement?["end"] ?? 0)
  }

  private func holder(_ database: Database) throws -> ActorReference? {
    let row =
      if let holder = key.holder {
        try Row.fetchOne(
          database.cachedStatement(sql: "SELECT key, name, country FROM actors WHERE id = ?"), arguments: [holder])
      } else if let entity = key.entity {
        try Row.fetchOne(
          database.cachedStatement(sql: "SELECT NULL AS key, name, country FROM entities WHERE id = ?"),
          arguments: [entity])
      } else { Row?.none }
    return row.flatMap { ActorReference($0) }
  }
}
