internal import Knowledge
internal import Linguistics
internal import Record

extension Completion {
  /// The matches as statements, in text order of their cues.
  func assembled() -> [Statement] {
    let acts = ActReading(doc: doc, matcher: matcher)
    let conditions = ConditionReading(doc: doc)
    let containers = containers()
    var statements = matches.enumerated().map { index, match in
      let isDirect = match.form == .quotation || match.form == .turn
      let outer = containers[index].map { matches[$0] }
      let own = outer.map { leavingOut($0, of: match.content) } ?? match.content
      let content = own.map { isDirect ? $0 : withMarks($0, cue: match.head) }
      let bytes = content.map { doc.utf8Range(of: $0) }
      let speakerTokens = match.speakerTokens ?? match.speaker.map { phrase(of: $0, match: match) }
      let speakerEntity = speakerEntity(of: firstPerson(match, in: outer) ?? match)
      let given = ownAct(of: match)
      let act =
        match.form == .turn
        ? given
        : acts.act(given, content: content, head: match.contentHead) {
          isOwn($0, speaker: match.speaker, entity: speakerEntity, isDirect: isDirect)
        }
      var statement = Statement(
        sentence: doc.sentenceIndex(of: match.head), quotation: quotation(of: content, form: match.form),
        speaker: speakerTokens.map {
          Statement.Party(
            entity: speakerEntity, bytes: doc.utf8Range(of: $0), members: jointSpeakers(in: $0, head: match.speaker))
        },
        cue: cue(match.tokens, lemma: match.cue.words.joined(separator: " "), head: match.head), content: bytes,
        act: act,
        confidence: (match.confidence * 100).rounded() / 100)
      if given != .decline, syntax.isVerb(doc[match.head]), syntax.isNegated(doc[match.head]) {
        statement.polarity = .negated
      }
      statement.addressees = addressees(of: match)
      statement.relays = (match.relays + passedOn(match, by: outer)).map { relay in
        Statement.Relay(
          party: relay.party.map { party in
            Statement.Party(entity: entity(of: party), bytes: doc.utf8Range(of: relay.partyTokens ?? party..<party + 1))
          }, cue: cue(relay.tokens, lemma: lemma(of: relay.tokens), head: relay.head))
      }
      statement.evidence = evidence(of: match)
      statement.within = containers[index]
      statement.time = time(of: match)
      statement.place = place(of: match, speaker: speakerTokens)
      statement.about = about(content, except: speakerEntity)
      statement.conditions = conditions.conditions(in: content).map {
        Statement.Condition(condition: doc.utf8Range(of: $0.condition), consequence: doc.utf8Range(of: $0.consequence))
      }
      return statement
    }
    for index in matches.indices where matches[index].isEcho { echo(index, in: &statements) }
    return statements
  }

  /// "asked Oslo to yield, her spokesman, Ada Berg, said": what an inner statement says ends before whoever tells of it.
  private func leavingOut(_ outer: Proposal, of content: [Range<Int>]) -> [Range<Int>] {
    guard let last = content.last, let teller = outer.speakerTokens, outer.head >= teller.upperBound,
      last.lowerBound < teller.lowerBound, last.contains(teller.lowerBound)
    else { return content }
    return content.dropLast() + [syntax.trimmed(last.lowerBound..<teller.lowerBound)]
  }

  /// "made a similar remark": repeats what the same speaker said shortly before, or else what was said last.
  private func echo(_ index: Int, in statements: inout [Statement]) {
    let near = span(max(0, index - 6), index).reversed().filter { other in
      statements[other].within == nil && !matches[other].isEcho
        && units.index(of: matches[index].head) - units.index(of: matches[other].head) <= 6
    }
    let speaker = statements[index].speaker?.entity
    guard let echoed = near.first(where: { speaker != nil && statements[$0].speaker?.entity == speaker }) ?? near.first
    else { return }
    statements[index].echoes = echoed
    if statements[index].act == .state { statements[index].act = statements[echoed].act }
    if statements[index].about.isEmpty { statements[index].about = statements[echoed].about }
  }

  /// What the cue says that the speaker does, or declines to do: "would not say".
  private func ownAct(of match: Proposal) -> Act {
    let verb = doc[match.head]
    guard match.cue.wordClass == .verb, syntax.isVerb(verb) else { return match.act }
    if match.act == .reject, match.form == .infinitive, let inner = match.contentHead.map({ doc[$0] }),
      matcher.attributesQuotations(inner) || isDisclosure(inner)
    {
      // "refused to say whether".
      return .decline
    }
    if saysNoComment(match) { return .decline }
    guard syntax.isNegated(verb) else { return match.act }
    if ["comment", "respond", "answer", "elaborate", "reply"].contains(verb.lemma) { return .decline }
    if let modal = syntax.modal(of: verb), match.form != .quotation, match.cue.takes(.quote),
      ["would", "will", "wo", "could"].contains(modal.lower)
    {
      return .decline
    }
    return match.act
  }

  /// "to disclose the price", "to comment".
  private func isDisclosure(_ verb: Token) -> Bool {
    matcher.candidates(at: verb).contains { $0.cue.act == .announce || $0.cue.act == .answer }
  }

  /// "No comment."
  private func saysNoComment(_ match: Proposal) -> Bool {
    guard match.content.count == 1, let words = match.content.first?.filter({ doc[$0].pos != .punct }) else {
      return false
    }
    return words.count == 2 && doc[words[0]].lower == "no" && doc[words[1]].lower == "comment"
  }

  // MARK: Spans

  /// Content with the marks of the quotations that it cuts.
  private func withMarks(_ tokens: Range<Int>, cue: Int) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return tokens }
    var low = first
    var high = last + 1
    if let stretch = quotations.stretch(at: last), quotations.stretch(at: cue) != stretch {
      let marks = quotations.stretches[stretch].tokens
      if marks.lowerBound >= first - 1, marks.upperBound <= high + 60 { high = max(high, marks.upperBound) }
    }
    if let stretch = quotations.stretch(at: first), quotations.stretch(at: cue) != stretch {
      let marks = quotations.stretches[stretch].tokens
      if marks.lowerBound == first - 1, marks.upperBound <= high { low = marks.lowerBound }
    }
    // A mark of a quotation that began before does not belong here.
    if high - 1 > low, syntax.isQuotationMark(doc[high - 1]), let stretch = quotations.stretch(at: high - 1),
      quotations.stretches[stretch].tokens.lowerBound < low
    {
      high -= 1
    }
    return span(low, high)
  }

  private func quotation(of content: [Range<Int>], form: Proposal.Form) -> Quotation {
    if form == .quotation || form == .turn { return .direct }
    var quoted = 0
    var words = 0
    for range in content {
      for i in range where doc[i].pos != .punct && !doc[i].isSpace {
        words += 1
        if quotations.stretch(at: i) != nil { quoted += 1 }
      }
    }
    if quoted == 0 { return .indirect }
    // Words inside a quotation that all of the statement lies in are its speaker's own report.
    if quoted == words, let first = content.first?.first, let last = content.last?.last,
      !syntax.isQuotationMark(doc[first]), !syntax.isQuotationMark(doc[last])
    {
      return .indirect
    }
    return quoted == words ? .direct : .mixed
  }

  private func cue(_ tokens: [Int], lemma: String, head: Int) -> Statement.Cue {
    var spans: [Range<Int>] = []
    for token in tokens.sorted() {
      let bytes = doc[token].utf8Range
      if let last = spans.last, token > 0, doc[token - 1].utf8Range.upperBound == last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<bytes.upperBound
      } else {
        spans.append(bytes)
      }
    }
    return Statement.Cue(spans: spans, lemma: lemma, head: head)
  }

  private func lemma(of tokens: [Int]) -> String { tokens.map { doc[$0].lowerLemma }.joined(separator: " ") }

  /// The speaker's noun phrase, clear of the cue and of what is said.
  private func phrase(of head: Int, match: Proposal) -> Range<Int> {
    let isBefore = head < match.head
    var range = syntax.nounPhrase(
      of: doc[head], before: isBefore ? match.head : nil, after: isBefore ? nil : match.head + 1)
    for content in match.content where content.overlaps(range) && !content.contains(head) {
      if content.lowerBound > head {
        range = span(range.lowerBound, max(head + 1, content.lowerBound))
      } else {
        range = span(min(head, content.upperBound), range.upperBound)
      }
    }
    let clear = syntax.trimmed(range)
    return clear.isEmpty ? head..<head + 1 : clear
  }

  // MARK: Nesting

  /// Who "we" and "I" are in a turn of a transcript: whose turn it is.
  private func firstPerson(_ match: Proposal, in outer: Proposal?) -> Proposal? {
    guard let outer, outer.form == .turn, let speaker = match.speaker, ["i", "we"].contains(doc[speaker].lower) else {
      return nil
    }
    return outer
  }

  /// Who passed on what stands inside another statement and is all that it tells: "Y said X, the radio reported", "the
  /// agency said that the minister told it X".
  private func passedOn(_ match: Proposal, by outer: Proposal?) -> [Proposal.Relay] {
    guard let outer, let speaker = outer.speaker, outer.form == .parenthesis || outer.form == .clause,
      syntax.isVerb(doc[match.head]), isAll(match, of: outer), match.cue.takes(.quote) || match.cue.wordClass == .noun,
      !speaksFor(speaker, match.speaker)
    else { return [] }
    let isReport = isPressNoun(doc[speaker]) || entity(of: speaker).map { isPress(entity: $0) } ?? false
    guard outer.form == .parenthesis || isReport || tells(match, speaker) else { return [] }
    let relay = Proposal.Relay(
      party: speaker, partyTokens: outer.speakerTokens ?? phrase(of: speaker, match: outer), tokens: outer.tokens,
      head: outer.head)
    return [relay] + outer.relays
  }

  /// Whether what a match tells is all that the outer statement tells.
  private func isAll(_ match: Proposal, of outer: Proposal) -> Bool {
    outer.contentHead == match.head || doc[outer.head].head.index == match.head
      || doc[match.head].head.index == outer.head
  }

  /// "China hopes, its president said": who speaks for a state passes nothing on.
  private func speaksFor(_ speaker: Int, _ other: Int?) -> Bool {
    guard let one = entity(of: speaker), let other = other.flatMap({ entity(of: $0) }) else { return false }
    let cast = story.cast.entities
    guard [.country, .government].contains(cast[other].type) else { return false }
    return cast[one].country != nil && cast[one].country == cast[other].country
  }

  /// "told it": those who report were told themselves.
  private func tells(_ match: Proposal, _ reporter: Int) -> Bool {
    match.addressees.contains { ["it", "us", "me"].contains(doc[$0].lower) }
  }

  // MARK: Joint speakers

  /// The entities that `phrase` joins, "Abe and his Korean counterpart, Lee"; empty where it names one.
  private func jointSpeakers(in phrase: Range<Int>, head: Int?) -> [Int] {
    guard let head, phrase.count >= 3, phrase.count <= 40 else { return [] }
    var found: [Int] = []
    func add(_ token: Int) {
      let mention = story.mention(of: token)
      for one in mention.map({ story.cast.members(of: $0) }) ?? entity(of: token).map({ [$0] }) ?? []
      where !found.contains(one) && story.isSpeakerLike(one) { found.append(one) }
    }
    let joined = phrase.filter { $0 == head || isJoined($0, to: head, in: phrase) }
    guard joined.count > 1 else { return jointOwners(of: head) }
    for token in joined {
      // "Poland's and Ukraine's ministers": whose ministers they are tells the two apart.
      if let owner = doc[token].child("poss"), doc[head].child("case") != nil {
        add(owner.index)
      } else {
        add(token)
      }
    }
    return found.count > 1 ? found : []
  }

  /// Whether the names between a token and `head` are all joined by commas and "and".
  private func isJoined(_ token: Int, to head: Int, in phrase: Range<Int>) -> Bool {
    guard doc[token].pos == .propn || doc[token].pos == .noun || doc[token].pos == .pron else { return false }
    var current = doc[token]
    var hasJoint = false
    for _ in 0..<8 {
      guard !current.isRoot, phrase.contains(current.head.index) else { return false }
      switch current.label {
      case "conj": hasJoint = true
      case "nmod", "appos", "compound", "npadvmod":
        // "X, Y and minister Z" may hang X and Y on Z.
        guard story.cast.mention(headedBy: token)?.kind == .name, followsList(token, in: phrase) else { return false }
        hasJoint = true
      default: return false
      }
      current = current.head
      if current.index == head { return hasJoint }
    }
    return false
  }

  /// Whether a comma follows a token, and later in the phrase an "and".
  private func followsList(_ token: Int, in phrase: Range<Int>) -> Bool {
    guard token + 1 < phrase.upperBound, doc[token + 1].text == ",",
      let and = span(token + 1, phrase.upperBound).first(where: { doc[$0].lower == "and" })
    else { return false }
    return span(token + 1, and).allSatisfy { doc[$0].pos == .propn || doc[$0].text == "," }
  }

  /// "Turkish and Greek officials": the two states, as nobody is named.
  private func jointOwners(of head: Int) -> [Int] {
    guard doc[head].tag == "NNS",
      let adjective = doc[head].children.first(where: { $0.label == "amod" && $0.child("conj") != nil }),
      let other = adjective.child("conj"), let first = story.state(of: adjective.index),
      let second = story.state(of: other.index), first != second
    else { return [] }
    return [first, second]
  }

  // MARK: Roles

  private func isOwn(_ subject: Token, speaker: Int?, entity speakerEntity: Int?, isDirect: Bool) -> Bool {
    if ["i", "we"].contains(subject.lower) { return true }
    if let speakerEntity, let other = entity(of: subject.index) {
      if other == speakerEntity { return true }
      let cast = story.cast.entities
      guard cast.indices.contains(other), cast.indices.contains(speakerEntity),
        let country = cast[speakerEntity].country
      else { return false }
      return cast[other].country == country && [.country, .government].contains(cast[other].type)
    }
    // In direct speech these are others.
    if ["he", "she", "it", "they"].contains(subject.lower) { return !isDirect }
    return speaker == subject.index
  }

  private func addressees(of match: Proposal) -> [Int] {
    var heads = match.addressees
    let verb = doc[match.head]
    if syntax.isVerb(verb) {
      for child in verb.children where child.label == "prep" || child.label == "dative" {
        guard let object = child.child("pobj"), !match.content.contains(where: { $0.contains(object.index) }) else {
          continue
        }
        if child.lower == "to" {
          heads += matcher.coordinated(object)
        } else if ["during", "at", "in", "by", "on"].contains(child.lower) {
          heads += others(at: object)
        }
      }
      // "in a letter to X", "thanks to X": whom the words go to.
      if let object = verb.child("dobj"), match.tokens.contains(object.index) {
        heads += others(at: object, isOccasion: true)
      }
    }
    var found: [Int] = []
    for head in heads where !isPress(doc[head]) && !isReporter(head, of: match) {
      let parties = story.mention(of: head).map { story.cast.members(of: $0) } ?? entity(of: head).map { [$0] } ?? []
      for one in parties where !found.contains(one) && !isPress(entity: one) { found.append(one) }
    }
    return found.filter { $0 != match.speaker.flatMap { entity(of: $0) } }
  }

  /// "The agency said that the minister told it": the agency reports.
  private func isReporter(_ addressee: Int, of match: Proposal) -> Bool {
    guard ["it", "us", "me"].contains(doc[addressee].lower) else { return false }
    let above = doc[match.head].head
    return above.index < addressee && syntax.ownSubject(of: above).map { isPressNoun($0) } ?? true
  }

  /// Whom one meets or writes to: "during talks with X", "in a letter to X".
  private func others(at occasion: Token, isOccasion: Bool = false) -> [Int] {
    guard isOccasion || matcher.cues[occasion.lowerLemma].contains(where: { $0.takes(.occasion) }) else {
      return []
    }
    var found: [Int] = []
    for child in occasion.children where child.label == "prep" && ["with", "to"].contains(child.lower) {
      if let object = child.child("pobj") { found += matcher.coordinated(object) }
    }
    return found
  }

  private func isPress(_ token: Token) -> Bool {
    isPressNoun(token)
      || token.children.contains { child in
        child.label == "appos" && matcher.cues[child.lowerLemma].contains { $0.takes(.press) }
      }
  }

  private func isPress(entity: Int) -> Bool {
    guard story.cast.entities.indices.contains(entity) else { return false }
    let held = story.cast.entities[entity]
    return held.sector == "JRN" || held.code == "JRN"
  }

  // MARK: Time and place

  private func time(of match: Proposal) -> Int? {
    guard let time = story.time(governing: match.head), let first = story.times[time].tokens.first,
      !match.content.contains(where: { $0.contains(first) })
    else { return nil }
    return time
  }

  private func place(of match: Proposal, speaker: Range<Int>?) -> Int? {
    nearest(story.places.count, to: match, speaker: speaker) { story.places[$0].tokens }
  }

  /// The first of the items that the tree hangs on the cue, outside what is said and who says it.
  private func nearest(_ count: Int, to match: Proposal, speaker: Range<Int>?, tokens: (Int) -> Range<Int>) -> Int? {
    let unit = units.unit(of: match.head)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if tokens(middle).lowerBound < unit.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < count, tokens(low).lowerBound < unit.upperBound {
      let range = tokens(low)
      if let first = range.first, !match.content.contains(where: { $0.contains(first) }),
        speaker?.contains(first) != true,
        hangs(range, on: match.head)
      {
        return low
      }
      low += 1
    }
    return nil
  }

  private func hangs(_ range: Range<Int>, on cue: Int) -> Bool {
    guard let top = range.first(where: { !range.contains(doc[$0].head.index) || doc[$0].isRoot }) else { return false }
    if doc[top].head.index == cue, ["nsubj", "dobj", "nsubjpass", "ccomp"].contains(doc[top].label) { return false }
    var token = doc[top]
    for _ in 0..<4 {
      guard !token.isRoot else { return false }
      token = token.head
      if token.index == cue { return true }
      guard
        token.pos == .adp || token.tag == "IN"
          || matcher.cues[token.lowerLemma].contains(where: { $0.takes(.occasion) })
      else {
        return false
      }
    }
    return false
  }

  private func about(_ content: [Range<Int>], except speaker: Int?) -> [Int] {
    var found: [Int] = []
    let mentions = story.cast.mentions
    for range in content {
      var low = 0
      var high = mentions.count
      while low < high {
        let middle = (low + high) / 2
        if mentions[middle].tokens.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
      }
      while low < mentions.count, mentions[low].tokens.lowerBound < range.upperBound, found.count < 32 {
        for one in story.cast.members(of: mentions[low]) where one != speaker && !found.contains(one) {
          found.append(one)
        }
        low += 1
      }
    }
    return found
  }
}
