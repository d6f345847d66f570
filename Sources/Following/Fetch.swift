/// What is asked of a server: a feed, where it is another than the last time.
public struct FetchRequest: Sendable, Equatable {
  public var url: String
  public var etag: String?
  public var lastModified: String?

  public init(url: String, etag: String? = nil, lastModified: String? = nil) {
    self.url = url
    self.etag = etag
    self.lastModified = lastModified
  }
}

/// What a server answered.
public struct FetchResponse: Sendable, Equatable {
  /// `nil` where nothing has changed (304).
  public var body: [UInt8]?
  public var etag: String?
  public var lastModified: String?
  /// Seconds for which the server says that asking again is of no use (`Cache-Control: max-age`).
  public var freshFor: Int?
  /// The new address, where all redirects were permanent ones (301, 308).
  public var movedTo: String?

  public init(body: [UInt8]? = nil) { self.body = body }
}

/// Why a feed could not be fetched.
public struct FetchError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Kind: Sendable {
    /// Asking later may help: no connection, a time-out, a busy server.
    case temporary
    /// What was asked for is not there, or is not allowed.
    case refused
    /// It was there and will not come back (410).
    case gone
    /// Longer than the fetcher takes.
    case tooLarge
  }

  public var kind: Kind
  public var message: String
  /// Seconds that the server asks to wait (`Retry-After`).
  public var retryAfter: Int?

  public init(_ kind: Kind, _ message: String, retryAfter: Int? = nil) {
    self.kind = kind
    self.message = message
    self.retryAfter = retryAfter
  }

  public var description: String { message }
}

/// Fetches what an address names.
public protocol Fetcher: Sendable {
  /// - Throws: ``FetchError``.
  func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse
}
