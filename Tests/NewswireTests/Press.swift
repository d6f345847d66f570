import Newswire

/// The project's own lexicon, for tests.
enum Press {
  static let lexicon = Result { () throws(NewswireError) in try PressLexicon(directory: dataFolder) }

  /// The folder `Data`, found from this file's place in the sources.
  static let dataFolder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Data"

  static func read(_ text: String, _ metadata: ArticleReader.Metadata = .init()) throws -> Article {
    ArticleReader(lexicon: try lexicon.get()).read(text, metadata: metadata)
  }
}

extension Article {
  /// The words of a range of bytes.
  func words(_ range: Range<Int>?) -> String? {
    range.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
  }
}
