/// What holds several documents and hands them out one at a time.
protocol Container: AnyObject {
  /// The next part, or `nil` at the end.
  ///
  /// - Throws: ``NewswireError`` where no more can be read.
  func next() throws(NewswireError) -> Part?
}

/// What a container hands out.
enum Part {
  /// Bytes whose format is to be found out.
  case bytes(ByteReader, Origin)
  /// A document of a known format that holds one item.
  case document(Document)
  case item(Result<NewsItem, NewswireError>, Origin)
  case failure(NewswireError)
  case skipped(Skipped, count: Int)
}

/// Items that have been read already.
final class ItemList: Container {
  private var items: IndexingIterator<[Result<NewsItem, NewswireError>]>
  private var skipped: Int
  private let origin: Origin

  init(_ items: [Result<NewsItem, NewswireError>], skipped: Int = 0, origin: Origin) {
    self.items = items.makeIterator()
    self.skipped = skipped
    self.origin = origin
  }

  func next() -> Part? {
    if skipped > 0 {
      defer { skipped = 0 }
      return .skipped(.notText, count: skipped)
    }
    return items.next().map { .item($0, origin) }
  }
}
