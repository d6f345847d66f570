internal import Knowledge
internal import Linguistics
internal import Record

/// Events that are acts of speech, told by statements rather than by frames.
extension EventReading {
  func spoken(inSentence index: Int, besides drafts: [Draft]) -> [Draft] {
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
      guard actors.contains(where: { $0.country != nil || parties.isBody($0.entity) }),
        !isPrivate(event.type, event.actors, event.recipients)
      else { continue }
      added.append(Draft(match: nil, event: finished(event)))
    }
    return added
  }

  /// "Do not touch our water", said to somebody, is a request.
  func bidding(_ statement: Statement, besides drafts: [Draft]) -> Draft? {
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
}
