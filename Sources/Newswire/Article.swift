/// A news article as it was read: its text, and where in it the parts of a news story lie.
///
/// All ranges are UTF-8 byte offsets of ``text``, half-open.
public struct Article: Sendable, Equatable {
  /// The text as it was read, unchanged.
  public var text: String
  /// The identifier that the input gave it.
  public var ref: String?
  /// Where it came from: a path or a URL.
  public var uri: String?
  public var title: Passage?
  public var byline: Passage?
  /// The wire service credited ("Yonhap").
  public var agency: Passage?
  public var publisher: Passage?
  public var dateline: Dateline?
  /// ISO 8601 date or date-time, where the input or its dateline gives one.
  public var published: String?
  public var publishedBasis: PublishedBasis?
  /// Where the whole document is somebody's word ("The below is attributable to …"), the words that name who.
  public var attributedTo: Range<Int>?
  /// BCP 47.
  public var language: String?
  /// Whether the text is a summary, and the story is elsewhere.
  public var isSummary = false
  /// The encoding that was guessed, where the bytes did not say theirs.
  public var assumedEncoding: String?
  /// The paragraphs of the story itself, in order; title, byline and furniture are not among them.
  public var paragraphs: [Range<Int>] = []
  /// Page residue that is not the story.
  public var furniture: [Range<Int>] = []
  /// The stretches to analyse, in order, each on its own: the title, then each paragraph without dateline and credit.
  public var passages: [Range<Int>] = []

  public init(text: String) { self.text = text }

  /// Words of the article, or of its metadata: `range` is `nil` where the text does not hold them.
  public struct Passage: Sendable, Equatable {
    public var text: String
    public var range: Range<Int>?
    public init(text: String, range: Range<Int>? = nil) {
      self.text = text
      self.range = range
    }
  }

  /// A dateline, "TOKYO, Sept. 11 (Kyodo) --".
  public struct Dateline: Sendable, Equatable {
    /// All of it, up to the story's first word.
    public var range: Range<Int>
    public var place: Range<Int>
    public var date: Range<Int>?
    public var agency: Range<Int>?
    public init(range: Range<Int>, place: Range<Int>, date: Range<Int>? = nil, agency: Range<Int>? = nil) {
      self.range = range
      self.place = place
      self.date = date
      self.agency = agency
    }
  }

  /// How the date of publication is known.
  public enum PublishedBasis: String, Sendable {
    case option, metadata, dateline, window
  }
}
