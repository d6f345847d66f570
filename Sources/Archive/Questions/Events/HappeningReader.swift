import Comparison
import GRDB

/// Reads what all articles tell of events.
struct HappeningReader {
  private let database: Database
  private let events: EventReader

  init(_ database: Database) {
    self.database = database
    events = EventReader(database)
  }

  /// The happenings of events, in their order.
  ///
  /// - Parameters:
  ///   - rows: with ``EventReader/columns`` and `happening`.
  ///   - withAccounts: whether all accounts are read too.
  ///   - matching: which of some events are asked for.
  func happenings(
    _ rows: [Row], withAccounts: Bool, matching: ([Int64]) throws -> Set<Int64>
  ) throws -> [Happening] {
    let members = try members(of: rows.compactMap { $0["happening"] as Int64? }).filter { $0.value.count > 1 }
    let asked = members.isEmpty ? [] : try matching(members.values.flatMap { $0.map(\.row) })
    let told = members.mapValues { ToldHappening($0, asked: asked) }
    var wanted: Set<Int64> = []
    for row in rows {
      if let told = told[row["happening"] ?? 0] {
        wanted.formUnion(withAccounts ? Set(told.all.map(\.row)) : told.cited)
      } else {
        wanted.insert(row["id"])
      }
    }
    let reports = Dictionary(
      uniqueKeysWithValues: try events.reports(ids: wanted).map { ($0.row, $0) })
    let voices = try voices(of: told.values.flatMap { $0.all.compactMap(\.account.voice) })
    return rows.compactMap { row in
      let id: Int64? = row["happening"]
      guard let id, let told = told[id] else {
        return reports[row["id"]].map { Happening(id: id, best: $0) }
      }
      return told.happening(id, reports, voices, withAccounts: withAccounts)
    }
  }

  private func members(of happenings: [Int64]) throws -> [Int64: [HappeningMember]] {
    let rows = try Row.fetchCursor(
      database,
      SQLRequest(
        literal: """
          SELECT a.event, a.article, a.happening, a.account, coalesce(c.origin, a.article) AS origin, e.confidence
          FROM accounts a JOIN events e ON e.id = a.event LEFT JOIN copies c ON c.article = a.article
          WHERE a.happening IN \(happenings) ORDER BY a.happening, a.article, a.event
          """))
    var members: [Int64: [HappeningMember]] = [:]
    while let row = try rows.next() {
      guard let account = Happenings.account(row) else { continue }
      members[row["happening"], default: []].append(
        HappeningMember(row: row["event"], account: account, origin: row["origin"], confidence: row["confidence"]))
    }
    return members
  }

  /// The states with these codes, as the archive names them.
  private func voices(of codes: [String]) throws -> [String: ActorReference] {
    let keys = Set(codes).map { "state:\($0)" }
    let rows = try Row.fetchAll(
      database, SQLRequest(literal: "SELECT key, name, country FROM actors WHERE key IN \(keys)"))
    var voices = Dictionary(
      uniqueKeysWithValues: codes.map { ($0, ActorReference(key: nil, name: $0, country: $0)) }.uniqued(by: \.0))
    for row in rows { if let state = ActorReference(row), let code = state.country { voices[code] = state } }
    return voices
  }
}
