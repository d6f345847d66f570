internal import Linguistics

/// The tokens of a document with what the reading of actors asks of them again and again.
struct Words {
  /// A coarse part of speech, from the fine tag.
  enum Kind: UInt8 {
    case noun, pluralNoun, proper, pluralProper, adjective, determiner, pronoun, possessivePronoun, possessive, verb
    case participle, number, preposition, adverb, conjunction, hyphen, punctuation, space, other

    var isNoun: Bool { self == .noun || self == .pluralNoun || self == .proper || self == .pluralProper }
    var isPlural: Bool { self == .pluralNoun || self == .pluralProper }
  }

  let doc: Doc
  let text: [String]
  let lower: [String]
  /// In small letters and, for nouns, in the singular: what phrase tables are written in.
  let singular: [String]
  let kinds: [Kind]
  /// Whether the token begins with a capital letter.
  let isCapital: [Bool]
  /// Whether the token is joined to the one before: no white space between.
  let isJoined: [Bool]
  /// Whether the token begins a passage: what stands before it belongs to another.
  let isBreak: [Bool]

  var count: Int { text.count }
  var indices: Range<Int> { text.indices }

  init(_ doc: Doc) {
    self.doc = doc
    var text: [String] = []
    var lower: [String] = []
    var singular: [String] = []
    var kinds: [Kind] = []
    var isCapital: [Bool] = []
    var isJoined: [Bool] = []
    var isBreak: [Bool] = []
    text.reserveCapacity(doc.count)
    var previousEnd = -1
    let utf8 = doc.utf8
    for token in doc {
      let word = token.text
      let small = word.lowercased()
      let kind = Self.kind(of: token, word: word)
      text.append(word)
      lower.append(small)
      kinds.append(kind)
      singular.append(kind.isPlural ? Self.singular(of: small, lemma: token.lemma) : small)
      isCapital.append(word.unicodeScalars.first?.properties.isUppercase ?? false)
      let start = token.utf8Range.lowerBound
      isJoined.append(start == previousEnd)
      isBreak.append(start > previousEnd + 1 || (start == previousEnd + 1 && (start == 0 || utf8[start - 1] != 0x20)))
      previousEnd = token.utf8Range.upperBound
    }
    self.text = text
    self.lower = lower
    self.singular = singular
    self.kinds = kinds
    self.isCapital = isCapital
    self.isJoined = isJoined
    self.isBreak = isBreak
  }

  /// The words of `tokens`, parted as in the text.
  func phrase(_ tokens: Range<Int>) -> String { doc.text(of: tokens) }

  private static func kind(of token: Token, word: String) -> Kind {
    if token.isSpace { return .space }
    switch token.tag {
    case "NN": return .noun
    case "NNS": return .pluralNoun
    case "NNP": return .proper
    case "NNPS": return .pluralProper
    case "JJ", "JJR", "JJS", "AFX": return .adjective
    case "DT", "PDT", "WDT": return .determiner
    case "PRP": return .pronoun
    case "PRP$", "WP$": return .possessivePronoun
    case "POS": return .possessive
    case "VB", "VBD", "VBP", "VBZ", "MD": return word == "'s" || word == "’s" ? possessiveOrVerb(token) : .verb
    case "VBN", "VBG": return .participle
    case "CD": return .number
    case "IN", "TO": return .preposition
    case "RB", "RBR", "RBS": return .adverb
    case "CC": return .conjunction
    case "HYPH": return .hyphen
    case ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "NFP", "\"\"": return word == "-" ? .hyphen : .punctuation
    default: return word == "-" ? .hyphen : .other
    }
  }

  /// The tagger takes a possessive for "is" now and then; the parse may know better.
  private static func possessiveOrVerb(_ token: Token) -> Kind { token.label == "case" ? .possessive : .verb }

  private static func singular(of word: String, lemma: String) -> String {
    let lemma = lemma.lowercased()
    if lemma != word { return lemma }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("men") { return word.dropLast(3) + "man" }
    if word.hasSuffix("s"), !word.hasSuffix("ss") { return String(word.dropLast()) }
    return word
  }
}
