/// Where the other formats meet HTML.
enum WebPage {
  /// The story of a page.
  ///
  /// - Throws: ``NewswireError`` where it has no text, or is too long.
  static func item(_ bytes: [UInt8], origin: Origin) throws(NewswireError) -> NewsItem {
    let page = try HTMLPage(bytes, uri: origin.uri, charset: origin.charset)
    guard let text = page.text.trimmed else {
      throw origin.error("is a page without a text; if a script makes its text, save what the browser shows")
    }
    var metadata = ArticleReader.Metadata(
      uri: page.uri ?? origin.uri, title: page.title, publisher: page.publisher, published: page.published)
    metadata.byline = page.byline
    metadata.language = page.language
    metadata.modified = page.modified
    metadata.isBasedOn = page.isBasedOn
    return NewsItem(text: text, metadata: metadata)
  }

  /// The text of a piece of HTML, all of which is the story.
  static func text(ofFragment fragment: String) -> String? { HTMLPage(fragment: fragment).text.trimmed }

  /// `bytes` in UTF-8, by their mark, their look, `charset` or what they declare.
  static func utf8(_ bytes: [UInt8], charset: String?) -> [UInt8] { PageEncoding.utf8(bytes, charset: charset) }
}
