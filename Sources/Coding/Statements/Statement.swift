package import Record

/// Who said what, on whose account: one speaker and one stretch of speech.
package struct Statement: Sendable, Equatable {
  /// The cue's sentence, an index into `doc.sentences`.
  package var sentence: Int
  package var quotation: Quotation
  package var speaker: Party?
  package var cue: Cue
  /// What is attributed, quotation marks included; several stretches where it is discontinuous. Bytes.
  package var content: [Range<Int>]
  package var act: Act
  package var polarity: Polarity = .affirmed
  /// Entities.
  package var addressees: [Int] = []
  /// Nearest to the speaker first.
  package var relays: [Relay] = []
  /// The statement whose content contains this one.
  package var within: Int?
  /// The event at which it was said.
  package var occasion: Int?
  package var time: Int?
  package var place: Int?
  /// Entities.
  package var about: [Int] = []
  package var issues: [String] = []
  package var conditions: [Condition] = []
  /// An earlier statement that the text says this repeats.
  package var echoes: Int?
  package var confidence: Double
  /// What it rests on.
  package var evidence: Evidence?

  /// Somebody named in a role: the entity, and the words.
  package struct Party: Sendable, Equatable {
    package var entity: Int?
    package var bytes: Range<Int>
    /// The entities that the words join, "Abe and Lee"; empty where they name one.
    package var members: [Int]
    package init(entity: Int?, bytes: Range<Int>, members: [Int] = []) {
      self.entity = entity
      self.bytes = bytes
      self.members = members
    }
  }

  /// The words that attribute.
  package struct Cue: Sendable, Equatable {
    /// Bytes.
    package var spans: [Range<Int>]
    package var lemma: String
    /// The cue's main token.
    package var head: Int
    package init(spans: [Range<Int>], lemma: String, head: Int) {
      self.spans = spans
      self.lemma = lemma
      self.head = head
    }
  }

  /// Who passed it on; unnamed where `party` is `nil` ("was quoted as saying").
  package struct Relay: Sendable, Equatable {
    package var party: Party?
    package var cue: Cue
    package init(party: Party?, cue: Cue) {
      self.party = party
      self.cue = cue
    }
  }

  /// "If …, then …" inside the content. Bytes.
  package struct Condition: Sendable, Equatable {
    package var condition: Range<Int>
    package var consequence: Range<Int>
    package init(condition: Range<Int>, consequence: Range<Int>) {
      self.condition = condition
      self.consequence = consequence
    }
  }

  package init(
    sentence: Int, quotation: Quotation, speaker: Party?, cue: Cue, content: [Range<Int>], act: Act,
    confidence: Double
  ) {
    self.sentence = sentence
    self.quotation = quotation
    self.speaker = speaker
    self.cue = cue
    self.content = content
    self.act = act
    self.confidence = confidence
  }
}
