extension Readout {
  /// Who did what to whom (PLOVER 2021).
  public struct Event: Sendable, Equatable {
    public var id: String
    /// An index into `document.sentences`.
    public var sentence: Int
    public var trigger: [Span]
    public var type: EventType
    /// Written as one string where there is one, as a list where there are several.
    public var modes: [String] = []
    public var contexts: [String] = []
    /// The nearest CAMEO code.
    public var cameo: String?
    public var quad: QuadClass?
    /// PLOVER's conflict-cooperation score.
    public var score: Double?
    public var status: EventStatus
    public var actors: [Participant] = []
    public var recipients: [Participant] = []
    /// When it happens, not when it is reported.
    public var time: String?
    public var place: String?
    /// The id of the statement in which it is reported.
    public var within: String?
    /// The id of the enclosing event.
    public var occasion: String?
    /// 0 to 1.
    public var confidence: Double
    /// Where the article tells of it besides.
    public var mentions: [EventMention] = []

    public init(
      id: String, sentence: Int, trigger: [Span], type: EventType, status: EventStatus, confidence: Double
    ) {
      self.id = id
      self.sentence = sentence
      self.trigger = trigger
      self.type = type
      self.status = status
      self.confidence = confidence
    }
  }

  /// A further place where an article tells of an event.
  public struct EventMention: Sendable, Equatable {
    /// An index into `document.sentences`.
    public var sentence: Int
    public var trigger: [Span]

    public init(sentence: Int, trigger: [Span]) {
      self.sentence = sentence
      self.trigger = trigger
    }
  }

  /// A party to an event, with the country and the sector under which it acts.
  public struct Participant: Sendable, Equatable {
    public var entity: String
    public var span: Span
    public var country: String?
    public var sector: String?

    public init(entity: String, span: Span, country: String? = nil, sector: String? = nil) {
      self.entity = entity
      self.span = span
      self.country = country
      self.sector = sector
    }
  }
}
