/// Finds the parts of a news story in plain text: title, byline, dateline, credit, date, paragraphs and furniture.
///
/// Reading takes time linear in the text. It never fails: a text without any of these is all paragraphs.
public struct ArticleReader: Sendable {
  let lexicon: PressLexicon

  public init(lexicon: PressLexicon) { self.lexicon = lexicon }

  /// Reads `text`, which stays as it is.
  public func read(_ text: String, metadata: Metadata = Metadata()) -> Article {
    var layout = Layout(utf8: Array(text.utf8), lexicon: lexicon)
    layout.read(givenTitle: metadata.title)

    var article = Article(text: text)
    article.ref = metadata.ref
    article.uri = metadata.uri
    // A wire's story in a paper is the paper's and the wire's; a paper's story in a collection is the paper's.
    let isWire = metadata.origin.map { lexicon.agencies[$0] != nil } ?? false
    article.publisher = ((isWire ? nil : metadata.origin) ?? metadata.publisher).map { Article.Passage(text: $0) }
    article.title = layout.title.map(layout.passage) ?? metadata.title.map { Article.Passage(text: $0) }
    article.byline = layout.byline.map(layout.passage) ?? metadata.byline.map { Article.Passage(text: $0) }
    article.agency =
      layout.agency.map(layout.passage)
      ?? (metadata.agency ?? (isWire ? metadata.origin : nil)).map { Article.Passage(text: $0) }
    article.dateline = layout.dateline?.dateline
    article.attributedTo = layout.attributedTo
    if let date = metadata.publishedByOption {
      (article.published, article.publishedBasis) = (date, .option)
    } else if let date = metadata.published {
      (article.published, article.publishedBasis) = (date, .metadata)
    } else if let date = layout.dateLine?.iso ?? layout.dateline?.date?.iso {
      (article.published, article.publishedBasis) = (date, .dateline)
    }
    article.paragraphs = layout.paragraphs
    article.furniture = layout.furniture
    article.passages = layout.passages
    article.language = lexicon.languages.language(of: layout.utf8[...]) ?? metadata.language
    article.isSummary = metadata.isSummary
    article.assumedEncoding = metadata.assumedEncoding
    return article
  }
}
