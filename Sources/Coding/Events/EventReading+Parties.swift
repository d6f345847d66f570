internal import Knowledge
internal import Linguistics
internal import Record

/// Who does what a frame tells of, and to whom.
extension EventReading {
  /// Who does what a match tells of, to whom, and whether the latter were found in what is agreed, asked or threatened.
  func participants(
    of match: FrameMatch, content: FrameMatch?
  ) -> (actors: [Event.Participant], recipients: [Event.Participant], areContents: Bool) {
    var areContents = false
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
    // "recalled its envoy": one's own envoy is not whom it is done to.
    let own = match.frame.type.map { Self.inward.contains($0) } ?? false ? [] : Set(actors.map(parties.code))
    var recipients = first(
      of: match.frame.recipients, in: match.clause, besides: actors, own: own, locatives: locatives)
    if actors.isEmpty, match.frame.part == .noun, match.clause.isLight(frames) {
      actors = first(of: [[[.subject]]], in: match.clause, besides: recipients)
    }
    if actors.isEmpty, match.frame.isMutual {
      actors = first(of: [[[.preposition("between")]]], in: match.clause, besides: [])
    }
    // "during talks with Mali, Chad offered": who does something on a visit makes it.
    if actors.isEmpty, match.frame.type == .consult, match.head.label == "pobj",
      ["during", "on", "after", "before", "following"].contains(match.head.head.lower)
    {
      actors = first(of: [[[.subject]]], in: match.clause, besides: recipients)
    }
    if recipients.isEmpty, let content {
      recipients = first(of: content.frame.recipients, in: content.clause, besides: actors, own: own)
      if recipients.isEmpty { recipients = first(of: content.frame.actors, in: content.clause, besides: actors) }
      areContents = !recipients.isEmpty
    }
    if recipients.isEmpty, match.clause.isVerb, !match.frame.isMutual || actors.count < 2 {
      // Whom one meets, the frame says; what one discusses is nobody.
      let fallbacks =
        match.frame.isMutual || match.frame.type == .consult ? Self.fallbacks.dropFirst() : Self.fallbacks[...]
      recipients = first(of: Array(fallbacks), in: match.clause, besides: actors, own: own, locatives: locatives)
      if recipients.isEmpty, let type = match.frame.type, Self.territorial.contains(type) {
        recipients = first(of: [[[.preposition("in")]]], in: match.clause, besides: actors)
      }
    }
    if recipients.isEmpty, let type = match.frame.type, Self.speech.contains(type) || type == .protest {
      let roots = type == .protest ? reasons(of: match) : contentRoots(of: match)
      recipients = mentioned(in: roots, besides: actors)
    }
    if recipients.isEmpty, match.clause.isVerb { recipients = conditioned(match.head, besides: actors) }
    recipients.removeAll { party in actors.contains { parties.same($0, party) } }
    // "to mend its relations with Mali": not with itself.
    if recipients.contains(where: { $0.country != nil && !own.contains(parties.code($0)) }) {
      recipients.removeAll { own.contains(parties.code($0)) }
    }
    return (actors, recipients, areContents)
  }

  /// Who has to do something lest what a verb tells of happen: "will leave unless Mali pays".
  func conditioned(_ verb: Token, besides others: [Event.Participant]) -> [Event.Participant] {
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
  func mentioned(in roots: [Token], besides others: [Event.Participant]) -> [Event.Participant] {
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

  static let fallbacks: [[Frame.Path]] = [
    [[.object]], [[.preposition("against")]], [[.preposition("with")]], [[.preposition("to")]],
    [[.preposition("on")]], [[.preposition("over")]],
  ]
  /// Types whose place tells whom they befall.
  static let territorial: Set<EventType> = [
    .aid, .assault, .coerce, .concede, .mobilize, .retreat, .sanction,
  ]

  /// Types of what a state may do to its own people.
  static let inward: Set<EventType> = [.accuse, .assault, .coerce, .mobilize, .protest]

  /// The parties at the first of `alternatives` that has any beyond `others`, and beyond what belongs to the parties with the
  /// codes `own`.
  func first(
    of alternatives: [[Frame.Path]], in clause: Clause, besides others: [Event.Participant], own: Set<String> = [],
    locatives: Bool = true
  ) -> [Event.Participant] {
    var unknown: [Event.Participant] = []
    for alternative in alternatives {
      var found: [Event.Participant] = []
      for path in alternative {
        for party in at(path[...], clause, own, locatives)
        where !(found + others).contains(where: { parties.same($0, party) }) { found.append(party) }
      }
      if found.contains(where: { $0.country != nil || parties.isBody($0.entity) }) { return found }
      if unknown.isEmpty { unknown = found }
    }
    return unknown
  }

  func at(
    _ path: ArraySlice<Frame.Slot>, _ clause: Clause, _ own: Set<String>, _ locatives: Bool
  ) -> [Event.Participant] {
    guard let slot = path.first else { return [] }
    if slot == .speaker { return parties.speaker(around: clause.word.index) }
    if slot == .topic { return topic(around: clause.word.index) }
    var fillers = clause.fillers(of: slot)
    if slot == .lightVerb { fillers = fillers.filter { frames.isIn("light", $0.lowerLemma) } }
    if path.count > 1 {
      return fillers.flatMap { at(path.dropFirst(), Clause($0), own, locatives) }
    }
    return fillers.flatMap { filler in
      let found = parties.parties(of: filler, locatives: locatives)
      return filler.child("poss")?.tag == "PRP$" ? found.filter { !own.contains(parties.code($0)) } : found
    }
  }

  /// Whom the statement around `token` is about, or who did the last hostile act that was told, its speaker's side aside.
  func topic(around token: Int) -> [Event.Participant] {
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
  static let relational: Set<EventType> = [.agree, .concede, .assault]
  static let hostile: Set<EventType> = [.assault, .coerce, .mobilize, .sanction, .threaten]

  /// Who speaks in this sentence or the one before, and when.
  func nearbySpeaker(sentence: Int) -> ([Event.Participant], Int?) {
    let statements = [sentence, sentence - 1].flatMap { statementsOfSentence[$0] ?? [] }.map { story.statements[$0] }
    for statement in statements {
      let speaker = parties.speaker(of: statement)
      guard speaker.contains(where: { $0.country != nil }) else { continue }
      let same = statements.filter { $0.speaker?.entity == statement.speaker?.entity }
      return (speaker, same.lazy.compactMap { time(of: $0) }.first)
    }
    return ([], nil)
  }

  func time(of statement: Statement) -> Int? {
    statement.time ?? story.time(governing: statement.cue.head)
  }
}
