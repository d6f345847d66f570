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
    var best: FrameMatch?
    let clause = Clause(token)
    for index in frames.frames(of: token.lowerLemma, as: part) {
      guard let match = match(frames.all[index], clause), match.specificity > (best?.specificity ?? -1) else {
        continue
      }
      best = match
    }
    guard let best, best.frame.type != nil else { return nil }
    return best
  }

  /// The frame of a modal ("must"), whose subject and content are those of its verb.
  private func modalMatch(at token: Token) -> FrameMatch? {
    for index in frames.frames(of: token.lower, as: .verb) {
      guard var match = match(frames.all[index], Clause(token.head)) else { continue }
      match.trigger = [token.index, token.head.index]
      match.isModal = true
      return match
    }
    return nil
  }

  private func match(_ frame: Frame, _ clause: Clause) -> FrameMatch? {
    var match = FrameMatch(
      frame: frame, clause: clause, trigger: [clause.word.index], consumed: [], specificity: 0)
    var previous = clause.word
    for word in frame.words.dropFirst() {
      guard let next = follower(word, of: clause.word, after: previous) else { return nil }
      match.trigger.append(next.index)
      match.specificity += 2
      previous = next
    }
    for condition in frame.conditions {
      guard let words = satisfying(condition, clause) else { return nil }
      // A noun's verb may tell of an event of its own.
      if condition.slot != .verb, condition.slot != .lightVerb { match.consumed += words }
      match.specificity += condition.weight
      if condition.isParticular, frame.part == .verb, condition.slot == .object { match.trigger += words.prefix(1) }
    }
    return match
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
  private func satisfying(_ condition: Frame.Condition, _ clause: Clause) -> [Int]? {
    var fillers = clause.fillers(of: condition.slot)
    if clause.isVerb, case .preposition(let name) = condition.slot { fillers = clause.nearObjects(of: name) }
    if condition.slot == .lightVerb { fillers = fillers.filter { frames.isIn("light", $0.lowerLemma) } }
    var words: [Int] = []
    for filler in fillers {
      for token in [filler] + measured(filler) + conjuncts(filler) where holds(condition, token) {
        words.append(token.index)
      }
    }
    if condition.isNegated { return words.isEmpty ? [] : nil }
    if words.isEmpty { return nil }
    return condition.takesAnything || condition.takesParty || condition.takesPlace ? [] : words
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
