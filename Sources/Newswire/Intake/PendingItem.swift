/// A piece of news that has been found, and is read when it is asked for: on another thread, for instance.
public struct PendingItem: Sendable {
  /// As errors name it: the file, with the place in an archive behind it.
  public let source: String
  /// The line in a file of lines or mails, counted from 1.
  public let line: Int?
  /// Bytes of the inputs that were read to find it.
  public let size: Int
  let content: Content

  enum Content: Sendable {
    case document(Document)
    case result(Result<NewsItem, NewswireError>)
  }

  /// The bytes that it is read from: a line of JSON Lines, a page; `nil` where it was read with others.
  public var bytes: [UInt8]? {
    if case .document(let document) = content { document.bytes } else { nil }
  }

  /// Reads it.
  ///
  /// - Throws: ``NewswireError`` where it cannot be read; the others can all the same.
  public func load() throws(NewswireError) -> NewsItem {
    switch content {
    case .document(let document): try document.item()
    case .result(let result): try result.get()
    }
  }
}
