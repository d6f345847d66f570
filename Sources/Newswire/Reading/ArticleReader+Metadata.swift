extension ArticleReader {
  /// What is known of an article besides its text.
  ///
  /// Dates are ISO 8601, dates or dates with a time.
  public struct Metadata: Sendable, Equatable {
    /// The identifier that the input gives it: a feed's guid, a news item's id.
    public var ref: String?
    /// Where it is to be found: a URL or a path.
    public var uri: String?
    public var title: String?
    public var byline: String?
    /// The wire service that the story comes from.
    public var agency: String?
    /// Who carries it: the paper, the feed, the newsletter.
    public var publisher: String?
    /// Who published it first, where somebody else carries it: the `source` of a feed's item.
    public var origin: String?
    /// BCP 47, as the input gives it.
    public var language: String?
    /// The date that the input gives.
    public var published: String?
    /// The date that the user gives: it stands above all others.
    public var publishedByOption: String?
    public var modified: String?
    /// Which version of the item this is, as its publisher counts.
    public var version: String?
    /// The address or identifier of the text that this one repeats.
    public var isBasedOn: String?
    /// Whether the text is a summary, and the story is elsewhere.
    public var isSummary = false
    public var status = Status.usable
    /// Not to be published before this time.
    public var embargo: String?
    /// The encoding that was guessed, where the bytes did not say theirs.
    public var assumedEncoding: String?

    /// What the publisher allows.
    public enum Status: String, Sendable {
      case usable
      /// Not to be published for now.
      case withheld
      /// Taken back: what was made of it is to be marked.
      case canceled
    }

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

    /// What is known, by the keys of JSON Lines; ``ref``, ``isSummary`` and ``status`` are not among it.
    public var fields: [(key: StaticString, value: String)] {
      JSONLine.fields.compactMap { field in self[keyPath: field.path].map { (field.key, $0) } }
    }
  }
}
