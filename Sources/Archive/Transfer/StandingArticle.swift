public import Record

/// An article that stands in the archive, with what is known of it beside its record.
public struct StandingArticle: Sendable {
  /// What it is filed under, the same for all its versions.
  public var identity: String
  /// Its current record, with what people corrected laid over it.
  public var readout: Readout
  /// When it was taken in, UTC, `YYYY-MM-DDTHH:MM:SSZ`.
  public var ingestedAt: String
  /// Which version of the article it is, counted from 1.
  public var version: Int
  /// How many standing articles go back to the same text, this one included.
  public var copies: Int
}
