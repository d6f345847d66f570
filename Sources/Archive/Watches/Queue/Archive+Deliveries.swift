import FoundationEssentials
import GRDB
import Record

extension Archive {
  /// What waits for a target, in the order in which it was found.
  public func deliveries(to target: DeliveryTarget, limit: Int) throws(ArchiveError) -> [Delivery] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT findings.id, line FROM deliveries JOIN findings ON findings.id = finding
          WHERE target = ? ORDER BY finding LIMIT ?
          """, arguments: [target.description, limit]
      ).map { Delivery(number: $0["id"], finding: try Self.finding($0)) }
    }
  }

  /// Takes deliveries out of the queue.
  public func strike(_ deliveries: [Delivery], to target: DeliveryTarget) throws(ArchiveError) {
    guard !deliveries.isEmpty else { return }
    try write { database in
      let delete = try database.cachedStatement(sql: "DELETE FROM deliveries WHERE target = ? AND finding = ?")
      for delivery in deliveries { try delete.execute(arguments: [target.description, delivery.number]) }
      try database.execute(sql: "DELETE FROM deliveryPauses WHERE target = ?", arguments: [target.description])
    }
  }

  /// Forgets what waits for targets that the watches no longer name.
  public func strikeOthers(than watches: [Watch]) throws(ArchiveError) {
    try write { database in
      for watch in watches {
        let targets = watch.targets.map(\.description)
        try database.execute(
          sql: """
            DELETE FROM deliveries
            WHERE finding IN (SELECT findings.id FROM findings JOIN watches ON watches.id = watch WHERE name = ?)
              AND target NOT IN (\(targets.map { _ in "?" }.joined(separator: ",")))
            """, arguments: StatementArguments([watch.name] + targets))
      }
    }
  }

  /// The last lines that watches have found, the newest first, with the moment of each (ISO 8601).
  public func findings(of watches: [String], limit: Int) throws(ArchiveError) -> [(finding: Finding, foundAt: String)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT line, foundAt FROM findings JOIN watches ON watches.id = watch
          WHERE name IN (\(watches.map { _ in "?" }.joined(separator: ","))) ORDER BY findings.id DESC LIMIT \(limit)
          """, arguments: StatementArguments(watches)
      ).map { (try Self.finding($0), $0["foundAt"]) }
    }
  }

  /// How a target has failed up to now; `nil` where it has not.
  public func pause(of target: DeliveryTarget) throws(ArchiveError) -> DeliveryPause? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT failures, until FROM deliveryPauses WHERE target = ?", arguments: [target.description]
      ).map { DeliveryPause(failures: $0["failures"], until: $0["until"]) }
    }
  }

  /// Keeps that a target has failed.
  public func keep(_ pause: DeliveryPause, of target: DeliveryTarget) throws(ArchiveError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO deliveryPauses (target, failures, until) VALUES (?, ?, ?)",
        arguments: [target.description, pause.failures, pause.until])
    }
  }

  private static func finding(_ row: Row) throws -> Finding {
    guard let finding = Finding(json: [UInt8](row["line"] as Data)) else {
      throw RecordFault(message: "a line that a watch found is damaged")
    }
    return finding
  }
}
