import Record

/// The words that something was read from.
public struct Citation: Sendable, Hashable {
  public var source: Source
  /// Characters of the article's text.
  public var span: Span
  /// Exactly these characters.
  public var words: String
}
