internal import Knowledge
internal import Linguistics
internal import Newswire
internal import Record

/// One pass over a story, sentence by sentence.
struct EventReading {
  private let story: Story
  private let knowledge: Knowledge
  private let frames: Frames
  private let parties: PartyReader
  private let matcher: FrameMatcher
  private let statuses: StatusReader
  private let settings: EventSettings
  /// For each sentence the statements whose cue stands in it.
  private let statementsOfSentence: [Int: [Int]]

  /// Whether the title calls the story's conversation a call.
  private let isOfCall: Bool

  private(set) var events: [Event] = []
  /// Statements with the event at which each was made.
  private(set) var occasions: [(Int, Int)] = []

  init(story: Story, knowledge: Knowledge) {
    self.story = story
    self.knowledge = knowledge
    frames = knowledge.frames
    parties = PartyReader(story: story)
    matcher = FrameMatcher(frames: knowledge.frames, parties: parties)
    statuses = StatusReader(frames: knowledge.frames)
    settings = EventSettings(story: story, contexts: knowledge.contexts, parties: parties)
    let title = story.article.title?.range.map { story.doc.tokens(touching: $0) } ?? 0..<0
    isOfCall = title.contains {
      !Clause.isVerbal(story.doc[$0]) && knowledge.frames.isIn("calls", story.doc[$0].lowerLemma)
    }
    statementsOfSentence = Dictionary(grouping: story.statements.indices) { story.statements[$0].sentence }
  }

  /// An event on its way, with what is needed to join it to others.
  private struct Draft {
    var match: FrameMatch?
    var event: Event
  }

  mutating func run() {
    for index in story.doc.sentences.indices {
      var drafts = drafts(inSentence: index)
      drafts += spoken(inSentence: index, besides: drafts)
      keep(merged(drafts))
    }
    link()
  }

  // MARK: From frames

  private func drafts(inSentence index: Int) -> [Draft] {
    let tokens = story.doc.sentences[index]
    var matches: [FrameMatch] = []
    for at in tokens where !story.doc[at].isSpace {
      if let match = matcher.match(at: story.doc[at]) { matches.append(match) }
    }
    guard !matches.isEmpty else { return [] }
    var dropped = Set<Int>()
    // Words that complete a frame are no triggers of their own.
    var taken: [Int: Int] = [:]
    for (number, match) in matches.enumerated() {
      for token in match.consumed + match.trigger.dropFirst() { taken[token] = number }
    }
    for (number, match) in matches.enumerated() {
      if let by = taken[match.head.index], by != number, !matches[by].frame.keepsContent,
        matches[by].specificity >= match.specificity || matches[by].frame.part == .verb
      {
        dropped.insert(number)
      }
    }
    // Acts of speech take in what they speak of; outer ones first.
    var contents: [Int: (FrameMatch?, Bool)] = [:]
    for (number, match) in matches.enumerated() where !dropped.contains(number) {
      guard let type = match.frame.type, !match.frame.keepsContent else { continue }
      let status = status(of: match)
      guard !isUnperformed(type, status) || match.frame.isFuture || match.frame.possible != nil else { continue }
      if type == .protest || type == .coerce || type == .sanction {
        for root in reasons(of: match) {
          for (other, inner) in matches.enumerated() where other != number && root.subtree.contains(inner.head.index) {
            dropped.insert(other)
          }
        }
      }
      guard Self.speech.contains(type) || match.takesComplement || status == .future else { continue }
      var best: FrameMatch?
      var isReversed = false
      for root in match.isModal ? [match.head] : contentRoots(of: match) {
        let span = root.subtree
        if frames.isIn("reverse", root.lowerLemma), !Clause.isVerbal(root) { isReversed = true }
        for (other, inner) in matches.enumerated() where other != number && span.contains(inner.head.index) {
          guard !isFreestanding(inner.head, below: root) else { continue }
          if best == nil || inner.head.index == root.index, !match.trigger.contains(inner.head.index) { best = inner }
          dropped.insert(other)
        }
      }
      contents[number] = (best, isReversed)
    }
    var drafts: [Draft] = []
    for (number, match) in matches.enumerated() where !dropped.contains(number) {
      let content = contents[number] ?? (nil, false)
      if let draft = draft(match, content: content.0, isReversed: content.1, sentence: index) { drafts.append(draft) }
    }
    return drafts
  }

  private static let speech: Set<EventType> = [.agree, .request, .reject, .threaten, .accuse, .concede]

  private func status(of match: FrameMatch) -> EventStatus {
    match.isModal ? .actual : statuses.status(of: match.head)
  }

  /// The clauses that say why somebody protests or is punished ("to protest the arrests", "for collaborating").
  private func reasons(of match: FrameMatch) -> [Token] {
    match.head.children.flatMap { child -> [Token] in
      switch child.label {
      case "prep" where child.lower == "for" || child.lower == "in":
        return child.lower == "in" && match.frame.type != .protest
          ? [] : child.children.filter { $0.label == "pcomp" || $0.label == "pobj" && match.frame.type == .protest }
      case "advcl", "xcomp": return match.frame.type == .protest && Clause.isVerbal(child) ? [child] : []
      default: return []
      }
    }
  }

  /// Whether an event of `type` says nothing where it has not come about: blame that may be laid, ties that somebody
  /// wants to improve.
  private func isUnperformed(_ type: EventType, _ status: EventStatus) -> Bool {
    switch type {
    case .accuse, .reject, .protest: status == .future || status == .hypothetical
    case .consult, .request, .threaten: false
    default: status == .hypothetical
    }
  }

  /// What an act of speech speaks of.
  private func contentRoots(of match: FrameMatch) -> [Token] {
    var roots = match.clause.fillers(of: .complement)
    if match.clause.isVerb || match.frame.part == .adjective {
      roots += match.clause.fillers(of: .object)
    }
    for name in ["for", "to", "of", "on", "over", "against", "about", "with", "at", "into", "from"] {
      roots += match.head.children.filter { $0.label == "prep" && $0.lower == name }
        .flatMap { $0.children.filter { $0.label == "pobj" || $0.label == "pcomp" } }
    }
    return roots
  }

  /// Whether a word stands in a clause that its container only mentions in passing: a clause of time or of saying.
  private func isFreestanding(_ token: Token, below root: Token) -> Bool {
    var current = token
    var steps = 0
    while current.index != root.index, !current.isRoot, steps < 12 {
      if current.label == "acl", current.tag == "VBN", current.child("agent") != nil { return true }
      // "talks, to which the South is willing to contribute"
      if current.label == "relcl", let subject = current.child("nsubj"), !["WDT", "WP"].contains(subject.tag),
        subject.pos == .propn
      {
        return true
      }
      if current.label == "advcl", current.children.contains(where: { $0.label == "mark" || $0.tag == "WRB" }) {
        return current.children.contains { ["after", "when", "as", "since", "while", "because"].contains($0.lower) }
      }
      current = current.head
      steps += 1
    }
    return false
  }

  private func draft(_ match: FrameMatch, content: FrameMatch?, isReversed: Bool, sentence: Int) -> Draft? {
    guard var type = match.frame.type else { return nil }
    var modes = match.frame.modes
    let head = match.head
    var status = status(of: match)
    let isPromised = status == .future

    // What is only described in passing: "the curfew imposed in Sudan".
    if match.clause.isVerb, head.label == "acl" || head.label == "relcl", Clause.isPassive(head),
      match.clause.fillers(of: .subject).isEmpty, story.time(governing: head.index) == nil
    {
      return nil
    }
    // Judging words judge only where they are somebody's own.
    if match.frame.part == .adjective, match.frame.actors == [[[.speaker]]] {
      guard let within = parties.statement(around: head.index), story.statements[within].quotation != .indirect else {
        return nil
      }
    }

    if Self.speech.contains(type) {
      let inner: Frames.Content? =
        isReversed
        ? .reversed
        : content?.frame.type.map { .type($0) } ?? (contentRoots(of: match).isEmpty && !match.isModal ? nil : .anything)
      if let inner, let outcome = frames.composition(.type(type), with: inner) {
        if outcome.type != type || modes.isEmpty {
          type = outcome.type
          modes = outcome.modes
          if type == .threaten, modes.isEmpty, let content { modes = threatened(content) }
        }
      }
    }
    var isTurned = false
    if let outcome = status == .negated ? match.frame.negated : status == .hypothetical ? match.frame.possible : nil {
      (type, modes, status, isTurned) = (outcome.type, outcome.modes, .actual, true)
    }
    // "an embargo that Mali wants lifted"
    if match.clause.isVerb, head.tag == "VBN",
      head.children.contains(where: { $0.label == "aux" && frames.isIn("wanting", $0.lower) }),
      let outcome = frames.composition(.type(.request), with: .type(type))
    {
      (type, modes, status) = (outcome.type, outcome.modes, .actual)
    }
    var (actors, recipients) = participants(of: match, content: content)
    if match.isModal {
      // "We should", "we and they must" ask nobody else for anything.
      let own = Set(actors.map(parties.code))
      let subjects = match.clause.fillers(of: .subject).flatMap { parties.parties(of: $0) }
      guard !subjects.contains(where: { own.contains(parties.code($0)) }) else { return nil }
    }
    if status == .future, !match.frame.isFuture, let outcome = frames.composition(.future, with: .type(type)) {
      if type != .consult { status = .actual }
      type = outcome.type
      modes = outcome.modes
    }
    if isUnperformed(type, status), !match.frame.isFuture, !isTurned { return nil }
    if type == .consult, status == .hypothetical, match.clause.isVerb, head.label == "advcl" { return nil }
    if status == .future, match.frame.type == .agree, type == .agree { status = .actual }
    if match.frame.isFuture, status != .future, status != .hypothetical, status != .negated { return nil }
    if match.frame.isFuture { status = .actual }

    var nearbyTime: Int?
    if match.frame.isMutual {
      for party in recipients where !actors.contains(where: { parties.same($0, party) }) { actors.append(party) }
      recipients = []
      if actors.count == 1, match.frame.part == .noun {
        let (speakers, time) = nearbySpeaker(sentence: sentence)
        actors += speakers.filter { party in !actors.contains { parties.code($0) == parties.code(party) } }
        nearbyTime = time
      }
    }
    if match.frame.isFuture, actors.isEmpty { actors = parties.speaker(around: head.index) }
    let known = { (party: Event.Participant) in party.country != nil || parties.isBody(party.entity) }
    let knownActors = actors.filter(known)
    let knownRecipients = recipients.filter(known)
    if !match.frame.isBare {
      if status == .negated, knownActors.isEmpty || knownRecipients.isEmpty { return nil }
      if knownActors.isEmpty {
        if type == .assault, match.clause.fillers(of: .subject).isEmpty { return nil }
        if match.clause.isVerb, head.label == "relcl" { return nil }
        // "men bent on toppling the president": what somebody nameless is said to be about.
        if match.clause.isVerb, head.label == "pcomp" || head.label == "acl", !Clause.isPassive(head) { return nil }
      }
      // Somebody has to do it: only a passive may leave unsaid who.
      if actors.isEmpty, match.frame.part == .noun || match.clause.isVerb && !Clause.isPassive(head),
        match.frame.part == .noun || match.clause.fillers(of: .subject).isEmpty
      {
        return nil
      }
      // "offers some relief": an everyday word that touches nobody.
      if recipients.isEmpty, content == nil, !match.frame.isMutual, match.frame.part != .noun,
        Self.relational.contains(type), match.specificity < 3
      {
        return nil
      }
      if knownActors.isEmpty, knownRecipients.isEmpty {
        // "Travel was suspended on Monday": the day makes up for the doer.
        guard match.clause.isVerb, Clause.isPassive(head), match.specificity >= 3, status == .actual,
          !match.frame.isWeak, story.time(governing: head.index) != nil
        else { return nil }
      }
      if match.frame.isWeak, knownActors.isEmpty || (knownRecipients.isEmpty && content == nil && !match.frame.isMutual)
      {
        return nil
      }
      if match.frame.isOpen {
        if match.frame.isMutual {
          guard Set(actors.map(parties.code)).count > 1 else { return nil }
        } else {
          guard let actor = knownActors.first, let recipient = knownRecipients.first,
            match.frame.part == .noun || parties.code(actor) != parties.code(recipient)
              || !parties.same(actor, recipient)
          else { return nil }
        }
      }
      if match.frame.part == .noun {
        if match.frame.isMutual, Set(knownActors.map(parties.code)).count < 2 { return nil }
        if knownActors.isEmpty, !match.frame.isMutual { return nil }
      }
    }
    if type == .consult, actors.isEmpty, !match.frame.isMutual || match.frame.part == .verb || match.frame.isBare {
      return nil
    }

    let isFrames = type == match.frame.type && modes == match.frame.modes
    modes += hintedModes(type, match, besides: modes)
    if type == .consult, modes.isEmpty, isOfCall, Clause.isVerbal(head),
      frames.isIn("speaking", head.lowerLemma)
    {
      modes = ["phone"]
    }
    var event = Event(
      sentence: sentence, trigger: spans(of: match.trigger), head: head.index, type: type, status: status,
      confidence: 0)
    event.modes = modes
    event.contexts = match.frame.contexts
    event.actors = actors
    event.recipients = recipients
    event.confidence = confidence(match, event, knownActors.count, knownRecipients.count)
    event.frame = match.frame.index
    event = finished(event)
    if isFrames, let code = match.frame.cameo { event.cameo = code }
    // A promise is made now, whatever the day of what is promised.
    if isPromised, event.status == .historical { event.status = .actual }
    if event.time == nil { event.time = nearbyTime }
    return Draft(match: match, event: event)
  }

  private func threatened(_ content: FrameMatch) -> [String] {
    guard let type = content.frame.type else { return [] }
    switch (type, content.frame.modes.first) {
    case (.coerce, "arrest"), (.sanction, "convict"): return ["arrest"]
    case (_, "expel"), (.coerce, "deport"): return ["expel"]
    default: return []
    }
  }

  /// Modes that words of the clause give.
  private func hintedModes(_ type: EventType, _ match: FrameMatch, besides modes: [String]) -> [String] {
    guard modes.isEmpty || type == .consult || type == .assault && modes == ["targeted"] else { return [] }
    var found: [String] = []
    let around = match.clause.isVerb ? match.head.subtree : (match.clause.governingVerb ?? match.head).subtree
    let reach = type == .consult ? 24 : 12
    let near =
      span(max(around.lowerBound, match.head.index - reach), min(around.upperBound, match.head.index + reach + 1))
    for at in near where !match.trigger.contains(at) || type != .consult {
      for mode in frames.modes(of: type, hintedBy: story.doc[at].lowerLemma)
      where !modes.contains(mode) && !found.contains(mode) && knowledge.plover.has(mode: mode, of: type) {
        found.append(mode)
      }
    }
    return type == .consult ? found : Array(found.prefix(1))
  }

  private func confidence(_ match: FrameMatch, _ event: Event, _ actors: Int, _ recipients: Int) -> Double {
    var value = 0.55
    if actors > 0 { value += 0.15 }
    if recipients > 0 || match.frame.isMutual && actors > 1 { value += 0.1 }
    value += min(0.1, Double(match.specificity) * 0.02)
    if match.frame.isWeak { value -= 0.1 }
    if event.status == .hypothetical { value -= 0.1 }
    return value
  }

  // MARK: Parties

  private func participants(
    of match: FrameMatch, content: FrameMatch?
  ) -> (actors: [Event.Participant], recipients: [Event.Participant]) {
    // A place where somebody confers is no party, nor is one that somebody speaks about.
    let locatives = match.frame.type.map { Self.territorial.contains($0) } ?? false
    var actors = first(
      of: match.frame.actors, in: match.clause, besides: [], locatives: locatives || match.frame.type != .consult)
    if actors.isEmpty, match.head.label == "acl", match.head.tag == "VBG",
      frames.isIn("document", match.head.head.lowerLemma)
    {
      // "signed a decree banning flights": whoever signs it bans.
      actors = first(of: [[[.subject]]], in: Clause(match.head.head), besides: [])
    }
    var recipients = first(of: match.frame.recipients, in: match.clause, besides: actors, locatives: locatives)
    if actors.isEmpty, match.frame.part == .noun, match.clause.isLight(frames) {
      actors = first(of: [[[.subject]]], in: match.clause, besides: recipients)
    }
    if recipients.isEmpty, let content {
      recipients = first(of: content.frame.recipients, in: content.clause, besides: actors)
      if recipients.isEmpty { recipients = first(of: content.frame.actors, in: content.clause, besides: actors) }
    }
    if recipients.isEmpty, match.clause.isVerb, !match.frame.isMutual || actors.count < 2 {
      // Whom one meets, the frame says; what one discusses is nobody.
      let fallbacks =
        match.frame.isMutual || match.frame.type == .consult ? Self.fallbacks.dropFirst() : Self.fallbacks[...]
      recipients = first(of: Array(fallbacks), in: match.clause, besides: actors, locatives: locatives)
      if recipients.isEmpty, let type = match.frame.type, Self.territorial.contains(type) {
        recipients = first(of: [[[.preposition("in")]]], in: match.clause, besides: actors)
      }
    }
    if recipients.isEmpty, let type = match.frame.type, Self.speech.contains(type) || type == .protest {
      let roots = type == .protest ? reasons(of: match) : contentRoots(of: match)
      recipients = mentioned(in: roots, besides: actors)
    }
    if recipients.isEmpty, match.clause.isVerb { recipients = conditioned(match.head, besides: actors) }
    return (actors, recipients.filter { party in !actors.contains { parties.same($0, party) } })
  }

  /// Who has to do something lest what a verb tells of happen: "will leave unless Mali pays".
  private func conditioned(_ verb: Token, besides others: [Event.Participant]) -> [Event.Participant] {
    let own = Set(others.map(parties.code))
    for clause in verb.children
    where clause.label == "advcl"
      && clause.children.contains(where: { $0.label == "mark" && ["if", "unless", "until"].contains($0.lower) })
    {
      let found = Clause.subjects(of: clause, depth: 0).flatMap { parties.parties(of: $0, locatives: false) }
        .filter { !own.contains(parties.code($0)) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The first parties that `roots` name anywhere, `others` aside.
  private func mentioned(in roots: [Token], besides others: [Event.Participant]) -> [Event.Participant] {
    let own = Set(others.map(parties.code))
    for root in roots {
      for at in root.subtree.prefix(40) {
        guard let mention = story.cast.mention(headedBy: at), mention.kind != .pronoun,
          parties.place(at: at) == nil || mention.kind == .metonym
            || story.cast.entities[mention.entity].type == .country
        else { continue }
        // "the use of poison gas in Mali" is not Mali's.
        let word = story.doc[at]
        if word.label == "pobj", ["in", "at", "near"].contains(word.head.lower), parties.isPlace(word) { continue }
        let found = parties.parties(of: story.doc[at]).filter {
          ($0.country != nil || parties.isBody($0.entity)) && !own.contains(parties.code($0))
        }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  private static let fallbacks: [[Frame.Path]] = [
    [[.object]], [[.preposition("against")]], [[.preposition("with")]], [[.preposition("to")]],
    [[.preposition("on")]], [[.preposition("over")]],
  ]
  /// Types whose place tells whom they befall.
  private static let territorial: Set<EventType> = [
    .aid, .assault, .coerce, .concede, .mobilize, .retreat, .sanction,
  ]

  /// The parties at the first of `alternatives` that has any beyond `others`.
  private func first(
    of alternatives: [[Frame.Path]], in clause: Clause, besides others: [Event.Participant], locatives: Bool = true
  ) -> [Event.Participant] {
    var unknown: [Event.Participant] = []
    for alternative in alternatives {
      var found: [Event.Participant] = []
      for path in alternative {
        for party in at(path[...], clause, locatives)
        where !(found + others).contains(where: { parties.same($0, party) }) { found.append(party) }
      }
      if found.contains(where: { $0.country != nil || parties.isBody($0.entity) }) { return found }
      if unknown.isEmpty { unknown = found }
    }
    return unknown
  }

  private func at(_ path: ArraySlice<Frame.Slot>, _ clause: Clause, _ locatives: Bool) -> [Event.Participant] {
    guard let slot = path.first else { return [] }
    if slot == .speaker { return parties.speaker(around: clause.word.index) }
    if slot == .topic { return topic(around: clause.word.index) }
    var fillers = clause.fillers(of: slot)
    if slot == .lightVerb { fillers = fillers.filter { frames.isIn("light", $0.lowerLemma) } }
    if path.count > 1 {
      return fillers.flatMap { at(path.dropFirst(), Clause($0), locatives) }
    }
    return fillers.flatMap { parties.parties(of: $0, locatives: locatives) }
  }

  /// Whom the statement around `token` is about, or who did the last hostile act that was told, its speaker's side aside.
  private func topic(around token: Int) -> [Event.Participant] {
    guard let index = parties.statement(around: token) else { return [] }
    let statement = story.statements[index]
    let own = Set(parties.speaker(of: statement).map(parties.code))
    var found = statement.about.map { parties.participant($0, statement.content[0]) }
      .filter { $0.country != nil && !own.contains(parties.code($0)) }
    if !found.isEmpty { return found }
    for event in events.suffix(12).reversed() where Self.hostile.contains(event.type) {
      found = event.actors.filter { $0.country != nil && !own.contains(parties.code($0)) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Types of whose everyday words one side alone says little.
  private static let relational: Set<EventType> = [.agree, .concede, .assault]
  private static let hostile: Set<EventType> = [.assault, .coerce, .mobilize, .sanction, .threaten]

  /// Who speaks in this sentence or the one before, and when.
  private func nearbySpeaker(sentence: Int) -> ([Event.Participant], Int?) {
    let statements = [sentence, sentence - 1].flatMap { statementsOfSentence[$0] ?? [] }.map { story.statements[$0] }
    for statement in statements {
      let speaker = parties.speaker(of: statement)
      guard speaker.contains(where: { $0.country != nil }) else { continue }
      let same = statements.filter { $0.speaker?.entity == statement.speaker?.entity }
      return (speaker, same.lazy.compactMap { time(of: $0) }.first)
    }
    return ([], nil)
  }

  private func time(of statement: Statement) -> Int? {
    statement.time ?? story.time(governing: statement.cue.head)
  }

  // MARK: From statements

  private func spoken(inSentence index: Int, besides drafts: [Draft]) -> [Draft] {
    var added: [Draft] = []
    for number in statementsOfSentence[index] ?? [] {
      let statement = story.statements[number]
      guard statement.polarity == .affirmed, story.doc[statement.cue.head].label != "relcl",
        !statuses.isDenied(story.doc[statement.cue.head])
      else { continue }
      // What somebody is said to have said is part of what is said.
      if let outer = statement.within, frames.outcome(of: story.statements[outer].act) != nil { continue }
      if statement.quotation != .indirect, let bid = bidding(statement, besides: drafts + added) { added.append(bid) }
      guard let outcome = frames.outcome(of: statement.act) else { continue }
      let actors = parties.speaker(of: statement)
      guard !actors.isEmpty else { continue }
      let heads = Set(statement.cue.spans.flatMap { Array(story.doc.tokens(touching: $0)) } + [statement.cue.head])
      // The frame at the cue, or one in the content of the same kind, is this act already.
      let content = statement.content.flatMap { Array(story.doc.tokens(touching: $0)) }
      // Words that only say that something was said leave the act to the content.
      let isNeutral = frames.isIn("neutral", story.doc[statement.cue.head].lowerLemma)
      let isCoded = (drafts + added).contains { draft in
        (draft.match?.trigger.contains(where: heads.contains) ?? heads.contains(draft.event.head))
          || (isNeutral || draft.event.type == outcome.type) && content.contains(draft.event.head)
      }
      guard !isCoded else { continue }
      var event = Event(
        sentence: index, trigger: statement.cue.spans, head: statement.cue.head, type: outcome.type, status: .actual,
        confidence: 0.5)
      if isNeutral,
        let root = content.first(where: { at in
          let token = story.doc[at]
          return Clause.isVerbal(token) && token.label != "aux" && token.label != "auxpass"
            && (token.isRoot || !statement.content.contains { $0.contains(token.head.utf8Range.lowerBound) })
        })
      {
        event.head = root
        event.sentence = story.doc.sentenceIndex(of: root)
        let around = story.doc[root].children.filter { ["aux", "neg", "auxpass", "acomp", "prt"].contains($0.label) }
        event.trigger = spans(of: around.map(\.index) + [root])
      }
      event.modes = outcome.modes
      event.actors = actors
      var recipients = statement.addressees.map { parties.participant($0, statement.cue.spans[0]) }
      if recipients.isEmpty { recipients = statement.about.map { parties.participant($0, statement.content[0]) } }
      let own = Set(actors.map(parties.code))
      event.recipients = recipients.filter { !own.contains(parties.code($0)) }
      guard actors.contains(where: { $0.country != nil || parties.isBody($0.entity) }) else { continue }
      added.append(Draft(match: nil, event: finished(event)))
    }
    return added
  }

  /// "Do not touch our water", said to somebody, is a request.
  private func bidding(_ statement: Statement, besides drafts: [Draft]) -> Draft? {
    let actors = parties.speaker(of: statement)
    guard actors.contains(where: { $0.country != nil || parties.isBody($0.entity) }) else { return nil }
    for bytes in statement.content {
      for at in story.doc.tokens(touching: bytes) {
        let verb = story.doc[at]
        let isForbidding =
          verb.children.contains { $0.label == "neg" }
          && verb.children.contains { $0.label == "aux" && $0.lower == "do" }
        guard verb.tag == "VB", isForbidding || ["ROOT", "ccomp"].contains(verb.label),
          !verb.children.contains(where: {
            ["nsubj", "nsubjpass"].contains($0.label) || $0.tag == "MD" || $0.tag == "TO"
              || ["let", "do"].contains($0.lower) && $0.tag != "VB" && $0.tag != "VBP"
          }), verb.lemma != "let", isForbidding || verb.label == "ROOT" || verb.child("mark") == nil,
          !drafts.contains(where: { $0.event.head == at })
        else { continue }
        var event = Event(
          sentence: story.doc.sentenceIndex(of: at), trigger: [verb.utf8Range], head: at, type: .request,
          status: .actual, confidence: 0.5)
        event.modes = ["change"]
        event.actors = actors
        let own = Set(actors.map(parties.code))
        event.recipients = statement.addressees.map { parties.participant($0, statement.cue.spans[0]) }
          .filter { !own.contains(parties.code($0)) }
        return Draft(match: nil, event: finished(event))
      }
    }
    return nil
  }

  // MARK: Finishing

  private func finished(_ event: Event) -> Event {
    var event = event
    event.time = settings.time(of: event.head)
    event.place = settings.place(of: event)
    event.within = parties.statement(around: event.head)
    if event.time == nil, let within = event.within, Self.speech.contains(event.type) || event.type == .support {
      let statement = story.statements[within]
      let speakers = Set(parties.speaker(of: statement).map(\.entity))
      if event.actors.contains(where: { speakers.contains($0.entity) }) {
        event.time = time(of: statement)
      }
    }
    if event.status == .actual, let time = event.time, settings.isLongPast(time) { event.status = .historical }
    if event.type == .consult, event.modes.isEmpty, settings.isAbroad(event) { event.modes = ["third-party"] }
    for context in settings.contexts(of: event) where !event.contexts.contains(context) {
      event.contexts.append(context)
    }
    event.cameo = knowledge.plover.cameo(of: event.type, modes: event.modes, contexts: event.contexts)
    return event
  }

  private func spans(of tokens: [Int]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for token in tokens.sorted() {
      let bytes = story.doc[token].utf8Range
      if let last = spans.last, bytes.lowerBound - last.upperBound <= 1 {
        spans[spans.count - 1] = last.lowerBound..<bytes.upperBound
      } else {
        spans.append(bytes)
      }
    }
    return spans
  }

  // MARK: Duplicates

  /// Joins what one sentence tells twice, by a verb and by its noun.
  private func merged(_ drafts: [Draft]) -> [Event] {
    var kept: [Event] = []
    for draft in drafts.sorted(by: { $0.event.head < $1.event.head }) {
      let event = draft.event
      if let twin = kept.lastIndex(where: { isSame($0, event) }) {
        if kept[twin].recipients.isEmpty { kept[twin].recipients = event.recipients }
        if kept[twin].time == nil { kept[twin].time = event.time }
        if kept[twin].place == nil { kept[twin].place = event.place }
        continue
      }
      kept.append(event)
    }
    return kept
  }

  private func isSame(_ a: Event, _ b: Event) -> Bool {
    guard a.type == b.type, abs(a.head - b.head) < 25 else { return false }
    let (left, right) = (Set(a.actors.map(parties.code)), Set(b.actors.map(parties.code)))
    let (lower, upper) = (story.doc[a.head], story.doc[b.head])
    // Two verbs tell of two events.
    if Clause.isVerbal(lower), Clause.isVerbal(upper),
      left.isEmpty || right.isEmpty || left != right || !isComplement(upper, of: lower)
    {
      return false
    }
    let related = lower.isAncestor(of: upper) || upper.isAncestor(of: lower)
    if left.isEmpty || right.isEmpty { return related }
    guard left == right else { return false }
    let (from, to) = (Set(a.recipients.map(parties.code)), Set(b.recipients.map(parties.code)))
    return from == to || from.isEmpty || to.isEmpty ? related || from == to : false
  }

  private func isComplement(_ inner: Token, of outer: Token) -> Bool {
    var current = inner
    for _ in 0..<4 {
      guard ["xcomp", "ccomp", "pcomp", "prep"].contains(current.label) else { return false }
      current = current.head
      if current.index == outer.index { return true }
    }
    return false
  }

  private mutating func keep(_ new: [Event]) {
    for event in new where !isRepeated(event) { events.append(event) }
  }

  /// Whether an event is "the talks" again: a definite noun, with no party, time or place that is new.
  private func isRepeated(_ event: Event) -> Bool {
    let word = story.doc[event.head]
    guard event.type == .consult || event.type == .agree, !Clause.isVerbal(word),
      word.children.contains(where: { $0.label == "det" && ["the", "this", "these"].contains($0.lower) })
    else { return false }
    let own = Set((event.actors + event.recipients).map(parties.code))
    return events.suffix(24).contains { earlier in
      guard earlier.type == .consult || earlier.type == .agree else { return false }
      return own.isSubset(of: Set((earlier.actors + earlier.recipients).map(parties.code)))
        && (event.time == nil || event.time == earlier.time) && (event.place == nil || event.place == earlier.place)
    }
  }

  // MARK: Links

  /// Ties statements and events to the meetings at which they took place.
  private mutating func link() {
    var byHead: [Int: Int] = [:]
    for (index, event) in events.enumerated() where event.type == .consult || event.type == .agree {
      byHead[event.head] = index
    }
    for index in events.indices {
      if let occasion = settings.occasion(of: events[index].head, among: byHead), occasion != index {
        events[index].occasion = occasion
      }
    }
    for (index, statement) in story.statements.enumerated() {
      if let occasion = settings.occasion(of: statement.cue.head, among: byHead) { occasions.append((index, occasion)) }
    }
  }
}
