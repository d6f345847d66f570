import Comparison
import GRDB
import Record

/// Which statements of different articles are one: those of a page are held against what the same speakers said in the days around.
struct StatementLinks {
  private let database: Database
  /// The group of each statement that is not alone, by rows.
  private(set) var groups: [Int64: Int64] = [:]
  private(set) var members: [Int64: Set<Int64>] = [:]

  /// A page's statements by one speaker are held against so many at most.
  private static let mostCandidates = 2000

  private static let columns: SQL = "s.id, s.article, s.quotation, s.content, s.day"

  init(_ database: Database) { self.database = database }

  /// Looks for what is one with the statements of rows with `id`, `article`, `speaker`, `quotation`, `content` and `day`.
  mutating func add(_ rows: [Row]) throws {
    let spoken = Dictionary(grouping: rows.filter { $0["speaker"] != nil && $0["day"] != nil }) {
      $0["speaker"] as Int64
    }
    for (speaker, rows) in spoken.sorted(by: { $0.key < $1.key }) {
      let statements = rows.compactMap(Self.statement)
      let own = Set(statements.map(\.number))
      let others = try candidates(of: speaker, around: statements.compactMap(\.day)).filter { !own.contains($0.number) }
      for group in LinkedStatements(statements, among: others).groups { join(group) }
    }
  }

  private mutating func join(_ statements: [Int64]) {
    let group = statements.compactMap { groups[$0] }.min() ?? statements[0]
    for statement in statements where groups[statement] == nil {
      groups[statement] = group
      members[group, default: []].insert(statement)
    }
  }

  /// What a speaker said in the days around others.
  private func candidates(of speaker: Int64, around days: [CalendarDay]) throws -> [QuotedStatement] {
    var periods: [Period] = []
    for day in Set(days).sorted() {
      let (first, last) = (day + -StatementLink.quotedDays, day + StatementLink.quotedDays)
      if let end = periods.last?.last, first <= end {
        periods[periods.count - 1].last = last
      } else {
        periods.append(Period(first: first, last: last))
      }
    }
    var found: [QuotedStatement] = []
    for period in periods.reversed() where found.count < Self.mostCandidates {
      let conditions: [SQL] = ["s.speaker = \(speaker)"] + period.conditions(on: "s.day")
      let rows = try Row.fetchCursor(
        database,
        SQLRequest(
          literal: """
            SELECT \(Self.columns) FROM statements s WHERE \(conditions.joined(operator: .and))
            ORDER BY s.day DESC, s.id DESC LIMIT \(Self.mostCandidates - found.count)
            """))
      while let row = try rows.next() {
        if let statement = Self.statement(row) { found.append(statement) }
      }
    }
    return found
  }

  private static func statement(_ row: Row) -> QuotedStatement? {
    guard let quotation = Quotation(rawValue: row["quotation"]) else { return nil }
    return QuotedStatement(
      number: row["id"], article: row["article"], quotation: quotation, content: row["content"],
      day: (row["day"] as String?).flatMap { CalendarDay($0) })
  }
}
