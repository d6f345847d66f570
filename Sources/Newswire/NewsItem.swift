/// A piece of news as it came in: its text, and what the input says of it.
public struct NewsItem: Sendable, Equatable {
  /// Empty only where the publisher took the item back.
  public var text: String
  public var metadata: ArticleReader.Metadata

  public init(text: String, metadata: ArticleReader.Metadata = .init()) {
    self.text = text
    self.metadata = metadata
  }
}
