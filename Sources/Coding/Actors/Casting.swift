internal import Knowledge
internal import Linguistics
internal import Newswire
internal import Record

/// The reading of a document's actors, from its first word to its last: who is named, spoken of and meant.
///
/// Names are sorted into entities first, over the whole document; then phrases and pronouns are resolved in text order with
/// what has been read so far. Every look-back is bounded, every other look-up goes by a key.
struct Casting {
  let words: Words
  let doc: Doc
  let knowledge: Knowledge
  let names: [Name]
  let phrases: [NominalPhrase]
  let quotes: [QuotedStretch]
  /// The day of the article or the days between which it must lie; `nil` where nothing is known.
  let day: ClosedRange<Int>?
  let datelineState: String?
  /// For each token the passage that holds it.
  let passageOfToken: [Int32]
  /// Which name covers each token, or -1.
  let owner: [Int32]
  /// In which quoted stretch each token stands, or -1.
  let quoteOfToken: [Int32]
  /// The codes of the states and known bodies that the names name.
  let namedParties: Set<String>
  /// The state that the names name most often, else the dateline's.
  let mainState: String?
  /// The quotations of each speaker's token.
  let quotesOfSpeaker: [Int: [Int]]

  var drafts: [EntityDraft] = []
  var mentions: [Mention] = []
  /// The entity of each name, -1 for places that are no entities.
  var entityOfName: [Int]
  /// The entity that each token heads a mention of, or -1.
  var entityOfHead: [Int32]
  /// The members of each collective's mention by head.
  var membersOfHead: [Int: [Int]] = [:]

  var states: [String: Int] = [:]
  var organizations: [String: Int] = [:]
  /// What the knowledge base knows of the bodies in the story.
  var organizationsByEntity: [Int: Organization] = [:]
  var keyed: [String: Int] = [:]
  var collectives: [[Int]: Int] = [:]
  /// Entities without a name that a later phrase names: "his father", then "his father Anton Berg".
  var identified: [Int: Int] = [:]
  /// People by the parts of their names.
  var people: [String: [Int]] = [:]
  /// Who can be called by an office, the last mentioned last. Bounded.
  var byOffice: [OfficeKind: [Int]] = [:]
  var byNoun: [String: [Int]] = [:]
  /// Who holds an office of a state.
  var byStateOffice: [String: [Int]] = [:]

  var references: [Reference] = []
  /// The last token "former" that stood for somebody.
  var lastFormer: Int?
  /// Entities joined by "and", by the sentence of the first: the last few.
  var pairs: [Pair] = []

  /// The tokens of the headline.
  let title: Range<Int>?

  /// A use of a noun or pronoun, for the salience of what it stands for.
  struct Reference {
    /// The entity, or -1 for something that is none.
    let entity: Int
    let head: Int
    let sentence: Int
    let weight: Double
    let isSubject: Bool
    let isPlural: Bool
  }

  /// Several entities in one breath.
  struct Pair {
    let members: [Int]
    let sentence: Int
    let token: Int
    let isSubject: Bool
  }

  static let backlog = 12

  init(
    words: Words, knowledge: Knowledge, names: [Name], phrases: [NominalPhrase], quotes: [QuotedStretch],
    passageOfToken: [Int32], owner: [Int32], day: ClosedRange<Int>?, datelineState: String?,
    title: Range<Int>? = nil
  ) {
    self.title = title
    self.words = words
    doc = words.doc
    self.knowledge = knowledge
    self.names = names
    self.phrases = phrases
    self.quotes = quotes
    self.day = day
    self.datelineState = datelineState
    self.passageOfToken = passageOfToken
    self.owner = owner
    entityOfName = Array(repeating: -1, count: names.count)
    entityOfHead = Array(repeating: -1, count: words.count)
    var quoteOfToken = [Int32](repeating: -1, count: words.count)
    for (index, quote) in quotes.enumerated() {
      for token in quote.tokens where token < words.count { quoteOfToken[token] = Int32(index) }
    }
    self.quoteOfToken = quoteOfToken
    var quotesOfSpeaker: [Int: [Int]] = [:]
    for (index, quote) in quotes.enumerated() {
      if let speaker = quote.speaker { quotesOfSpeaker[speaker, default: []].append(index) }
    }
    self.quotesOfSpeaker = quotesOfSpeaker
    namedParties = Self.parties(named: names)
    mainState = Self.mainState(of: names) ?? datelineState
  }

  /// Reads everything.
  mutating func read() {
    castNames()
    registerTitles()
    walk()
    resolveFirstPersons()
    resolveConversation()
  }

  // MARK: - In text order

  private enum Item {
    case name(Int)
    case phrase(Int)
    case pronoun(Int)
    case noun(Int)
  }

  private mutating func walk() {
    var items: [(token: Int, order: Int, item: Item)] = []
    var phraseHeads: Set<Int> = []
    for (index, phrase) in phrases.enumerated() {
      items.append((phrase.noun.lowerBound, 1, .phrase(index)))
      phraseHeads.formUnion(phrase.noun)
    }
    for (index, name) in names.enumerated() { items.append((name.tokens.lowerBound, 0, .name(index))) }
    for i in 0..<words.count where owner[i] < 0 && !phraseHeads.contains(i) {
      switch words.kinds[i] {
      case .pronoun, .possessivePronoun: items.append((firstQuoted(by: i) ?? i, 2, .pronoun(i)))
      case .noun, .pluralNoun, .proper: items.append((i, 2, .noun(i)))
      case .number, .adjective, .determiner, .other, .adverb:
        if Self.isAnaphoricWord(words.lower[i]) { items.append((i, 2, .pronoun(i))) }
      default: break
      }
    }
    items.sort { ($0.token, $0.order) < ($1.token, $1.order) }
    for item in items {
      switch item.item {
      case .name(let index): readName(index)
      case .phrase(let index): readPhrase(phrases[index])
      case .pronoun(let token): readPronoun(token)
      case .noun(let token): readNoun(token)
      }
    }
  }

  private static func isAnaphoricWord(_ word: String) -> Bool {
    word == "former" || word == "latter" || word == "two" || word == "both"
  }

  /// A common noun: it says what a name is, or stands in the way of a pronoun that would reach past it.
  mutating func readNoun(_ token: Int) {
    if readPredicate(token) { return }
    let label = doc[token].label
    guard label == "nsubj" || label == "nsubjpass" || label == "dobj" || label == "pobj" || label == "attr" else {
      return
    }
    if let entity = doc.entity(at: token),
      ["DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY"].contains(entity.label)
    {
      return
    }
    references.append(
      Reference(
        entity: -1, head: token, sentence: doc.sentenceIndex(of: token), weight: weight(of: token),
        isSubject: label.hasPrefix("nsubj"), isPlural: words.kinds[token].isPlural))
  }

  // MARK: - Mentions

  /// Records that `tokens` speak of `entity`.
  mutating func mention(
    _ entity: Int, _ tokens: Range<Int>, head: Int, kind: MentionKind, members: [Int] = [], counts: Bool = true,
    isModifier: Bool = false
  ) {
    guard !tokens.isEmpty else { return }
    mentions.append(
      Mention(
        entity: entity, tokens: tokens, head: head, bytes: doc.utf8Range(of: tokens), kind: kind, members: members,
        isModifier: isModifier))
    if entityOfHead[head] < 0 || kind == .name { entityOfHead[head] = Int32(entity) }
    if !members.isEmpty { membersOfHead[head] = members }
    guard counts else { return }
    touch(entity, at: head)
    let label = doc[head].label
    references.append(
      Reference(
        entity: entity, head: head, sentence: doc.sentenceIndex(of: head), weight: weight(of: head),
        isSubject: label.hasPrefix("nsubj"), isPlural: !members.isEmpty || drafts[entity].isPlural))
    notePair(head)
  }

  /// Brings an entity to the front of the lists that nouns are looked up in.
  mutating func touch(_ entity: Int, at token: Int) {
    drafts[entity].lastToken = token
    drafts[entity].lastSentence = doc.sentenceIndex(of: token)
    for office in drafts[entity].offices { Self.front(entity, in: &byOffice[office, default: []]) }
    for noun in drafts[entity].nouns { Self.front(entity, in: &byNoun[noun, default: []]) }
  }

  static func front(_ entity: Int, in list: inout [Int]) {
    if let at = list.lastIndex(of: entity) { list.remove(at: at) }
    list.append(entity)
    if list.count > backlog { list.removeFirst() }
  }

  /// Remembers coordinated actors: "Egypt and Sudan", "between Seoul and Tokyo".
  private mutating func notePair(_ head: Int) {
    guard doc[head].label == "conj" else { return }
    var first = doc[head]
    var steps = 0
    while first.label == "conj", !first.isRoot, steps < 8 {
      first = first.head
      steps += 1
    }
    var members: [Int] = []
    var queue = [first.index]
    while let token = queue.first, members.count < 8 {
      queue.removeFirst()
      if entityOfHead[token] >= 0 {
        let entity = Int(entityOfHead[token])
        if !members.contains(entity) { members.append(entity) }
      }
      for child in doc[token].children where child.label == "conj" { queue.append(child.index) }
    }
    guard members.count > 1 else { return }
    let pair = Pair(
      members: members, sentence: doc.sentenceIndex(of: head), token: first.index,
      isSubject: first.label.hasPrefix("nsubj"))
    if let last = pairs.last, last.token == pair.token { pairs.removeLast() }
    pairs.append(pair)
    if pairs.count > Self.backlog { pairs.removeFirst() }
  }

  /// How much a use brings what it stands for to mind: subjects most (after Lappin and Leass 1994).
  func weight(of token: Int) -> Double {
    var token = token
    var share = 1.0
    for _ in 0..<8 where doc[token].label == "conj" && !doc[token].isRoot {
      token = doc[token].head.index
      share = 0.8
    }
    return share * ownWeight(of: token)
  }

  private func ownWeight(of token: Int) -> Double {
    switch doc[token].label {
    case "nsubj": return doc[token].head.label == "relcl" || doc[token].head.label == "ccomp" ? 0.8 : 1
    case "nsubjpass": return 0.9
    case "dobj": return 0.6
    case "dative": return 0.55
    case "agent", "attr": return 0.5
    case "pobj":
      let preposition = doc[token].head
      if preposition.label == "agent" { return 0.6 }
      return preposition.head.pos == .verb ? 0.5 : 0.4
    case "poss": return 0.35
    case "appos": return 0.4
    case "ROOT": return 0.5
    case "compound", "amod", "nmod": return 0.2
    default: return 0.4
    }
  }

  func sentence(_ token: Int) -> Int { doc.sentenceIndex(of: token) }
}
