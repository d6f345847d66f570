package import Record

/// The event lexicon, `Data/frames`, compiled for look-ups by lemma.
package struct Frames: Sendable {
  /// A type with the modes that go with it.
  package struct Outcome: Sendable, Equatable {
    package var type: EventType
    package var modes: [String]
  }

  /// What completes an act of speech, or befalls an event.
  package enum Content: Sendable, Hashable {
    case type(EventType)
    case anything
    /// Something is lifted or ended.
    case reversed
  }

  /// What an event of speech or of the future is composed from.
  package enum Operator: Sendable, Hashable {
    case type(EventType)
    case future
    case reversed
    /// Somebody says that it will not be done.
    case refused
  }

  /// The words that stand for each other in conditions.
  struct WordClass: Sendable {
    var words: Set<String> = []
    /// Several words in a row, the last being the head.
    var phrases: [[String]] = []
  }

  package internal(set) var all: [Frame] = []
  var byWord: [Frame.Part: [String: [Int]]] = [:]
  var classes: [String: WordClass] = [:]
  var hints: [String: [Outcome]] = [:]
  var compositions: [Operator: [Content: Outcome]] = [:]
  var acts: [Act: Outcome] = [:]

  /// The sentences that say what frames are for.
  package internal(set) var examples: [FrameExample] = []

  package init() {}

  /// Reads the lexicon in `folder` and on top of it the files at `extra`, whose frames win over its own.
  ///
  /// - Throws: ``KnowledgeError`` for the first line that cannot be used.
  init(contentsOf folder: String, extra: [String], plover: Plover) throws(KnowledgeError) {
    var parser = FrameParser(plover: plover)
    for path in FrameParser.files(in: folder) { try parser.read(path: path) }
    for path in extra { try parser.read(path: path, winning: true) }
    if let problem = parser.problems.first { throw problem }
    self = parser.frames
  }

  /// Enters the frames from `first` on under their main words, those that are winning ahead of what is there.
  mutating func index(from first: Int, winning: Bool) {
    var added: [Frame.Part: [String: [Int]]] = [:]
    for index in first..<all.count {
      all[index].index = index
      all[index].weigh()
      added[all[index].part, default: [:]][all[index].words[0], default: []].append(index)
    }
    for (part, words) in added {
      for (word, new) in words {
        let old = byWord[part]?[word] ?? []
        let order = (winning ? new + old : old + new).enumerated().sorted {
          (-all[$0.element].specificity, $0.offset) < (-all[$1.element].specificity, $1.offset)
        }
        byWord[part, default: [:]][word] = order.map(\.element)
      }
    }
  }

  /// How many different words, each with its part of speech, begin `frames`.
  package static func triggers(of frames: [Frame]) -> Int {
    Set(frames.map { "\($0.part) \($0.words.joined(separator: " "))" }).count
  }

  /// The frames whose main word is `lemma`, indices into ``all``, in the order in which they are to be tried: the heaviest
  /// first, of those that weigh the same the earlier.
  package func frames(of lemma: String, as part: Frame.Part) -> [Int] { byWord[part]?[lemma] ?? [] }

  /// Whether the class `name` (without `@`) has `lemma`.
  package func isIn(_ name: String, _ lemma: String) -> Bool { classes[name]?.words.contains(lemma) ?? false }

  /// The modes that `lemma` in the clause gives to an event of `type`.
  package func modes(of type: EventType, hintedBy lemma: String) -> [String] {
    hints[lemma]?.filter { $0.type == type }.flatMap(\.modes) ?? []
  }

  /// What `operation` on `content` comes to, or `nil` where nothing is said about it.
  package func composition(_ operation: Operator, with content: Content) -> Outcome? {
    guard let outcomes = compositions[operation] else { return nil }
    return outcomes[content] ?? outcomes[.anything]
  }

  /// Whether the verb `lemma` with `object` for the head of its object tells of something done, not said.
  ///
  /// The frames that ask for such an object decide, else all of the verb's.
  ///
  /// - Parameter isCue: Whether the verb can also say something; only a frame that asks for such an object decides then.
  package func isDeed(_ lemma: String, object: String, isCue: Bool) -> Bool {
    let all = frames(of: lemma, as: .verb).lazy.map { self.all[$0] }.filter { $0.words.count == 1 }
    let asking = all.filter { frame in
      frame.conditions.contains { $0.slot == .object && !$0.isNegated && $0.words.contains(object) }
    }
    if isCue || asking.isEmpty {
      let deciding = isCue ? Array(asking) : Array(all)
      return !deciding.isEmpty && deciding.allSatisfy { $0.type.map(Self.material.contains) ?? false }
    }
    return asking.allSatisfy { $0.type.map { !Self.verbal.contains($0) } ?? false }
  }

  /// PLOVER's material cooperation and conflict, section 2 of the codebook.
  private static let material: Set<EventType> = [
    .cooperate, .aid, .retreat, .protest, .sanction, .mobilize, .coerce, .assault,
  ]
  /// Types that are acts of speech.
  private static let verbal: Set<EventType> = [.agree, .request, .accuse, .reject, .threaten]

  /// The event that a statement with `act` is, or `nil`.
  package func outcome(of act: Act) -> Outcome? { acts[act] }
}
