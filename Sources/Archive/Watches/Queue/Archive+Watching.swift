import FoundationEssentials
import GRDB
import Record

extension Archive {
  /// Holds all articles that watches have not seen yet against them, and puts what is new in the queue of their targets.
  ///
  /// Each step is a transaction: what was found once is never lost, and never found again.
  ///
  /// - Returns: How many lines are new.
  @discardableResult
  public func look(for watches: [Watch]) throws(ArchiveError) -> Int {
    var found = 0
    while true {
      let step = try write { database in try WatchStep(watches, database).look() }
      found += step.found
      if step.isLast { return found }
    }
  }

  /// Takes all articles that are there as seen by watches that the archive does not know yet.
  public func startNow(_ watches: [Watch]) throws(ArchiveError) {
    try write { database in
      for watch in watches {
        try database.execute(
          sql: "INSERT OR IGNORE INTO watches (name, examined) SELECT ?, coalesce(max(id), 0) FROM articles",
          arguments: [watch.name])
        guard database.changesCount > 0 else { continue }
        // What is withheld is news on the day that it may be read.
        try database.execute(
          sql:
            "INSERT INTO watchSkips (watch, article) SELECT ?, id FROM articles WHERE status = 'withheld' AND isCurrent",
          arguments: [database.lastInsertedRowID])
      }
    }
  }
}

/// A number of articles that are held against watches in one transaction.
private struct WatchStep {
  private let database: Database
  private var watches: [(watch: Watch, id: Int64, examined: Int64)] = []

  /// Readers and other writers wait no longer than these take.
  private static let articles = 50

  init(_ watches: [Watch], _ database: Database) throws {
    self.database = database
    for watch in watches {
      try database.execute(sql: "INSERT OR IGNORE INTO watches (name, examined) VALUES (?, 0)", arguments: [watch.name])
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT id, examined FROM watches WHERE name = ?", arguments: [watch.name])
      else { continue }
      self.watches.append((watch, row["id"], row["examined"]))
    }
  }

  func look() throws -> (found: Int, isLast: Bool) {
    guard let start = watches.map(\.examined).min() else { return (0, true) }
    var found = 0
    for index in watches.indices { found += try lookAtReleased(index) }
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, stands FROM articles WHERE id > ? ORDER BY id LIMIT ?",
      arguments: [start, Self.articles])
    for row in rows {
      let id: Int64 = row["id"]
      let late = watches.indices.filter { watches[$0].examined < id }
      guard row["stands"] else {
        for index in late {
          try database.execute(
            sql: "INSERT OR IGNORE INTO watchSkips (watch, article) VALUES (?, ?)", arguments: [watches[index].id, id])
        }
        continue
      }
      found += try look(late, at: id)
    }
    if let last = rows.last {
      try database.execute(
        sql:
          "UPDATE watches SET examined = max(examined, ?) WHERE id IN (\(watches.map { String($0.id) }.joined(separator: ",")))",
        arguments: [last["id"] as Int64])
    }
    return (found, rows.count < Self.articles)
  }

  /// Looks at articles that did not stand when it was their turn, and do now.
  private func lookAtReleased(_ index: Int) throws -> Int {
    let released = try Int64.fetchAll(
      database,
      sql: "SELECT article FROM watchSkips JOIN articles ON articles.id = article WHERE watch = ? AND stands",
      arguments: [watches[index].id])
    var found = 0
    for article in released {
      try database.execute(
        sql: "DELETE FROM watchSkips WHERE watch = ? AND article = ?", arguments: [watches[index].id, article])
      found += try look([index], at: article)
    }
    return found
  }

  private func look(_ indices: [Int], at article: Int64) throws -> Int {
    guard !indices.isEmpty, let readout = try Derivation.effective(article, onlyStanding: true, database)?.readout
    else {
      return 0
    }
    let watched = WatchedArticle(readout, article: article)
    let precedents = ArchivePrecedents(database: database, article: article)
    var found = 0
    for index in indices {
      let watch = watches[index].watch
      let candidates = try watch.candidates(in: watched, precedents: precedents)
      if candidates.isEmpty { continue }
      let known = try sentences(seenBefore: article, by: index)
      for candidate in candidates where !watched.isKnown(candidate.span, from: known) {
        found += try keep(candidate.finding(of: watch.name, in: watched), of: index) ? 1 : 0
      }
    }
    return found
  }

  /// The sentences of the earlier versions of an article that the watch has looked at.
  private func sentences(seenBefore article: Int64, by index: Int) throws -> Set<Wording> {
    var sentences: Set<Wording> = []
    var version = try earlierVersion(of: article)
    while let earlier = version {
      let isSeen = try Bool.fetchOne(
        database.cachedStatement(
          sql: "SELECT ? <= ? AND NOT EXISTS (SELECT 1 FROM watchSkips WHERE watch = ? AND article = ?)"),
        arguments: [earlier, watches[index].examined, watches[index].id, earlier])
      if isSeen == true, let readout = try Derivation.effective(earlier, database)?.readout {
        sentences.formUnion(WatchedArticle(readout, article: earlier).sentences)
      }
      version = try earlierVersion(of: earlier)
    }
    return sentences
  }

  private func earlierVersion(of article: Int64) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT supersedes FROM articles WHERE id = ? AND supersedes IS NOT NULL"),
      arguments: [article])
  }

  /// Puts a finding in the queue of each target; whether it is new.
  private func keep(_ finding: Finding, of index: Int) throws -> Bool {
    try database.cachedStatement(sql: "INSERT OR IGNORE INTO findings (watch, key, foundAt, line) VALUES (?, ?, ?, ?)")
      .execute(arguments: [watches[index].id, finding.id, Moment.now.description, Data(finding.json())])
    guard database.changesCount > 0 else { return false }
    let row = database.lastInsertedRowID
    for target in watches[index].watch.targets {
      try database.cachedStatement(sql: "INSERT INTO deliveries (target, finding) VALUES (?, ?)")
        .execute(arguments: [target.description, row])
    }
    return true
  }
}
