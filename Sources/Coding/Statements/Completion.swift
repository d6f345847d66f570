internal import Knowledge
internal import Linguistics
internal import Record

/// Makes statements of what finders propose: joins accounts and quotations to the speech that they belong to, drops what
/// the outer speaker says of himself, and fills in everything that a statement has besides cue, speaker and content.
///
/// It asks nothing about where a proposal comes from.
struct Completion {
  let context: SpeechContext
  var attribution: QuoteAttribution
  var matches: [Proposal] = []
  /// For each token the index in the cast of the smallest mention that covers it, or -1.
  private let mentionOfToken: [Int32]
  /// The turns among the matches, in text order: what each of them spans.
  private var turns: [(words: Range<Int>, cue: Int)] = []
  /// How far before "the statement" the statement is spoken of, in tokens.
  private let reachOfPapers = 400
  /// The entities of those who take turns, by the labels of their turns.
  private var entityOfLabel: [String: Int] = [:]
  /// How many matches before and after one may contain it.
  private let window = 30

  var story: Story { context.story }
  var doc: Doc { context.doc }
  var matcher: CueMatcher { context.matcher }
  var syntax: ClauseSyntax { context.syntax }
  var quotations: Quotations { context.quotations }
  var units: SpeechUnits { context.units }

  init(context: SpeechContext) {
    self.context = context
    attribution = context.attribution
    let mentions = context.story.cast.mentions
    var mentionOfToken = [Int32](repeating: -1, count: context.doc.count)
    for (index, mention) in mentions.enumerated() {
      for token in mention.tokens where mentionOfToken.indices.contains(token) {
        let held = mentionOfToken[token]
        if held < 0 || mentions[Int(held)].tokens.count > mention.tokens.count {
          mentionOfToken[token] = Int32(index)
        }
      }
    }
    self.mentionOfToken = mentionOfToken
  }

  /// The statements that `proposals` make, in text order of their cues.
  ///
  /// - Parameter proposals: In text order of the units that hold their cues; no two for the same cue and content.
  mutating func statements(from proposals: [Proposal]) -> [Statement] {
    matches = proposals
    for index in matches.indices where matches[index].form != .account {
      context.relays.apply(to: &matches[index], in: units.unit(of: matches[index].head))
      // A relay may have taken the place of who was thought to speak.
      if let speaker = matches[index].speaker, matches[index].speakerTokens?.contains(speaker) == false {
        matches[index].speakerTokens = nil
      }
    }
    joinAccounts()
    follow()
    matches.sort { ($0.head, $0.content.first?.lowerBound ?? 0) < ($1.head, $1.content.first?.lowerBound ?? 0) }
    turns = matches.compactMap { match in
      guard match.form == .turn, let first = match.content.first, let last = match.content.last else { return nil }
      return (span(first.lowerBound, last.upperBound), match.head)
    }
    for match in matches where match.form == .turn && match.act != .ask {
      guard let speaker = match.speaker, let label = label(of: match), entityOfLabel[label] == nil else { continue }
      entityOfLabel[label] = entity(of: speaker)
    }
    dropInner()
    return assembled()
  }

  // MARK: Accounts

  /// "according to X": X speaks where the sentence has no speaker, and relays where it has.
  private mutating func joinAccounts() {
    var spent: Set<Int> = []
    for index in matches.indices where matches[index].form == .account {
      // Kept unless it finds whom it passes on.
      matches[index].form = .parenthesis
      matches[index].rule = .account
      let unit = units.unit(of: matches[index].head)
      guard let account = context.relays.account(at: doc[matches[index].head], in: unit) else { continue }
      if passOn(account, in: unit, at: index) { spent.insert(index) }
    }
    guard !spent.isEmpty else { return }
    matches = matches.enumerated().filter { !spent.contains($0.offset) }.map(\.element)
  }

  /// Makes an account the relay of those statements of its unit that have a speaker; whether there are any.
  private mutating func passOn(_ account: RelayReading.Account, in unit: Range<Int>, at index: Int) -> Bool {
    let head = doc[account.tokens.lowerBound].head
    let isAtEnd = syntax.trimmed(span(account.tokens.upperBound, unit.upperBound)).isEmpty
    let isAtStart = syntax.trimmed(span(unit.lowerBound, account.tokens.lowerBound)).isEmpty
    let relay = Proposal.Relay(
      party: account.party, partyTokens: account.partyTokens, tokens: Array(account.cue), head: account.cue.lowerBound)
    let unitIndex = units.index(of: account.tokens.lowerBound)
    var first = index
    while first > 0, units.index(of: matches[first - 1].head) == unitIndex { first -= 1 }
    var isRelay = false
    for other in first..<index where matches[other].speaker != nil {
      let match = matches[other]
      guard match.cue.wordClass == .verb, match.cue.sure >= 0.75,
        match.cue.takes(.quote) || match.cue.takes(.that) || match.form != .clause,
        match.head < account.tokens.lowerBound || isAtStart, isTopLevel(other, in: first..<index),
        head.index == match.head || isAtEnd || isAtStart
      else { continue }
      matches[other].relays.append(relay)
      if match.form != .quotation {
        matches[other].content = match.content.compactMap { cut(account.tokens, from: $0) }
      }
      isRelay = true
    }
    return isRelay
  }

  /// Whether no other of the matches in `range` contains the cue of the one at `index`.
  private func isTopLevel(_ index: Int, in range: Range<Int>) -> Bool {
    let head = matches[index].head
    return !range.clamped(to: span(max(0, index - window), index + window)).contains { other in
      other != index && matches[other].head != head && matches[other].content.contains { $0.contains(head) }
    }
  }

  private func cut(_ phrase: Range<Int>, from content: Range<Int>) -> Range<Int>? {
    guard content.contains(phrase.lowerBound) else { return content }
    // A phrase in the middle is left where it is.
    guard syntax.trimmed(phrase.upperBound..<max(phrase.upperBound, content.upperBound)).isEmpty else {
      return phrase.lowerBound <= content.lowerBound + 1
        ? syntax.trimmed(span(phrase.upperBound, content.upperBound)) : content
    }
    let rest = syntax.trimmed(span(content.lowerBound, phrase.lowerBound))
    return rest.isEmpty ? nil : rest
  }

  // MARK: Between units

  /// Quotations that go on after indirect speech.
  private mutating func follow() {
    var lastCue: [Int: Int] = [:]
    for (index, match) in matches.enumerated()
    where match.cue.wordClass == .verb && match.cue.sure >= 0.75 && match.speaker != nil {
      guard match.form == .clause || match.form == .parenthesis || match.form == .quotation,
        quotations.stretch(at: match.head) == nil
      else { continue }
      lastCue[units.index(of: match.head)] = index
    }
    let byUnit = lastCue
    let heads = matches.map(\.head)
    attribution.follow { unit in byUnit[unit].map { heads[$0] } }
    guard !attribution.followers.isEmpty else { return }
    var matchOfCue: [Int: Int] = [:]
    for (index, match) in matches.enumerated() where matchOfCue[match.head] == nil || match.form == .quotation {
      matchOfCue[match.head] = index
    }
    var isAttributed = [Bool](repeating: false, count: doc.count)
    for match in matches where match.tagger != nil {
      for token in match.content.joined() { isAttributed[token] = true }
    }
    var separate: [Int: Int] = [:]
    for stretch in attribution.followers.sorted() {
      guard let cue = attribution.cueOfStretch[stretch], let index = matchOfCue[cue] else { continue }
      let tokens = quotations.stretches[stretch].tokens
      guard !isAttributed[tokens.lowerBound] else { continue }
      if matches[index].form == .quotation {
        matches[index].content.append(tokens)
      } else if let own = separate[cue] {
        matches[own].content.append(tokens)
      } else {
        var match = matches[index]
        match.form = .quotation
        match.content = [tokens]
        match.contentHead = nil
        match.rule = .continuation
        match.sure *= 0.9
        separate[cue] = matches.count
        matches.append(match)
      }
    }
  }

  // MARK: Nesting

  /// The match whose content holds the cue of the match at `index`: the smallest.
  private func container(of index: Int) -> Int? {
    let head = matches[index].head
    var best: (index: Int, size: Int)?
    for other in max(0, index - window)..<min(matches.count, index + window)
    where other != index && matches[other].head != head {
      guard let range = matches[other].content.first(where: { $0.contains(head) }) else { continue }
      if best == nil || range.count < (best?.size ?? .max) { best = (other, range.count) }
    }
    if best == nil, let stretch = quotations.stretch(at: head), let cue = attribution.cueOfStretch[stretch] {
      // A quotation may be long; its cue is far.
      return matchIndex(ofCue: cue)
    }
    return best?.index ?? turn(around: head).flatMap { matchIndex(ofCue: $0) }
  }

  private func label(of turn: Proposal) -> String? {
    turn.speakerTokens.map { doc.text(ofUTF8: doc.utf8Range(of: $0)) }
  }

  /// Who says it, as an entity.
  func speakerEntity(of match: Proposal) -> Int? {
    guard let speaker = match.speaker else { return nil }
    // Who asks in a transcript is nobody in particular.
    if match.form == .turn { return match.act == .ask ? nil : label(of: match).flatMap { entityOfLabel[$0] } }
    guard let found = entity(of: speaker) else { return nil }
    // "Seoul, it said, follows others": "it" is not what the sentence is about.
    if doc[speaker].pos == .pron, let opening = match.content.first, opening.upperBound <= speaker, opening.count <= 4,
      opening.contains(where: { story.entity(of: $0) == found })
    {
      return nil
    }
    return found
  }

  /// The cue of the turn that holds `token`, which may be far.
  private func turn(around token: Int) -> Int? {
    var low = 0
    var high = turns.count
    while low < high {
      let middle = (low + high) / 2
      if turns[middle].words.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < turns.count && turns[low].words.contains(token) ? turns[low].cue : nil
  }

  private func matchIndex(ofCue cue: Int) -> Int? {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].head < cue { low = middle + 1 } else { high = middle }
    }
    return low < matches.count && matches[low].head == cue ? low : nil
  }

  /// Drops nested matches in which the outer speaker speaks on ("he said he hopes"), and doubtful ones.
  private mutating func dropInner() {
    var kept: [Proposal] = []
    for (index, match) in matches.enumerated() {
      if let outer = container(of: index) {
        if !isNestedStatement(match, in: matches[outer]) { continue }
      } else if match.tagger == nil, isOwnWord(match) {
        continue
      }
      if isRepetition(match, of: kept) { continue }
      kept.append(match)
    }
    matches = kept
  }

  /// "We want peace" in a quotation of nobody: its speaker is not known.
  private func isOwnWord(_ match: Proposal) -> Bool {
    guard let speaker = match.speaker, quotations.stretch(at: match.head) != nil else { return false }
    return ["i", "we", "you"].contains(doc[speaker].lower)
  }

  private func isRepetition(_ match: Proposal, of kept: [Proposal]) -> Bool {
    kept.suffix(4).contains { $0.content == match.content && ($0.head == match.head || $0.speaker == match.speaker) }
  }

  private func isNestedStatement(_ match: Proposal, in outer: Proposal) -> Bool {
    guard let speaker = match.speaker, speaker != outer.speaker,
      match.sure >= (outer.form == .turn ? outer.act == .ask ? 0.85 : 0 : 0.75)
    else { return false }
    if startsWithQuestion(match) { return false }
    let token = doc[speaker]
    if token.pos == .pron {
      // Only turns and whole documents, which no marks enclose, hold statements in the first person.
      if ["i", "we"].contains(token.lower) { return outer.form == .turn }
      if ["you", "who", "they", "everyone", "nobody", "one", "someone", "people", "it", "that", "this"]
        .contains(token.lower)
      {
        return outer.form == .turn && outer.act != .ask && entity(of: speaker) != nil
      }
      guard let inner = entity(of: speaker) else { return false }
      guard let other = outer.speaker.flatMap({ entity(of: $0) }) else {
        // "He was not optimistic, a participant said": whoever speaks comes after, so "he" is another.
        return outer.speaker.map { $0 > speaker } ?? false
      }
      return inner != other || tellsOthers(match)
    }
    if token.pos != .noun, token.pos != .propn { return false }
    if let inner = entity(of: speaker), let other = outer.speaker.flatMap({ entity(of: $0) }), inner == other {
      return tellsOthers(match) || outer.form == .turn
    }
    return outer.form == .turn || match.form != .phrase || match.cue.sure >= 0.85
  }

  /// "He said he had told the king that": an earlier speech of his own, to somebody.
  private func tellsOthers(_ match: Proposal) -> Bool {
    let verb = doc[match.head]
    guard syntax.isVerb(verb), match.form == .clause || match.form == .infinitive else { return false }
    return verb.children.contains { $0.label == "aux" && $0.lemma == "have" }
      && match.addressees.contains { entity(of: $0) != nil && !isPressNoun(doc[$0]) }
  }

  private func startsWithQuestion(_ match: Proposal) -> Bool {
    guard match.form == .clause, let first = match.content.first?.first else { return false }
    return doc[first].tag.hasPrefix("W") && doc[first].lower != "that"
  }

  /// The entity that the noun phrase headed by `token` refers to.
  func entity(of token: Int) -> Int? {
    let noun = doc[token]
    if isPressNoun(noun), let name = namedBy(noun) { return name }
    if let found = story.entity(of: token) { return found }
    // "a statement issued by X": papers speak for their makers.
    if isPaper(noun), let found = maker(of: noun) ?? makerBefore(noun) { return found }
    guard mentionOfToken.indices.contains(token), mentionOfToken[token] >= 0 else { return nil }
    let mention = story.cast.mentions[Int(mentionOfToken[token])]
    return mention.kind == .name ? mention.entity : nil
  }

  private func isPaper(_ noun: Token) -> Bool {
    let rows = matcher.cues[noun.lowerLemma]
    return rows.contains { $0.takes(.occasion) }
      || rows.contains { $0.takes(.source) } && rows.contains { $0.wordClass == .noun && $0.act != nil }
  }

  private func maker(of paper: Token) -> Int? {
    guard let maker = syntax.holder(of: paper), maker.index != paper.index else { return nil }
    return story.entity(of: maker.index)
  }

  /// "The statement" is the one that somebody issued, or spoke in, shortly before.
  private func makerBefore(_ noun: Token) -> Int? {
    guard noun.tag == "NN", matcher.cues[noun.lowerLemma].contains(where: { $0.takes(.occasion) }),
      noun.children.contains(where: { ["the", "this"].contains($0.lower) })
    else { return nil }
    for i in span(max(0, noun.index - reachOfPapers), noun.index).reversed()
    where doc[i].lower == noun.lower && !doc[i].children.contains(where: { ["the", "this"].contains($0.lower) }) {
      return maker(of: doc[i])
    }
    return nil
  }

  /// "the Tanjug news agency": the body that a name before the noun names.
  private func namedBy(_ noun: Token) -> Int? {
    for child in noun.children where ["compound", "nmod", "appos"].contains(child.label) {
      if let mention = story.cast.mention(headedBy: child.index), mention.kind == .name,
        story.cast.entities[mention.entity].type == .organization
      {
        return mention.entity
      }
    }
    return nil
  }

  func isPressNoun(_ token: Token) -> Bool {
    matcher.cues[token.lowerLemma].contains { $0.takes(.press) }
  }

  /// The index in `matches` of the statement that each lies within.
  func containers() -> [Int?] { matches.indices.map { container(of: $0) } }
}
