/// An object as `readout read` writes it, one a line: `{"id", "text", "title"?, "published"?, "uri"?, "publisher"?, …}`.
enum JSONLine {
  /// The strings besides `id` and `text`, each with the property that it is.
  static let fields: [(key: StaticString, path: any WritableKeyPath<ArticleReader.Metadata, String?> & Sendable)] = [
    ("title", \.title), ("published", \.published), ("uri", \.uri), ("publisher", \.publisher), ("byline", \.byline),
    ("agency", \.agency), ("origin", \.origin), ("language", \.language), ("modified", \.modified),
    ("version", \.version), ("isBasedOn", \.isBasedOn), ("embargo", \.embargo), ("encoding", \.assumedEncoding),
  ]

  static func item(_ object: [String: JSONValue], origin: Origin) throws(NewswireError) -> NewsItem {
    func string(_ key: String) throws(NewswireError) -> String? {
      switch object[key] {
      case .string(let text): return text
      case nil, .null: return nil
      case .number(let text) where key == "id" || key == "version": return text
      default:
        throw origin.error(
          "“\(key)” is not of the right kind; id, text, title, published, uri and publisher are strings")
      }
    }
    var metadata = ArticleReader.Metadata(ref: try string("id"))
    for (key, path) in fields { metadata[keyPath: path] = try string(key.description) }
    metadata.isSummary = object["isSummary"] == .bool(true)
    metadata.status = try string("status").flatMap { ArticleReader.Metadata.Status(rawValue: $0) } ?? .usable
    let text = try string("text") ?? ""
    if metadata.status != .canceled, text.utf8.allSatisfy({ $0 <= 0x20 }) {
      throw origin.error("has no “text”, or an empty one; there is nothing to code")
    }
    return NewsItem(text: text, metadata: metadata)
  }
}
