/// What an archive keeps of a feed between polls. Moments are seconds since 1970.
public struct StoredFeed: Sendable, Equatable {
  /// The address by which the user knows it.
  public let url: String
  /// Where it has moved for good.
  public var movedTo: String?
  /// The server's mark of what it last sent.
  public var etag: String?
  /// As the server wrote it.
  public var lastModified: String?
  /// When it may be asked next.
  public var nextPoll = 0
  /// Polls that failed, one after the other.
  public var failures = 0
  /// Whether its server says that it will not come back.
  public var isGone = false

  public init(url: String) { self.url = url }
}
