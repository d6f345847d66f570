/// The article from which a finding was read.
public struct FindingSource: Sendable, Equatable {
  /// Its row in the archive.
  public var article: Int64
  public var title: String?
  /// The publisher, or the agency credited.
  public var publisher: String?
  /// The day of publication, as exactly as it is known.
  public var published: String?
  public var uri: String?
}
