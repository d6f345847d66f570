import Comparison
import FoundationEssentials
import GRDB

/// Keeps which events of different articles are one happening.
///
/// An account joins, as it comes in, the happening that it fits best and none of whose accounts excludes it, else it begins one. So
/// a question only looks up; and what an article's rows take with them when they go is no more than their own accounts.
enum Happenings {
  /// The latest accounts under a key that a new one is held against.
  private static let mostCandidates = 200
  /// Of a happening with more accounts, a new one has to fit the first of them.
  private static let mostMembers = 48

  /// Takes the account of an event in.
  static func insert(_ account: EventAccount, event: Int64, _ database: Database) throws {
    let happening = try best(for: account, database) ?? next(database)
    try database.cachedStatement(sql: "INSERT INTO accounts (event, article, happening, account) VALUES (?, ?, ?, ?)")
      .execute(arguments: [event, account.article, happening, Data(account.bytes)])
    for key in account.keys.sorted() {
      try database.cachedStatement(sql: "INSERT INTO accountKeys (key, event) VALUES (?, ?)")
        .execute(arguments: [Int64(bitPattern: key), event])
    }
  }

  private static func best(for account: EventAccount, _ database: Database) throws -> Int64? {
    var best: (strength: Double, happening: Int64)?
    for happening in try candidates(for: account, database) {
      let members = try accounts(of: happening, limit: mostMembers, database)
      if let strength = EventLink.strength(of: account, among: members), strength > best?.strength ?? 0 {
        best = (strength, happening)
      }
    }
    return best?.happening
  }

  /// The happenings with accounts that the new one can be of one event with, of no account that excludes it among them, in
  /// ascending order.
  private static func candidates(for account: EventAccount, _ database: Database) throws -> [Int64] {
    var fitting: Set<Int64> = []
    // No article tells of an event in two accounts.
    var excluded = try Set(
      Int64.fetchAll(
        database.cachedStatement(
          sql: "SELECT happening FROM accounts JOIN events ON id = event WHERE events.article = ?"),
        arguments: [account.article]))
    for key in account.searchKeys.sorted() {
      let rows = try Row.fetchCursor(
        database.cachedStatement(
          sql: """
            SELECT accounts.article, happening, account FROM accountKeys JOIN accounts USING (event) WHERE key = ?
            ORDER BY accountKeys.event DESC LIMIT ?
            """), arguments: [Int64(bitPattern: key), mostCandidates])
      while let row = try rows.next() {
        let happening: Int64 = row["happening"]
        guard !excluded.contains(happening) else { continue }
        if let other = Self.account(row), EventLink(account, other) != nil {
          fitting.insert(happening)
        } else {
          excluded.insert(happening)
        }
      }
    }
    return fitting.subtracting(excluded).sorted()
  }

  /// The accounts of a happening, the first to come in first.
  private static func accounts(of happening: Int64, limit: Int, _ database: Database) throws -> [EventAccount] {
    try Row.fetchAll(
      database.cachedStatement(
        sql: "SELECT article, account FROM accounts WHERE happening = ? ORDER BY article, event LIMIT ?"),
      arguments: [happening, limit]
    ).compactMap(account)
  }

  /// The account of a row with `article` and `account`; `nil` where a damaged one holds none.
  static func account(_ row: Row) -> EventAccount? {
    EventAccount(article: row["article"], bytes: [UInt8](row["account"] as Data))
  }

  private static func next(_ database: Database) throws -> Int64 {
    let last = try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(happening) FROM accounts"))
    return (last ?? 0) + 1
  }
}
