/// Finds the parts of a news story in plain text: title, byline, dateline, credit, date, paragraphs and furniture.
///
/// Reading takes time linear in the text. It never fails: a text without any of these is all paragraphs.
public struct ArticleReader: Sendable {
  let lexicon: PressLexicon

  /// What is known of an article besides its text.
  public struct Metadata: Sendable, Equatable {
    public var ref: String?
    public var uri: String?
    public var title: String?
    public var publisher: String?
    /// The date that the input gives, ISO 8601.
    public var published: String?
    /// The date that the user gives, ISO 8601: it stands above all others.
    public var publishedByOption: String?

    public init(
      ref: String? = nil, uri: String? = nil, title: String? = nil, publisher: String? = nil,
      published: String? = nil, publishedByOption: String? = nil
    ) {
      self.ref = ref
      self.uri = uri
      self.title = title
      self.publisher = publisher
      self.published = published
      self.publishedByOption = publishedByOption
    }
  }

  public init(lexicon: PressLexicon) { self.lexicon = lexicon }

  /// Reads `text`, which stays as it is.
  public func read(_ text: String, metadata: Metadata = Metadata()) -> Article {
    var layout = Layout(utf8: Array(text.utf8), lexicon: lexicon)
    layout.read(givenTitle: metadata.title)

    var article = Article(text: text)
    article.ref = metadata.ref
    article.uri = metadata.uri
    article.publisher = metadata.publisher.map { Article.Passage(text: $0) }
    article.title = layout.title.map(layout.passage) ?? metadata.title.map { Article.Passage(text: $0) }
    article.byline = layout.byline.map(layout.passage)
    article.agency = layout.agency.map(layout.passage)
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
    article.language = lexicon.languages.language(of: layout.utf8[...])
    return article
  }
}
