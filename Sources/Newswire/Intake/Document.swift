/// A document that has been read whole, but not yet looked into.
struct Document: Sendable {
  var format: Format
  var bytes: [UInt8]
  var origin: Origin

  /// The one item of a document of a format that holds one.
  func item() throws(NewswireError) -> NewsItem {
    switch format {
    case .html: return try WebPage.item(bytes, origin: origin)
    case .mail: return try Mail(bytes: bytes, origin: origin).item()
    case .json, .jsonLines, .xml:
      // Containers of these have been opened; what is left holds one.
      let items =
        format == .xml ? try XMLNews.items(bytes, origin: origin).items : try JSONDocument.items(bytes, origin: origin)
      guard let first = items.first else { throw origin.error("holds no item") }
      return try first.get()
    default:
      let (text, assumed) = try PlainText.decode(
        bytes, declared: origin.charset.map { TextEncoding($0) }, source: origin.source)
      var metadata = ArticleReader.Metadata(uri: origin.uri)
      metadata.assumedEncoding = assumed
      return NewsItem(text: text, metadata: metadata)
    }
  }
}
