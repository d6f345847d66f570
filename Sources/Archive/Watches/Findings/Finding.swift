public import Record

/// Something that a watch has found: one line of news, cited.
public struct Finding: Sendable, Equatable {
  /// The same for the same news, however often it is found: a UUID made of the watch's name and of what it tells.
  public var id: String
  /// The watch's name.
  public var watch: String
  public var kind: Kind
  /// Who said or did what to whom, to be read.
  public var what: String
  /// When it was said, happens or is due, as far as that is told: `2018-09-11`.
  public var day: String?
  public var source: FindingSource
  /// Characters of the article's text.
  public var span: Span
  /// Exactly these characters.
  public var words: String
  /// What it is compared with: an earlier position, an earlier date.
  public var before: Before?

  public enum Kind: String, Sendable, CaseIterable {
    case statement, event, position, commitment, agenda
  }

  /// What an earlier article had.
  public struct Before: Sendable, Equatable {
    /// The stance or the date.
    public var value: String
    /// The day of that article.
    public var reported: String?
    public var title: String?
    public var publisher: String?
  }
}
