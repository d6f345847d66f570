import Newswire

/// One article to be read: a text file, the standard input or a line of JSON Lines.
struct InputItem: Sendable {
  /// Its number among the inputs, from 1.
  var number = 0
  /// As errors name it.
  var source: String
  /// The line in a file of JSON Lines, counted from 1.
  var line: Int?
  var content: Content
  /// Bytes of the inputs that are read when this item is, for the progress bar.
  var size: Int

  enum Content: Sendable {
    case file(String)
    case text([UInt8])
    case json([UInt8])
    /// What is not there or cannot be opened.
    case unreadable(Failure)
  }

  /// The text with what is known of it.
  ///
  /// - Throws: ``Failure`` where it cannot be read.
  func load() throws(Failure) -> (text: String, metadata: ArticleReader.Metadata) {
    do {
      switch content {
      case .file(let path):
        let bytes = try InputFile.bytes(of: path)
        return (try PlainText.decode(bytes, source: source), ArticleReader.Metadata(uri: source))
      case .text(let bytes):
        return (try PlainText.decode(bytes, source: source), ArticleReader.Metadata())
      case .json(let bytes):
        let line = try JSONLine(bytes, source: source, line: line ?? 1)
        return (line.text, line.metadata)
      case .unreadable(let failure): throw failure
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.data, "\(error)")
    }
  }
}
