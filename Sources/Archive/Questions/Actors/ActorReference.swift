import GRDB

/// Somebody whom an answer names.
public struct ActorReference: Sendable, Hashable {
  /// The archive's key, `state:JPN` for instance; `nil` for somebody whom only one article's words tell ("a diplomat").
  public var key: String?
  public var name: String
  /// ISO 3166-1 alpha-3 of the state that it belongs to or stands for.
  public var country: String?

  public init(key: String?, name: String, country: String?) {
    self.key = key
    self.name = name
    self.country = country
  }

  /// Reads the columns `key`, `name` and `country`, each with `prefix` before it; `nil` where the row has no name.
  init?(_ row: Row, prefix: String = "") {
    guard let name: String = row["\(prefix)name"] else { return nil }
    self.init(key: row["\(prefix)key"], name: name, country: row["\(prefix)country"])
  }
}
