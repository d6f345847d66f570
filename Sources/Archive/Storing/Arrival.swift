/// How an article came to the archive, beside what its record says of it.
public struct Arrival: Sendable, Equatable {
  /// The feed, file or mailbox that it came through.
  public var origin: String?
  public var status: Status
  /// Whether it is but an extract of an article, as many feeds give.
  public var isSummary: Bool
  /// Which version it is, as its publisher counts, where he does: one that comes late is filed before those it precedes.
  public var edition: Int?

  /// Whether an article may be used (after IPTC's `pubStatus`).
  public enum Status: String, Sendable, CaseIterable {
    case usable
    /// Not yet to be published.
    case withheld
    /// Taken back by its publisher.
    case canceled
  }

  public init(origin: String? = nil, status: Status = .usable, isSummary: Bool = false, edition: Int? = nil) {
    self.origin = origin
    self.status = status
    self.isSummary = isSummary
    self.edition = edition
  }
}
