import Comparison
import FoundationEssentials
import GRDB

/// Keeps which standing articles are one report told again.
enum Copies {
  /// So many candidates are held against a new article, those that share most bands.
  private static let mostCandidates = 12

  /// Takes an article in: with those that it copies or that copy it, it has one origin from now on.
  static func insert(_ article: Int64, text: String, _ database: Database) throws {
    let signature = CopySignature(text)
    let bands = Set(signature.bandKeys.map { Int64(bitPattern: $0) }).sorted()
    var origins: Set<Int64> = []
    var kind: CopyKind?
    for candidate in try candidates(sharing: bands, database) {
      // What belongs to them already needs no more comparing.
      guard !origins.contains(candidate.origin) else { continue }
      guard let found = CopyComparison(candidate.text, text).kind else { continue }
      origins.insert(candidate.origin)
      kind = kind ?? found
    }
    let origin = origins.min() ?? article
    for other in origins where other != origin {
      try database.cachedStatement(sql: "UPDATE copies SET origin = ? WHERE origin = ?").execute(arguments: [
        origin, other,
      ])
    }
    try database.cachedStatement(sql: "INSERT INTO copies (article, origin, kind, signature) VALUES (?, ?, ?, ?)")
      .execute(arguments: [article, origin, kind?.rawValue, Data(signature.bytes)])
    for band in bands {
      try database.cachedStatement(sql: "INSERT INTO copyBands (band, article) VALUES (?, ?)")
        .execute(arguments: [band, article])
    }
  }

  /// Takes an article in that stands from now on, and one out that stands no more.
  static func renew(_ article: Int64, _ database: Database) throws {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql:
          "SELECT stands, text, signature IS NOT NULL isKnown FROM articles LEFT JOIN copies ON article = id WHERE id = ?"
      ),
      arguments: [article])
    guard let row else { return }
    switch (row["stands"] as Bool, row["isKnown"] as Bool) {
    case (true, false): try insert(article, text: row["text"], database)
    case (false, true):
      try database.cachedStatement(sql: "DELETE FROM copies WHERE article = ?").execute(arguments: [article])
    default: break
    }
  }

  private static func candidates(
    sharing bands: [Int64], _ database: Database
  ) throws -> [(origin: Int64, text: String)] {
    var shared: [Int64: Int] = [:]
    for band in bands {
      let articles = try Int64.fetchCursor(
        database.cachedStatement(sql: "SELECT article FROM copyBands WHERE band = ?"), arguments: [band])
      while let article = try articles.next() { shared[article, default: 0] += 1 }
    }
    let nearest = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostCandidates)
    return try nearest.compactMap { article, _ in
      try Row.fetchOne(
        database.cachedStatement(
          sql: "SELECT copies.origin, text FROM copies JOIN articles ON articles.id = article WHERE article = ?"),
        arguments: [article]
      ).map { ($0["origin"], $0["text"]) }
    }
  }
}
