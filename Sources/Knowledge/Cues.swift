package import Record

/// A word, or a word with its particle or noun, by which something is attributed to somebody: a row of `Data/cues.tsv`.
package struct Cue: Sendable, Equatable {
  /// The lemmas, the main word first: `call for` is `["call", "for"]`.
  package let words: [String]
  package let wordClass: WordClass
  package let patterns: [Pattern]
  /// What the speaker does by it; `nil` for rows that are no cues (press, occasions).
  package let act: Act?
  /// Whether the object is who is spoken to.
  package let objectIsAddressee: Bool
  /// How surely the words attribute, 0 to 1.
  package let sure: Double

  package init(
    words: [String], wordClass: WordClass, patterns: [Pattern], act: Act?, objectIsAddressee: Bool = false, sure: Double
  ) {
    self.words = words
    self.wordClass = wordClass
    self.patterns = patterns
    self.act = act
    self.objectIsAddressee = objectIsAddressee
    self.sure = sure
  }

  /// The class of the main word.
  package enum WordClass: String, Sendable {
    case verb = "v"
    case noun = "n"
    case adjective = "a"
    case modal = "m"
  }

  /// A form that the attributed words may take.
  package enum Pattern: Sendable, Hashable {
    /// Words in quotation marks.
    case quote
    /// A finite clause.
    case that
    /// A clause with whether, if, what, how and the like.
    case wh
    /// An infinitive.
    case to
    /// An object with an infinitive: "wants X to go".
    case objectTo
    case ing
    /// The object.
    case object
    /// The object and the prepositional phrases after it.
    case objectAndMore
    /// The object and what it is called.
    case predicate
    /// The object and an "as" phrase.
    case asPhrase
    /// A noun that is a cue itself: "expressed hope that".
    case noun
    /// A preposition and its object; `kept` where the preposition belongs to the content.
    case preposition(String, kept: Bool)
    /// A preposition and an addressee, then an infinitive (`to`) or another preposition's object.
    case addressed(String, then: String)
    /// The cue's own object is the addressee of what follows: "called on X to go".
    case objectThenTo
    /// The speaker may stand after the cue.
    case inverse
    /// Inside what is said: shows the act where the speaker speaks of himself.
    case own
    /// Inside what is said: shows the act.
    case any
    /// A person or a paper that is cited as knowing.
    case source
    /// Those whom to tell is to tell everybody.
    case press
    /// Where people are spoken to.
    case occasion
    /// Who asks in a transcript.
    case asker
    /// Only where the cue is negated.
    case negated

    init?(_ name: String) {
      switch name {
      case "quote": self = .quote
      case "that": self = .that
      case "wh": self = .wh
      case "to": self = .to
      case "object-to": self = .objectTo
      case "ing": self = .ing
      case "np": self = .object
      case "np+": self = .objectAndMore
      case "oprd": self = .predicate
      case "as": self = .asPhrase
      case "noun": self = .noun
      case "np..to": self = .objectThenTo
      case "inverse": self = .inverse
      case "own": self = .own
      case "any": self = .any
      case "to-np": self = .preposition("to", kept: false)
      case "source": self = .source
      case "press": self = .press
      case "occasion": self = .occasion
      case "asker": self = .asker
      case "negated": self = .negated
      default:
        if let dots = name.firstRange(of: "..") {
          self = .addressed(String(name[..<dots.lowerBound]), then: String(name[dots.upperBound...]))
          return
        }
        let kept = name.hasPrefix("+")
        let preposition = kept ? String(name.dropFirst()) : name
        guard !preposition.isEmpty, preposition.allSatisfy({ $0.isLowercase }) else { return nil }
        self = .preposition(preposition, kept: kept)
      }
    }
  }

  /// Whether the cue can take what is said in this form.
  package func takes(_ pattern: Pattern) -> Bool { patterns.contains(pattern) }
}

/// The lexicon of cues, by the lemma of their main word.
package struct Cues: Sendable {
  private var byLemma: [String: [Cue]] = [:]

  /// No cues.
  package init() {}

  /// Reads `cues.tsv` at `path`.
  package init(path: String) throws(KnowledgeError) {
    try self.init(table: Table(path: path, columns: 7))
  }

  /// Reads the rows of a `cues.tsv` that is already in memory.
  package init(content: String) throws(KnowledgeError) {
    try self.init(table: Table(content: content, file: "cues.tsv", columns: 7))
  }

  private init(table: Table) throws(KnowledgeError) {
    for row in table.rows {
      let words = try row.required(0, "cue").split(separator: " ").map(String.init)
      guard let main = words.first else { throw row.error("has no cue; write its lemma in the first column") }
      guard let wordClass = Cue.WordClass(rawValue: try row.required(1, "class")) else {
        throw row.error("has an unknown class '\(row.fields[1])'; use v, n, a or m")
      }
      var patterns: [Cue.Pattern] = []
      for name in row.list(2) {
        guard let pattern = Cue.Pattern(name) else {
          throw row.error("has an unknown pattern '\(name)'; the file's header lists the patterns")
        }
        patterns.append(pattern)
      }
      var act: Act?
      if let name = row.value(3) {
        act = Act(rawValue: name)
        if act == nil { throw row.error("has an unknown act '\(name)'; use an act of the record") }
      }
      guard let sure = Double(try row.required(5, "sure")), (0...1).contains(sure) else {
        throw row.error("has '\(row.fields[5])' for sure; write a number from 0 to 1")
      }
      byLemma[main, default: []].append(
        Cue(
          words: words, wordClass: wordClass, patterns: patterns, act: act,
          objectIsAddressee: row.value(4) == "addressee", sure: sure))
    }
  }

  /// The rows whose main word has `lemma`, in the file's order.
  package subscript(lemma: String) -> [Cue] { byLemma[lemma] ?? [] }

  /// The number of rows.
  package var count: Int { byLemma.values.reduce(0) { $0 + $1.count } }
}
