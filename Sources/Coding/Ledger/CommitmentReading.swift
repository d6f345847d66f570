internal import Knowledge
internal import Linguistics
internal import Record

/// Reads what parties bind themselves to: by the act of a statement, and by what it says that the speaker's side will do
/// or is ready to do.
struct CommitmentReading {
  let story: Story
  let parties: Parties
  private let doc: Doc
  private let clauses: ClauseSpan
  private let finder: LemmaFinder
  /// The events in the order of their heads.
  private let events: [Event]

  init(story: Story, parties: Parties, stances: Stances) {
    self.story = story
    self.parties = parties
    doc = story.doc
    clauses = ClauseSpan(doc: story.doc)
    finder = LemmaFinder(doc: story.doc, phrases: stances.phrases)
    events = story.events.sorted { $0.head < $1.head }
  }

  /// All commitments: those of the statements in their order, then those that the text tells of its own; a joint one
  /// stands once for each holder.
  func commitments() -> [Commitment] {
    var commitments: [Commitment] = []
    /// Where the last commitment of each holder ends: nested statements say the same words again.
    var ends: [Int: Int] = [:]
    for (index, statement) in story.statements.enumerated() where statement.polarity == .affirmed {
      for commitment in read(statement, index: index) {
        if let end = ends[commitment.by], commitment.content.lowerBound < end { continue }
        ends[commitment.by] = commitment.content.upperBound
        commitments.append(commitment)
      }
    }
    return commitments + told(beside: commitments)
  }

  /// What others are said to have bound themselves to ("the king has agreed to host the talks", an envoy said), as far
  /// as `known` does not hold it.
  private func told(beside known: [Commitment]) -> [Commitment] {
    let cues = Set(story.statements.map(\.cue.head))
    var contents = known.map(\.content)
    contents.sort { $0.lowerBound < $1.lowerBound }
    var found: [Commitment] = []
    var next = 0
    for index in 0..<doc.count where doc[index].pos == .verb && !cues.contains(index) {
      guard let act = doc[index].child("xcomp"), act.index > index, let kind = binding(of: doc[index]),
        let subject = subject(of: doc[index]), let mention = story.cast.mention(headedBy: subject.index)
      else { continue }
      let subtree = act.subtree
      let content = clauses.trimmed(max(subtree.lowerBound, index + 1)..<max(subtree.upperBound, index + 1))
      guard !content.isEmpty else { continue }
      let bytes = doc.utf8Range(of: content)
      while next < contents.count, contents[next].upperBound <= bytes.lowerBound { next += 1 }
      if next < contents.count, contents[next].overlaps(bytes) { continue }
      found += make(story.cast.members(of: mention), content: content, kind: kind, nil, nil)
    }
    return found
  }

  /// What the verb `token` binds its subject by, where the text says that it has done so.
  private func binding(of token: Token) -> CommitmentKind? {
    guard ["VBD", "VBN", "VBZ", "VBP"].contains(token.tag) else { return nil }
    let kinds = finder.matches(at: token.index, before: token.index + 1).map { Stances.Kind.allCases[$0.value] }
    let kind: CommitmentKind
    if kinds.contains(.pledges) {
      kind = .pledge
    } else if kinds.contains(.agrees) {
      kind = .agreement
    } else if kinds.contains(.offers) {
      kind = .offer
    } else {
      return nil
    }
    let isOpen = token.children.contains {
      $0.label == "neg" || $0.label == "auxpass" || $0.label == "aux" && ["MD", "TO"].contains($0.tag)
        || $0.label == "mark" && ["if", "unless", "whether", "until", "once", "before"].contains($0.lower)
    }
    return isOpen ? nil : kind
  }

  private func read(_ statement: Statement, index: Int) -> [Commitment] {
    let speakers = parties.speakers(of: statement)
    guard !speakers.isEmpty, let first = statement.content.first else { return [] }
    if let kind = kind(of: statement.act), statement.content.count == 1 || statement.act != .agree {
      let content = doc.tokens(touching: first)
      if kind == .agreement, !isUndertaking(content, by: speakers) { return [] }
      if isWithout(content) || isQuestion(content) { return [] }
      // Experts who offer analyses bind nobody; a state that offers talks does.
      if kind == .offer, !isClause(content), !speakers.contains(where: isParty) { return [] }
      return make(speakers, content: clauses.trimmed(content), kind: kind, statement, index)
    }
    guard ![.threaten, .warn, .deny, .reject, .decline, .ask, .accuse, .criticize].contains(statement.act) else {
      return []
    }
    return statement.content.flatMap { range -> [Commitment] in
      let content = doc.tokens(touching: range)
      return undertakings(in: content, by: speakers).flatMap { undertaking in
        make(undertaking.by, content: undertaking.tokens, kind: undertaking.kind, statement, index)
      }
    }
  }

  private func kind(of act: Act) -> CommitmentKind? {
    switch act {
    case .pledge: .pledge
    case .offer: .offer
    case .agree: .agreement
    default: nil
    }
  }

  /// Whether what is agreed is something to be done ("to meet", "that both will work") and not somebody's view. That
  /// something should be is a view, unless states agree on it with each other.
  private func isUndertaking(_ content: Range<Int>, by speakers: [Int]) -> Bool {
    let words = clauses.trimmed(content)
    guard let first = words.first else { return false }
    if ["to", "on"].contains(doc[first].lower) { return true }
    var modals: Set<String> = ["will", "would", "shall", "to"]
    if Set(speakers.filter(parties.speaksForState).compactMap(parties.country)).count > 1 {
      modals.formUnion(["should", "must"])
    }
    // The clause's own verb: what a verb below it will do is part of the view.
    return words.prefix(40).contains { index in
      modals.contains(doc[index].lower) && doc[index].label == "aux"
        && !words.contains(doc[doc[index].head.index].head.index)
    }
  }

  /// Whether somebody is a state or a body with a code of its own, acts for one, or fights or opposes one.
  private func isParty(_ entity: Int) -> Bool {
    guard story.cast.entities.indices.contains(entity) else { return false }
    let party = story.cast.entities[entity]
    return party.code != nil || !party.offices.isEmpty || parties.speaksForState(entity)
      || ["MIL", "LEG", "PTY", "REB", "OPP", "SEP"].contains(party.sector)
  }

  /// Whether `content` has a verb at its head: "to host the talks", "it was ready".
  private func isClause(_ content: Range<Int>) -> Bool {
    let head = doc[doc.head(of: content)]
    return head.pos == .verb || head.pos == .aux
  }

  /// "Would I do that": asked, not promised.
  private func isQuestion(_ content: Range<Int>) -> Bool {
    guard let first = clauses.trimmed(content).first, doc[first].tag == "MD" else { return false }
    return doc[first].head.children.contains { $0.label.hasPrefix("nsubj") && $0.index > first }
  }

  /// Whether the content says that there are no plans: its verb has an object that "no" denies.
  private func isWithout(_ content: Range<Int>) -> Bool {
    content.prefix(40).contains { index in
      doc[index].label == "dobj" && doc[index].children.contains { $0.lower == "no" && $0.label == "det" }
        && doc[index].head.lemma == "have" && !content.contains(doc[index].head.head.index)
    }
  }

  private func make(
    _ speakers: [Int], content: Range<Int>, kind: CommitmentKind, _ statement: Statement?, _ index: Int?
  ) -> [Commitment] {
    guard !content.isEmpty, !isAnaphoric(content) else { return [] }
    let bytes = doc.utf8Range(of: content)
    var holders: [Int] = []
    for speaker in speakers {
      let holder = parties.principal(of: speaker)
      if !holders.contains(holder) { holders.append(holder) }
    }
    let times = story.firstTime(at: content.lowerBound)..<story.firstTime(at: content.upperBound)
    let time = times.first { story.times[$0].isAhead && story.times[$0].isCalendar }
    return holders.map { holder in
      // Two who bind themselves together do so towards each other.
      let partner = holders.count == 2 ? holders.first { $0 != holder } : nil
      return Commitment(
        by: holder, to: recipient(of: content, holder: holder, statement) ?? partner, content: bytes, kind: kind,
        time: time, statement: index)
    }
  }

  /// "To do so": what is promised stands elsewhere.
  private func isAnaphoric(_ content: Range<Int>) -> Bool {
    let words = content.filter { doc[$0].pos != .aux && doc[$0].tag != "TO" && doc[$0].pos != .punct }
    guard words.count == 2, doc[words[0]].lemma == "do" else { return false }
    return ["so", "it", "that", "this"].contains(doc[words[1]].lower)
  }

  /// The one other party that the content names as object, that it was said to, or towards which the event in it is.
  private func recipient(of content: Range<Int>, holder: Int, _ statement: Statement?) -> Int? {
    let own = parties.country(of: holder)
    for mention in parties.mentions(in: doc.utf8Range(of: content)) where doc.indices.contains(mention.head) {
      let head = doc[mention.head]
      let isObject = ["dobj", "dative"].contains(head.label)
      let isLed = head.label == "pobj" && ["with", "to", "for"].contains(head.head.lower)
      guard isObject || isLed else { continue }
      let members = story.cast.members(of: mention)
      guard members.count == 1, let entity = members.first, story.cast.entities[entity].type != .place,
        let country = parties.country(of: entity), country != own
      else {
        continue
      }
      return parties.principal(of: entity)
    }
    let addressees = (statement?.addressees ?? []).filter {
      parties.country(of: $0) != nil && parties.country(of: $0) != own
    }
    if addressees.count == 1 { return parties.principal(of: addressees[0]) }
    return own.flatMap { counterpart(of: $0, in: content) }
  }

  /// The one other side of what `content` says that `country` will do ("lift its tariffs on Mali's salt").
  private func counterpart(of country: String, in content: Range<Int>) -> Int? {
    var (low, high) = (0, events.count)
    while low < high {
      let middle = (low + high) / 2
      if events[middle].head < content.lowerBound { low = middle + 1 } else { high = middle }
    }
    var others: [Int] = []
    for event in events[low...].prefix(while: { content.contains($0.head) }) {
      let sides = event.actors + event.recipients
      guard event.actors.contains(where: { ($0.country ?? parties.country(of: $0.entity)) == country }) else {
        continue
      }
      for other in sides where parties.country(of: other.entity) != country {
        guard parties.country(of: other.entity) != nil, let side = parties.side(of: other.entity) else { continue }
        if !others.contains(side) { others.append(side) }
      }
    }
    return others.count == 1 ? others[0] : nil
  }

  // MARK: - Undertakings

  private struct Undertaking {
    var by: [Int]
    var tokens: Range<Int>
    var kind: CommitmentKind
  }

  /// The clauses of `content` that say what the speaker's side will do, or is ready to do.
  private func undertakings(in content: Range<Int>, by speakers: [Int]) -> [Undertaking] {
    var found: [Undertaking] = []
    var end = content.lowerBound
    for index in content where index >= end {
      let token = doc[index]
      guard let (verb, kind) = undertaking(at: token), content.contains(verb.index) else { continue }
      let finite = clauses.finite(verb)
      guard !isConditionalClause(finite), let subject = subject(of: finite),
        let by = own(subject, speakers: speakers)
      else { continue }
      let tokens = clauses.tokens(of: finite, in: content)
      guard tokens.count > 1 else { continue }
      found.append(Undertaking(by: by, tokens: tokens, kind: kind))
      end = max(index + 1, tokens.upperBound)
    }
    return found
  }

  /// The verb of a promise or an offer that `token` carries: "will" and its verb, "ready to" and its copula.
  private func undertaking(at token: Token) -> (verb: Token, kind: CommitmentKind)? {
    if token.label == "aux", ["will", "'ll", "’ll", "shall", "would"].contains(token.lower), token.tag == "MD" {
      let verb = token.head
      // What will be, become or help is foreseen, not promised; "would like" asks.
      let states: Set<String> = [
        "be", "become", "have", "like", "benefit", "contribute", "depend", "need", "lose", "win", "face", "suffer",
        "take",
        "remain", "know", "do", "see", "find", "mean", "cause", "lead", "fail", "collapse", "die", "fall", "rise",
        "feel", "say", "tell", "add", "note", "argue", "welcome",
      ]
      let hasPerfect = verb.children.contains { $0.label == "aux" && $0.lemma == "have" }
      // Who will not do a thing refuses it.
      guard verb.tag == "VB" || verb.tag == "VBP", !hasPerfect, verb.child("neg") == nil, !states.contains(verb.lemma),
        verb.child("nsubjpass") == nil
      else { return nil }
      return (verb, .pledge)
    }
    let kinds = finder.matches(at: token.index, before: min(doc.count, token.index + 3)).map {
      Stances.Kind.allCases[$0.value]
    }
    guard kinds.contains(.ready), token.pos == .adj || token.pos == .verb || token.pos == .adv,
      token.children.contains(where: { ($0.label == "xcomp" || $0.label == "prep") && $0.index > token.index })
        || token.head.children.contains(where: { $0.label == "xcomp" && $0.index > token.index })
    else { return nil }
    let copula =
      token.label == "acomp" || token.label == "xcomp" || token.label == "oprd" || token.label == "advmod"
      ? token.head : token
    guard copula.pos == .aux || copula.pos == .verb, !copula.children.contains(where: { $0.label == "neg" }) else {
      return nil
    }
    return (copula, .offer)
  }

  private func isConditionalClause(_ verb: Token) -> Bool {
    verb.label == "advcl"
      && verb.children.contains { $0.label == "mark" && ["if", "unless", "once"].contains($0.lower) }
  }

  private func subject(of verb: Token) -> Token? {
    var current = verb
    for _ in 0..<4 {
      if let subject = clauses.subject(of: current) { return subject }
      guard current.label == "conj" || current.label == "xcomp", !current.isRoot else { return nil }
      current = current.head
    }
    return nil
  }

  /// Those of the speakers' side whom `subject` means, or `nil` where it means somebody else.
  private func own(_ subject: Token, speakers: [Int]) -> [Int]? {
    let word = subject.lower
    if word == "we" || word == "i" { return speakers }
    // "His country", "our side".
    if ["country", "government", "nation", "side", "people", "army"].contains(subject.lowerLemma),
      subject.children.contains(where: {
        $0.label == "poss" && ["his", "her", "its", "their", "our", "my"].contains($0.lower)
      })
    {
      return speakers
    }
    guard let mention = story.cast.mention(headedBy: subject.index) else { return nil }
    let members = story.cast.members(of: mention)
    let countries = Set(speakers.compactMap { parties.country(of: $0) })
    let side = members.filter { member in
      if speakers.contains(member) { return true }
      guard let country = parties.country(of: member), countries.contains(country) else { return false }
      return parties.speaksForState(member) && speakers.contains { parties.speaksForState($0) }
    }
    return side.isEmpty ? nil : side
  }
}
