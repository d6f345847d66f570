extension Readout {
  /// The article that a readout is of.
  public struct Document: Sendable, Equatable {
    /// `sha256:` and the hexadecimal digest of the UTF-8 text.
    public var id: String
    /// The identifier that the input gave it.
    public var ref: String?
    /// Where it came from: a path or a URL.
    public var uri: String?
    public var title: Words?
    public var byline: Words?
    /// The wire service credited.
    public var agency: Words?
    public var publisher: Words?
    public var dateline: Dateline?
    /// ISO 8601 date or date-time.
    public var published: String?
    /// `option`, `metadata`, `dateline` or `window`.
    public var publishedBasis: String?
    public var publishedWindow: PublishedWindow?
    public var attributedTo: Party?
    /// BCP 47.
    public var language: String?
    /// The text that was read; all spans count its Unicode scalars.
    public var text: String
    public var sentences: [Span] = []
    public var paragraphs: [Span] = []
    /// Page residue that is not the story.
    public var furniture: [Span] = []

    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// Words of the article or of its metadata; `span` is `nil` where the text does not hold them.
  public struct Words: Sendable, Equatable {
    public var text: String
    public var span: Span?

    public init(text: String, span: Span? = nil) {
      self.text = text
      self.span = span
    }
  }

  /// A dateline with what it names.
  public struct Dateline: Sendable, Equatable {
    public var span: Span
    /// A place's id.
    public var place: String?
    /// A time's id.
    public var time: String?
    public var agency: String?

    public init(span: Span, place: String? = nil, time: String? = nil, agency: String? = nil) {
      self.span = span
      self.place = place
      self.time = time
      self.agency = agency
    }
  }

  /// The days on which everyone named could hold the office that the text gives them.
  public struct PublishedWindow: Sendable, Equatable {
    /// ISO 8601 dates, both inclusive; `to` is `nil` where the last of the terms has no end yet.
    public var from: String
    public var to: String?
    /// The entities whose offices bound it.
    public var because: [String]

    public init(from: String, to: String?, because: [String]) {
      self.from = from
      self.to = to
      self.because = because
    }
  }

  /// Somebody in a role: an entity's id, where it is known, and the words.
  public struct Party: Sendable, Equatable {
    public var entity: String?
    public var span: Span?

    public init(entity: String? = nil, span: Span? = nil) {
      self.entity = entity
      self.span = span
    }
  }
}
