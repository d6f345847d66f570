import FoundationEssentials
import GRDB
public import Record

extension Archive {
  /// What the archive knows of an article, asked before it is coded.
  ///
  /// Where what is known has come with another status, that is taken over: a story that its publisher takes back disappears from
  /// the answers, whatever text comes with the notice.
  ///
  /// - Parameters:
  ///   - ref, uri: as the record's document has them.
  ///   - text: the text that would be coded.
  public func receive(
    ref: String?, uri: String?, text: String, arrival: Arrival = Arrival()
  ) throws(ArchiveError) -> Standing {
    let identity = ArticleIdentity(ref: ref, uri: uri, document: Self.documentID(of: text))
    let (standing, changesStatus) = try read { database in
      let standing = try Self.standing(of: identity, arrival, database)
      return (standing, try Self.changesStatus(standing, identity, arrival, database))
    }
    if changesStatus, case .known(let article) = standing {
      try write { try Self.setStatus(arrival.status, of: article, $0) }
    }
    return standing
  }

  /// Stores an article with its record, in one transaction.
  ///
  /// What is known already stays as it is. A new version is current from now on, but for one that comes late; what it supersedes
  /// is kept.
  ///
  /// - Returns: What the archive knew before, and the article's id.
  @discardableResult
  public func store(
    _ readout: Readout, arrival: Arrival = Arrival()
  ) throws(ArchiveError) -> (standing: Standing, article: Int64) {
    let document = readout.document
    let identity = ArticleIdentity(ref: document.ref, uri: document.uri, document: document.id)
    let record = RecordBlob.pack(readout)
    return try write { database in
      let standing = try Self.standing(of: identity, arrival, database)
      switch standing {
      case .known(let article):
        if try Self.changesStatus(standing, identity, arrival, database) {
          try Self.setStatus(arrival.status, of: article, database)
        }
        return (standing, article)
      case .new:
        let article = try Self.insert(document, identity, arrival, nil, database)
        try Self.insert(record, of: readout.coder, for: article, database)
        guard arrival.status == .usable else { return (standing, article) }
        var derivation = Derivation(
          EffectiveReadout(readout, try Correction.all(of: document.id, database)), article: article)
        try derivation.write(database)
        try Copies.insert(article, text: document.text, database)
        return (standing, article)
      case .newVersion(of: let previous):
        let article = try Self.insert(document, identity, arrival, previous, database)
        try Self.insert(record, of: readout.coder, for: article, database)
        let current = try Versions.relink(sameAs: article, database)
        if current != previous { try Derivation.renew(previous, database) }
        try Derivation.renew(current, database)
        return (standing, article)
      }
    }
  }

  /// The id that a record's document has.
  static func documentID(of text: String) -> String { "sha256:" + SHA256.hexDigest(of: Array(text.utf8)) }

  static func standing(of identity: ArticleIdentity, _ arrival: Arrival, _ database: Database) throws -> Standing {
    guard let series = try series(of: identity, database) else { return .new }
    let current = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT id, isSummary FROM articles WHERE identity = ? AND isCurrent"),
      arguments: [series])
    guard let current else { return .new }
    if arrival.status == .canceled { return .known(current["id"]) }
    let known = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM articles WHERE identity = ? AND document = ?"),
      arguments: [series, identity.document])
    if let known { return .known(known) }
    // A feed's extract is no correction of the whole article.
    if arrival.isSummary, !(current["isSummary"] as Bool) { return .known(current["id"]) }
    return .newVersion(of: current["id"])
  }

  /// The identity under which an article is filed already.
  private static func series(of identity: ArticleIdentity, _ database: Database) throws -> String? {
    if let ref = identity.refKey {
      let found = try String.fetchOne(
        database.cachedStatement(sql: "SELECT identity FROM articles WHERE refKey = ? LIMIT 1"), arguments: [ref])
      if let found { return found }
    }
    if let uri = identity.uriKey {
      // Two identifiers at one address are two articles: a page of several.
      let found = try String.fetchOne(
        database.cachedStatement(
          sql: "SELECT identity FROM articles WHERE uriKey = ? AND (refKey IS NULL OR ? IS NULL) LIMIT 1"),
        arguments: [uri, identity.refKey])
      if let found { return found }
    }
    guard !identity.isPublic else { return nil }
    // A file that was moved, or the same words from the standard input.
    return try String.fetchOne(
      database.cachedStatement(sql: "SELECT identity FROM articles WHERE document = ? LIMIT 1"),
      arguments: [identity.document])
  }

  /// Whether the current version has come again with another status, or has been taken back.
  private static func changesStatus(
    _ standing: Standing, _ identity: ArticleIdentity, _ arrival: Arrival, _ database: Database
  ) throws -> Bool {
    guard case .known(let article) = standing else { return false }
    return try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT isCurrent AND status <> ?1 AND (document = ?2 OR ?1 = 'canceled') FROM articles WHERE id = ?3"),
      arguments: [arrival.status.rawValue, identity.document, article]) ?? false
  }

  private static func setStatus(_ status: Arrival.Status, of article: Int64, _ database: Database) throws {
    try Derivation.remove(article, database)
    try database.execute(
      sql: "UPDATE articles SET status = ? WHERE id = ?", arguments: [status.rawValue, article])
    try Derivation.renew(article, database)
  }

  /// Inserts an article: the first of its identity as the current one, another version with its place still to be given.
  private static func insert(
    _ document: Readout.Document, _ identity: ArticleIdentity, _ arrival: Arrival, _ previous: Int64?,
    _ database: Database
  ) throws -> Int64 {
    let series = try previous.flatMap {
      try String.fetchOne(database, sql: "SELECT identity FROM articles WHERE id = ?", arguments: [$0])
    }
    let day = ArticleDay(document)
    try database.cachedStatement(
      sql: """
        INSERT INTO articles (
          document, identity, refKey, uriKey, version, edition, isCurrent, status, ref, uri, title, byline, agency,
          publisher, origin, published, day, dayEnd, dayBasis, language, isSummary, ingestedAt, text)
        VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      identity.document, series ?? identity.key, identity.refKey, identity.uriKey, arrival.edition, previous == nil,
      arrival.status.rawValue, document.ref, document.uri, document.title?.text, document.byline?.text,
      document.agency?.text, document.publisher?.text, arrival.origin, document.published, day.first?.description,
      day.last?.description, day.basis, document.language, arrival.isSummary, Moment.now.description, document.text,
    ])
    return database.lastInsertedRowID
  }

  static func insert(
    _ record: [UInt8], of coder: Readout.Provenance, for article: Int64, at moment: Moment = .now, _ database: Database
  ) throws {
    let coder = try Coders.id(of: coder, database)
    try database.cachedStatement(sql: "UPDATE readouts SET isCurrent = 0 WHERE article = ? AND isCurrent")
      .execute(arguments: [article])
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO readouts (article, coder, isCurrent, codedAt, record) VALUES (?, ?, 1, ?, ?)"
    ).execute(arguments: [article, coder, moment.description, Data(record)])
  }
}
