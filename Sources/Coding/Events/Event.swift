package import Record

/// Who did what to whom (PLOVER 2021).
package struct Event: Sendable, Equatable {
  package var sentence: Int
  /// Bytes.
  package var trigger: [Range<Int>]
  /// The trigger's main token.
  package var head: Int
  /// The frame that tells of it, an index into the lexicon's; `nil` for what a statement does.
  package var frame: Int?
  package var type: EventType
  package var modes: [String] = []
  package var contexts: [String] = []
  package var cameo: String?
  package var status: EventStatus
  package var actors: [Participant] = []
  package var recipients: [Participant] = []
  package var time: Int?
  package var place: Int?
  /// The statement in which it is reported.
  package var within: Int?
  /// The enclosing event.
  package var occasion: Int?
  package var confidence: Double
  /// Where the story tells of it besides.
  package var mentions: [Mention] = []

  /// A further place where an event is told of.
  package struct Mention: Sendable, Equatable {
    package var sentence: Int
    /// Bytes.
    package var trigger: [Range<Int>]
    /// The trigger's main token.
    package var head: Int

    init(_ event: Event) {
      sentence = event.sentence
      trigger = event.trigger
      head = event.head
    }
  }

  /// A party to an event. `country` and `sector` are those under which it acts.
  package struct Participant: Sendable, Equatable {
    package var entity: Int
    package var bytes: Range<Int>
    package var country: String?
    package var sector: String?
    package init(entity: Int, bytes: Range<Int>, country: String? = nil, sector: String? = nil) {
      self.entity = entity
      self.bytes = bytes
      self.country = country
      self.sector = sector
    }
  }

  package init(
    sentence: Int, trigger: [Range<Int>], head: Int, type: EventType, status: EventStatus, confidence: Double
  ) {
    self.sentence = sentence
    self.trigger = trigger
    self.head = head
    self.type = type
    self.status = status
    self.confidence = confidence
  }
}
