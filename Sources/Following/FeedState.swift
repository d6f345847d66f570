/// What is remembered of a feed from one poll to the next.
///
/// Moments are seconds since 1970, UTC.
public struct FeedState: Sendable, Equatable {
  /// The address that the user gave: by it the feed is known.
  public let url: String
  /// Where it has moved for good, as its server said.
  public var movedTo: String?
  /// The server's mark of what it last sent (RFC 9110, 8.8.3).
  public var etag: String?
  /// As the server wrote it (RFC 9110, 8.8.2).
  public var lastModified: String?
  /// When it may be asked next.
  public var nextPoll = 0
  /// Polls that failed, one after the other, up to now.
  public var failures = 0
  /// Whether the server says that it is gone for good (410); it is not asked again.
  public var isGone = false

  public init(url: String) { self.url = url }

  /// Where to ask.
  public var address: String { movedTo ?? url }

  /// Takes note of an answer.
  ///
  /// - Parameters:
  ///   - interval: seconds from one poll to the next; a longer time that the server asks for stands above it.
  mutating func answered(_ response: FetchResponse, at now: Int, interval: Int) {
    failures = 0
    if let permanent = response.movedTo { movedTo = permanent }
    if response.body != nil {
      etag = response.etag
      lastModified = response.lastModified
    }
    nextPoll = now + max(interval, min(response.freshFor ?? 0, Self.longestWait))
  }

  /// Takes note of a failure: each further one doubles the wait, up to a day.
  mutating func failed(_ error: FetchError, at now: Int, interval: Int) {
    failures += 1
    if error.kind == .gone { isGone = true }
    let doubled = interval << min(failures, 16)
    let wait = min(max(doubled, error.retryAfter ?? 0), Self.longestWait)
    nextPoll = now + wait + wait * Int(spread % 200) / 1000
  }

  private static let longestWait = 24 * 60 * 60

  /// A number of its own for each feed and failure, so that feeds that failed together are not asked again together (FNV-1a).
  private var spread: UInt64 {
    "\(url) \(failures)".utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
