/// What an archive knows of an article beyond its readout.
public struct ExportContext: Sendable, Equatable {
  /// The article's identifier in the archive; where there is none, the readout's own stands for it.
  public var article: String?
  /// When it was taken in, UTC, `YYYY-MM-DDTHH:MM:SSZ`.
  public var ingested: String?
  /// How often the article's story was printed, this article included.
  public var copies = 1
  /// How many of those tell it independently of each other.
  public var origins = 1
  /// How often the article has been corrected.
  public var revision = 0

  public init() {}
}
