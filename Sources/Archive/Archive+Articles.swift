import GRDB

extension Archive {
  /// The article that a person means: by its number here, its reference, its address, or the beginning of its document's SHA-256.
  /// The current version stands before the others.
  ///
  /// - Throws: ``ArchiveError`` where there is none such, or several.
  public func article(called name: String) throws(ArchiveError) -> Int64 {
    let key = ArticleIdentity(ref: name, uri: name, document: name)
    let found: [Int64] = try read { database in
      if let number = Int64(name) {
        let known = try Int64.fetchAll(database, sql: "SELECT id FROM articles WHERE id = ?", arguments: [number])
        if !known.isEmpty { return known }
      }
      let named = try Int64.fetchAll(
        database,
        sql: "SELECT id FROM articles WHERE (ref = ?1 OR refKey = ?2 OR uri = ?1 OR uriKey = ?3) AND isCurrent",
        arguments: [name, key.refKey, key.uriKey])
      if !named.isEmpty { return named }
      let digest = name.hasPrefix("sha256:") ? name : "sha256:\(name)"
      guard digest.utf8.count >= 13 else { return [] }
      return try Int64.fetchAll(
        database, sql: "SELECT id FROM articles WHERE document >= ? AND document < ? ORDER BY isCurrent DESC, id DESC",
        arguments: [digest, digest + "g"])
    }
    guard let article = found.first else {
      throw ArchiveError(.unknown, path: path, "there is no article “\(name)”")
    }
    return article
  }
}
