package import Record

/// A word, or a word with its particles, that tells of a political event when its conditions hold: a line of
/// `Data/frames`.
package struct Frame: Sendable, Equatable {
  package enum Part: Sendable { case verb, noun, adjective }

  /// Where something stands in relation to the frame's word.
  package enum Slot: Sendable, Hashable {
    case subject, object, indirectObject
    /// The verb of a clause or infinitive that completes the word.
    case complement
    /// The verb of an infinitive that completes the word.
    case infinitive
    /// The participle that says what is to be done with the object ("wants it lifted").
    case participle
    /// What the object is called ("branded it an aggression").
    case predicate
    case adverb
    case possessor
    /// A word before a noun that narrows it down.
    case modifier
    /// The verb whose subject or object a noun is.
    case verb
    /// The same where it is one of the light verbs.
    case lightVerb
    /// Who is speaking, where the words are somebody's.
    case speaker
    /// Whom the words are about, where they are somebody's.
    case topic
    case preposition(String)
  }

  /// What has to stand in a slot.
  package struct Condition: Sendable, Equatable {
    package var slot: Slot
    /// Whether the slot must not hold such a thing.
    package var isNegated = false
    package var takesAnything = false
    package var takesParty = false
    package var takesPlace = false
    package var words: Set<String> = []
    /// Several words in a row, the last being the head.
    package var phrases: [[String]] = []

    /// Whether it is satisfied only by particular words.
    package var isParticular: Bool { !takesAnything || isNegated }

    /// How much it counts among frames that hold at one word.
    package var weight: Int { takesAnything ? 1 : takesParty || takesPlace ? 2 : 3 }
  }

  /// The way to a party: slots, from the frame's word on.
  package typealias Path = [Slot]

  /// The file and the line that it stands on.
  package var file: String
  package var line: Int
  /// Its place in ``Frames/all``.
  package internal(set) var index = 0
  package var part: Part
  /// Lemmas, the main word first.
  package var words: [String]
  /// `nil` for a frame that stands for no event and keeps others from matching.
  package var type: EventType?
  package var modes: [String]
  package var contexts: [String]
  package var conditions: [Condition] = []
  /// Alternatives, the first that yields a party; each of paths to be joined.
  package var actors: [[Path]]
  package var recipients: [[Path]]
  /// Both sides are actors.
  package var isMutual = false
  /// Is coded without any party.
  package var isBare = false
  /// Asks for a party on either side.
  package var isWeak = false
  /// Asks for an actor and a recipient that differ.
  package var isOpen = false
  /// What completes the word is an event of its own.
  package var keepsContent = false
  /// Is coded only where it is announced, threatened or denied.
  package var isFuture = false
  /// The CAMEO code, where it says more than the type, its modes and contexts.
  package var cameo: String?
  /// What it is where it is denied.
  package var negated: Frames.Outcome?
  /// What it is under a modal or a wish.
  package var possible: Frames.Outcome?

  /// What its words and conditions weigh: the heaviest of the frames that hold at a word is chosen.
  package internal(set) var specificity = 0

  mutating func weigh() { specificity = 2 * (words.count - 1) + conditions.reduce(0) { $0 + $1.weight } }
}
