import Newswire
import Record

/// An article of which people have said what event it reports: a line `{"id"?, "text", "cluster", "topic"?}`.
struct GroupedArticle: Sendable {
  var text: String
  var metadata: ArticleReader.Metadata
  var cluster: String
  var topic: String?

  /// - Throws: ``Failure`` where the item is no such line; it names file and line.
  init(_ item: InputItem) throws(Failure) {
    let news = try item.load()
    (text, metadata) = (news.text, news.metadata)
    guard let bytes = item.bytes, let fields = try? JSONValue(bytes),
      let cluster = fields["cluster"]?.string
    else {
      let line = item.line.map { ":\($0)" } ?? ""
      throw Failure(.data, "\(item.source)\(line): has no “cluster”, which says what event the article reports")
    }
    self.cluster = cluster
    topic = fields["topic"]?.string
  }
}
