internal import Knowledge
internal import Linguistics

/// Finds the frame of the lexicon that fits a word best.
struct FrameMatcher {
  let frames: Frames
  let parties: PartyReader

  /// The best frame at `token`, or `nil` where none fits or one that stands for no event fits best.
  func match(at token: Token) -> FrameMatch? {
    if token.label == "aux", token.tag == "MD" { return modalMatch(at: token) }
    // "the besieged town", "a suspected spy": no more than a description.
    if token.label == "amod", token.tag == "VBN" || token.tag == "VBD" || token.tag == "VBG" { return nil }
    let part: Frame.Part
    switch token.pos {
    case .verb: part = .verb
    case .aux where token.label != "aux" && token.label != "auxpass": part = .verb
    case .noun, .propn: part = token.tag.hasPrefix("VB") ? .verb : .noun
    case .adj: part = token.tag == "VBN" || token.tag == "VBD" ? .verb : .adjective
    default: return nil
    }
    let clause = Clause(token)
    var seen: Seen = []
    for index in frames.frames(of: token.lowerLemma, as: part) {
      if let match = match(index, clause, &seen) { return match.frame.type == nil ? nil : match }
    }
    return nil
  }

  /// What stands in the slots that were looked at.
  private typealias Seen = [(slot: Frame.Slot, tokens: [Token])]

  /// The frame of a modal ("must"), whose subject and content are those of its verb.
  private func modalMatch(at token: Token) -> FrameMatch? {
    for index in frames.frames(of: token.lower, as: .verb) {
      var seen: Seen = []
      guard var match = match(index, Clause(token.head), &seen) else { continue }
      match.trigger = [token.index, token.head.index]
      match.isModal = true
      return match
    }
    return nil
  }

  private func match(_ index: Int, _ clause: Clause, _ seen: inout Seen) -> FrameMatch? {
    var trigger = [clause.word.index]
    var consumed: [Int] = []
    var previous = clause.word
    for word in frames.all[index].words.dropFirst() {
      guard let next = follower(word, of: clause.word, after: previous) else { return nil }
      trigger.append(next.index)
      previous = next
    }
    for condition in frames.all[index].conditions {
      guard let words = satisfying(condition, clause, &seen) else { return nil }
      // A noun's verb may tell of an event of its own.
      if condition.slot != .verb, condition.slot != .lightVerb { consumed += words }
      if condition.isParticular, frames.all[index].part == .verb, condition.slot == .object {
        trigger += words.prefix(1)
      }
    }
    return FrameMatch(frame: frames.all[index], clause: clause, trigger: trigger, consumed: consumed)
  }

  /// The next token of a multi-word frame: within a few tokens, below the frame's word in the tree.
  private func follower(_ lemma: String, of word: Token, after previous: Token) -> Token? {
    let doc = parties.story.doc
    let sentence = doc.sentence(of: word.index)
    var at = previous.index + 1
    var steps = 0
    while at < sentence.upperBound, steps < 8 {
      let token = doc[at]
      if token.lower == lemma || token.lowerLemma == lemma {
        var above = token
        for _ in 0..<5 {
          if above.index == word.index { return token }
          if above.isRoot { break }
          above = above.head
        }
        if at == previous.index + 1 { return token }
      }
      if token.pos == .verb, steps > 0 { return nil }
      at += 1
      steps += 1
    }
    // "rule that out" and "suspended ties with": a particle may also stand before its verb's object, never before it.
    return nil
  }

  /// The tokens that satisfy `condition`, empty where something's absence does; `nil` where it does not hold.
  private func satisfying(_ condition: Frame.Condition, _ clause: Clause, _ seen: inout Seen) -> [Int]? {
    let tokens: [Token]
    if let known = seen.first(where: { $0.slot == condition.slot }) {
      tokens = known.tokens
    } else {
      tokens = self.tokens(in: condition.slot, of: clause)
      seen.append((condition.slot, tokens))
    }
    let takesKind = condition.takesAnything || condition.takesParty || condition.takesPlace
    if condition.isNegated { return tokens.contains { holds(condition, $0) } ? nil : [] }
    if takesKind { return tokens.contains { holds(condition, $0) } ? [] : nil }
    let words = tokens.filter { holds(condition, $0) }.map(\.index)
    return words.isEmpty ? nil : words
  }

  /// What stands in a slot, what it measures and what is joined to it.
  private func tokens(in slot: Frame.Slot, of clause: Clause) -> [Token] {
    var fillers: [Token]
    if clause.isVerb, case .preposition(let name) = slot {
      fillers = clause.nearObjects(of: name)
    } else {
      fillers = clause.fillers(of: slot)
    }
    if slot == .lightVerb { fillers = fillers.filter { frames.isIn("light", $0.lowerLemma) } }
    return fillers.flatMap { [$0] + measured($0) + conjuncts($0) }
  }

  private func holds(_ condition: Frame.Condition, _ token: Token) -> Bool {
    if condition.takesAnything { return true }
    let lemma = token.lowerLemma
    if condition.words.contains(lemma) || condition.words.contains(token.lower) { return true }
    if condition.phrases.contains(where: { stands($0, around: token) }) { return true }
    if condition.takesParty, parties.isParty(token) { return true }
    return condition.takesPlace && parties.isPlace(token)
  }

  private func stands(_ phrase: [String], around token: Token) -> Bool {
    let doc = parties.story.doc
    for (offset, word) in phrase.enumerated() where word == token.lowerLemma || word == token.lower {
      let first = token.index - offset
      guard first >= 0, first + phrase.count <= doc.count else { continue }
      if phrase.indices.allSatisfy({
        phrase[$0] == doc[first + $0].lower || phrase[$0] == doc[first + $0].lowerLemma
      }) {
        return true
      }
    }
    return false
  }

  /// What a word of quantity measures: "dollars" in "dollars of aid", "series" in "a series of raids".
  private func measured(_ token: Token) -> [Token] {
    guard token.pos == .num || token.pos == .noun || token.pos == .sym else { return [] }
    var found: [Token] = []
    // "a mediation mission", "peace efforts"
    if frames.isIn("container", token.lowerLemma) { found += token.children.filter { $0.label == "compound" } }
    return found
      + token.children.filter { $0.label == "prep" && ["of", "in"].contains($0.lower) }
      .compactMap { $0.child("pobj") }
  }

  private func conjuncts(_ token: Token) -> [Token] {
    var found: [Token] = []
    var current = token
    for _ in 0..<6 {
      guard let next = current.child("conj"), next.pos == .noun || next.pos == .propn else { break }
      found.append(next)
      current = next
    }
    return found
  }
}
