internal import Knowledge
internal import Linguistics
internal import Newswire
internal import Record

/// One pass over a story, sentence by sentence.
struct EventReading {
  let story: Story
  let knowledge: Knowledge
  let frames: Frames
  let parties: PartyReader
  let matcher: FrameMatcher
  let statuses: StatusReader
  let settings: EventSettings
  /// For each sentence the statements whose cue stands in it.
  let statementsOfSentence: [Int: [Int]]

  /// Whether the title calls the story's conversation a call.
  let isOfCall: Bool

  var events: [Event] = []
  /// Statements with the event at which each was made.
  var occasions: [(Int, Int)] = []

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
  struct Draft {
    var match: FrameMatch?
    var event: Event
  }

  mutating func run() {
    for index in story.doc.sentences.indices {
      var drafts = drafts(inSentence: index)
      drafts += spoken(inSentence: index, besides: drafts)
      keep(merged(drafts))
    }
    events = MeetingMerger(story: story, frames: frames, parties: parties).merged(events)
    link()
  }

  // MARK: From frames

  func drafts(inSentence index: Int) -> [Draft] {
    let tokens = story.doc.sentences[index]
    var matches: [FrameMatch] = []
    for at in tokens where !story.doc[at].isSpace {
      // What counts only ahead is left to other words where it is not.
      if let match = matcher.match(at: story.doc[at]), !match.frame.isFuture || !isSettled(status(of: match)) {
        matches.append(match)
      }
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
          if best == nil || inner.head.index == root.index, match.isModal || !match.trigger.contains(inner.head.index) {
            best = inner
          }
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
    shareRecipients(among: &drafts)
    return drafts
  }

  /// Gives a joined verb the recipient of the one that it is joined to: "warned Mali and closed the border", "recalled its
  /// envoy, accusing Mali".
  func shareRecipients(among drafts: inout [Draft]) {
    for index in drafts.indices where drafts[index].event.recipients.isEmpty {
      let event = drafts[index].event
      let word = story.doc[event.head]
      guard Self.adverse.contains(event.type), Clause.isVerbal(word), !event.actors.isEmpty,
        let other = drafts.first(where: { other in
          let joined = story.doc[other.event.head]
          return Self.adverse.contains(other.event.type)
            && (word.label == "conj" && joined.index == word.head.index
              || joined.label == "advcl" && joined.tag == "VBG" && joined.head.index == word.index)
            && Set(other.event.actors.map(parties.code)) == Set(event.actors.map(parties.code))
        })
      else { continue }
      drafts[index].event.recipients = other.event.recipients
    }
  }

  static let adverse: Set<EventType> = [.accuse, .reject, .request, .sanction, .threaten]

  static let speech: Set<EventType> = [.agree, .request, .reject, .threaten, .accuse, .concede]

  func isSettled(_ status: EventStatus) -> Bool { status == .actual || status == .historical }

  func status(of match: FrameMatch) -> EventStatus {
    match.isModal ? .actual : statuses.status(of: match.head)
  }

  /// The clauses that say why somebody protests or is punished ("to protest the arrests", "for collaborating").
  func reasons(of match: FrameMatch) -> [Token] {
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
  func isUnperformed(_ type: EventType, _ status: EventStatus) -> Bool {
    switch type {
    case .accuse, .reject, .protest: status == .future || status == .hypothetical
    case .consult, .request, .threaten: false
    default: status == .hypothetical
    }
  }

  /// What an act of speech speaks of.
  func contentRoots(of match: FrameMatch) -> [Token] {
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
  func isFreestanding(_ token: Token, below root: Token) -> Bool {
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

  func draft(_ match: FrameMatch, content: FrameMatch?, isReversed: Bool, sentence: Int) -> Draft? {
    guard var type = match.frame.type else { return nil }
    var modes = match.frame.modes
    let head = match.head
    var status = status(of: match)
    let isPromised = status == .future

    // What is only described in passing: "the curfew imposed in Sudan".
    if match.clause.isVerb, head.label == "acl" || head.label == "relcl", Clause.isPassive(head),
      !Clause.isReduced(head), match.clause.fillers(of: .subject).isEmpty, story.time(governing: head.index) == nil
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
    var (actors, recipients, isContents) = participants(of: match, content: content)
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
    var isRefused = false
    if status == .negated, statuses.isRefused(head), let outcome = frames.composition(.refused, with: .type(type)) {
      (type, modes, status, isRefused) = (outcome.type, outcome.modes, .actual, true)
    }
    let isPossible =
      status == .hypothetical && match.clause.isVerb && Self.deeds.contains(type) && statuses.isPossible(head)
    if isUnperformed(type, status), !match.frame.isFuture, !isTurned, !isPossible { return nil }
    if type == .consult, status == .hypothetical, match.clause.isVerb, head.label == "advcl" { return nil }
    if match.frame.isFuture { status = .actual }
    // Types that speak of what is to come need no mark; a meeting to come keeps its own, and what is only due lies ahead.
    if status == .future, match.frame.type != .consult, Self.announcing.contains(type) { status = .actual }
    if type == .agree, status == .actual,
      frames.isIn("scheduled", head.lowerLemma) || match.frame.isMutual && frames.isIn("moving", head.lowerLemma)
    {
      status = .future
    }

    var nearbyTime: Int?
    if match.frame.isMutual, !isContents, !isRefused {
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
      let sides = Set(knownActors.map(parties.code)).count + (knownRecipients.isEmpty ? 0 : 1)
      if status == .negated, knownActors.isEmpty || sides < 2 { return nil }
      // What might happen says something only where it is told who might do it to whom.
      if isPossible, isUnperformed(type, status) {
        guard let actor = knownActors.first, sides > 1,
          knownRecipients.isEmpty || knownRecipients.contains(where: { parties.code($0) != parties.code(actor) })
        else { return nil }
      }
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
    if match.specificity < 3, isPrivate(type, actors, recipients) { return nil }
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

  /// Whether an event is no more than what private people say of one another.
  func isPrivate(
    _ type: EventType, _ actors: [Event.Participant], _ recipients: [Event.Participant]
  ) -> Bool {
    guard Self.verbal.contains(type), !actors.isEmpty, Set((actors + recipients).compactMap(\.country)).count < 2 else {
      return false
    }
    return (actors + recipients).allSatisfy { party in
      let entity = story.cast.entities[party.entity]
      return entity.type == .person && entity.code == nil && (party.sector.map(Self.privateSectors.contains) ?? true)
    }
  }

  static let verbal: Set<EventType> = [.accuse, .agree, .concede, .reject, .request, .support]
  static let privateSectors: Set<String> = ["AGR", "BUS", "CVL", "EDU", "JRN", "MED", "UNK"]

  /// Deeds, which are worth recording where they only might be done.
  static let deeds: Set<EventType> = [.support, .cooperate, .aid, .retreat, .sanction, .mobilize, .coerce, .assault]
  static let announcing: Set<EventType> = [.agree, .concede, .threaten]

  func threatened(_ content: FrameMatch) -> [String] {
    guard let type = content.frame.type else { return [] }
    switch (type, content.frame.modes.first) {
    case (.coerce, "arrest"), (.sanction, "convict"): return ["arrest"]
    case (_, "expel"), (.coerce, "deport"): return ["expel"]
    default: return []
    }
  }

  /// Modes that words of the clause give.
  func hintedModes(_ type: EventType, _ match: FrameMatch, besides modes: [String]) -> [String] {
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

  func confidence(_ match: FrameMatch, _ event: Event, _ actors: Int, _ recipients: Int) -> Double {
    var value = 0.55
    if actors > 0 { value += 0.15 }
    if recipients > 0 || match.frame.isMutual && actors > 1 { value += 0.1 }
    value += min(0.1, Double(match.specificity) * 0.02)
    if match.frame.isWeak { value -= 0.1 }
    if event.status == .hypothetical { value -= 0.1 }
    return value
  }

  // MARK: Finishing

  func finished(_ event: Event) -> Event {
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

  func spans(of tokens: [Int]) -> [Range<Int>] {
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

  // MARK: Links

  /// Ties statements and events to the meetings at which they took place.
  mutating func link() {
    var byHead: [Int: Int] = [:]
    for (index, event) in events.enumerated() where event.type == .consult || event.type == .agree {
      for head in [event.head] + event.mentions.map(\.head) { byHead[head] = index }
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
