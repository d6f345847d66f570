extension Readout {
  /// Who said what, on whose account: one speaker and one stretch of speech.
  public struct Statement: Sendable, Equatable {
    public var id: String
    /// An index into `document.sentences`.
    public var sentence: Int
    public var quotation: Quotation
    /// `nil` where the text names none.
    public var speaker: Party?
    public var cue: Cue
    /// What is attributed, quotation marks included.
    public var content: [Span]
    public var act: Act
    public var polarity: Polarity = .affirmed
    /// Ids of the entities to whom it was said.
    public var addressees: [String] = []
    /// Who passed it on, nearest to the speaker first.
    public var relays: [Relay] = []
    /// The id of the statement whose content contains this one.
    public var within: String?
    /// The id of the event at which it was said.
    public var occasion: String?
    public var time: String?
    public var place: String?
    /// Ids of the entities that the content is about.
    public var about: [String] = []
    public var issues: [String] = []
    public var conditions: [Condition] = []
    /// The id of an earlier statement that the text says this repeats.
    public var echoes: String?
    /// 0 to 1.
    public var confidence: Double
    /// What it rests on, where that was asked for.
    public var evidence: Evidence?

    public init(
      id: String, sentence: Int, quotation: Quotation, cue: Cue, content: [Span], act: Act, confidence: Double
    ) {
      self.id = id
      self.sentence = sentence
      self.quotation = quotation
      self.cue = cue
      self.content = content
      self.act = act
      self.confidence = confidence
    }
  }

  /// The words that attribute.
  public struct Cue: Sendable, Equatable {
    public var spans: [Span]
    public var lemma: String

    public init(spans: [Span], lemma: String) {
      self.spans = spans
      self.lemma = lemma
    }
  }

  /// Who passed a statement on; without an entity or words where the text names nobody ("was quoted as saying").
  public struct Relay: Sendable, Equatable {
    public var entity: String?
    public var span: Span?
    public var cue: Cue

    public init(entity: String? = nil, span: Span? = nil, cue: Cue) {
      self.entity = entity
      self.span = span
      self.cue = cue
    }
  }

  /// What a statement makes depend on what.
  public struct Condition: Sendable, Equatable {
    /// The record's `if`.
    public var condition: Span
    /// The record's `then`.
    public var consequence: Span

    public init(condition: Span, consequence: Span) {
      self.condition = condition
      self.consequence = consequence
    }
  }
}
