internal import Knowledge
internal import Linguistics
internal import Record

/// Whether what a word tells of has happened, will, might or did not: from tense, modality and what governs the word.
struct StatusReader {
  let frames: Frames

  func status(of word: Token) -> EventStatus {
    var current = word
    var steps = 0
    if !Clause.isVerbal(word), let status = nominalStatus(of: word) { return status }
    if Clause.isVerbal(word), Clause.isAnnounced(word) { return .future }
    if isDenied(word) { return .negated }
    while steps < 8 {
      steps += 1
      if Clause.isVerbal(current) {
        if let status = verbalStatus(of: current, isTrigger: current.index == word.index) { return status }
        if isFinite(current), current.index != word.index || Clause.isVerbal(word) { return .actual }
      }
      guard !current.isRoot else { break }
      let head = current.head
      switch current.label {
      case "xcomp", "pcomp", "acl", "dobj", "pobj", "prep", "conj", "attr", "advcl", "oprd", "ccomp", "nsubj",
        "nsubjpass",
        "acomp", "amod", "relcl", "dative", "csubj", "appos":
        if current.label == "ccomp", isFinite(current) { return .actual }
        if current.label == "csubj" { return .hypothetical }
        if current.label == "relcl" || current.label == "advcl", isFinite(current) { return .actual }
        if current.label == "nsubj", current.index == word.index || !Clause.isVerbal(current) {
          // "the meeting is expected to", "sanctions would stay": the verb says of its subject whether it is.
          if let status = verbalStatus(of: head, isTrigger: false) { return status == .negated ? .actual : status }
          return .actual
        }
        if let status = governed(by: head, child: current) { return status }
        if current.label == "conj", Clause.isVerbal(head), Clause.isAnnounced(head) { return .future }
        // What a noun's phrase is about is not touched by what befalls the noun.
        if current.label == "prep", !Clause.isVerbal(head) { return .actual }
        current = head
      default: return .actual
      }
    }
    return .actual
  }

  /// Whether a word stands in what somebody denies: "denied that it sent", "dismissed reports that it had sent".
  func isDenied(_ word: Token) -> Bool {
    var current = word
    for _ in 0..<6 {
      guard !current.isRoot else { return false }
      let head = current.head
      if current.label == "ccomp", Clause.isVerbal(current), current.index > head.index {
        let lemma = head.lowerLemma
        return frames.isIn("denial", lemma) || frames.isIn("implying", lemma) && head.child("neg") != nil
      }
      if current.label == "acl" || current.label == "relcl" || current.label == "pcomp",
        let noun = current.label == "pcomp" ? head.isRoot ? nil : head.head : head,
        frames.isIn("reports", noun.lowerLemma), noun.label == "dobj"
      {
        return frames.isIn("denial", noun.head.lowerLemma)
      }
      // "that it met and armed"
      guard ["conj", "xcomp", "dobj"].contains(current.label) else { return false }
      current = head
    }
    return false
  }

  /// What a noun's own modifiers say.
  private func nominalStatus(of noun: Token) -> EventStatus? {
    for child in noun.children {
      let lemma = child.lowerLemma
      if child.label == "det", child.lower == "no" { return .negated }
      if child.label == "amod" || child.label == "compound" || child.label == "advmod", child.index < noun.index {
        if frames.isIn("past", lemma) { return .historical }
        if ["possible", "potential", "proposed", "would-be", "hypothetical"].contains(lemma) { return .hypothetical }
        if ["upcoming", "planned", "forthcoming", "coming", "future", "scheduled", "next", "imminent"].contains(
          child.lower)
          || child.tag == "VBN" && frames.isIn("future", lemma) && lemma != "agree" && lemma != "promise"
        {
          return .future
        }
      }
      if child.label == "acl" || child.label == "relcl" || child.label == "amod", child.index > noun.index,
        ["set", "schedule", "plan", "due", "slate", "expect"].contains(lemma)
      {
        return .future
      }
    }
    return nil
  }

  private func verbalStatus(of verb: Token, isTrigger: Bool) -> EventStatus? {
    var result: EventStatus?
    var has = false
    for child in verb.children where child.index < verb.index || child.label == "neg" {
      let lower = child.lower
      switch child.label {
      case "neg":
        return .negated
      case "aux", "auxpass":
        if child.lemma == "have" { has = true }
        switch lower {
        case "will", "'ll", "’ll", "shall", "wo", "would", "'d", "’d": result = .future
        case "can", "could", "may", "might", "should", "must", "ca", "ought": result = .hypothetical
        default: break
        }
      case "mark" where ["if", "unless", "whether", "lest"].contains(lower): return .hypothetical
      case "advmod" where lower == "never": return .negated
      // "neither Mali nor Chad", "no troops"
      case "nsubj" where child.children.contains { ["no", "neither"].contains($0.lower) && $0.index < child.index },
        "nsubjpass" where child.children.contains { ["no", "neither"].contains($0.lower) && $0.index < child.index }:
        return .negated
      default: break
      }
    }
    // "would have met"
    if result == .future, has { return .hypothetical }
    if result == .future || result == .hypothetical, verb.tag == "VBD" { return nil }
    return result
  }

  /// Whether what a verb tells of is no more than possible by its own words ("may attack", "if it attacks") or weighed
  /// ("is considering an attack"), rather than wished for.
  func isPossible(_ verb: Token) -> Bool {
    isFinite(verb) || !verb.isRoot && frames.isIn("weighing", verb.head.lowerLemma)
  }

  /// Whether a denial is a refusal: what somebody says they will not do.
  func isRefused(_ word: Token) -> Bool {
    Clause.isVerbal(word)
      && word.children.contains { $0.label == "neg" || $0.lower == "never" }
      && word.children.contains { $0.label == "aux" && ["will", "wo", "would"].contains($0.lower) }
      && !word.children.contains { $0.label == "aux" && $0.lemma == "have" }
  }

  /// Whether a preposition says that what it governs is not done: "without meeting", "stopped short of recalling".
  private func isNegating(_ preposition: Token) -> Bool {
    preposition.lower == "without"
      || preposition.lower == "of" && ["short", "instead"].contains(preposition.head.lower)
  }

  private func governed(by head: Token, child: Token) -> EventStatus? {
    let lemma = head.lowerLemma
    if child.label == "pcomp", isNegating(head) { return .negated }
    if Clause.isVerbal(head) {
      let infinitive = child.children.contains { $0.tag == "TO" && $0.label == "aux" }
      if child.label == "xcomp" || child.label == "ccomp" && infinitive {
        // "is to meet", "is going to meet"
        if head.children.contains(where: { $0.label == "neg" || $0.lower == "never" }) { return .negated }
        // "has yet to send"
        if infinitive, lemma == "have" || lemma == "be", head.children.contains(where: { $0.lower == "yet" }) {
          return .negated
        }
        if lemma == "be" || lemma == "go" && head.tag == "VBG" { return infinitive ? .future : nil }
        if frames.isIn("negating", lemma) { return .negated }
        if frames.isIn("future", lemma) { return .future }
        if frames.isIn("hypothetical", lemma) { return .hypothetical }
      } else if child.label == "advcl", infinitive {
        return frames.isIn("future", lemma) ? .future : .hypothetical
      } else if child.label == "dobj" || child.label == "prep" || child.label == "nsubjpass" {
        if child.label == "prep", !["for", "to", "of", "on", "against"].contains(child.lower) { return nil }
        // "Expressed hope for a summit", "held out the prospect of talks": the phrase belongs to the noun before it.
        if child.label == "prep",
          head.children.contains(where: {
            $0.label == "dobj" && $0.index == child.index - 1 && Self.prospects.contains($0.lowerLemma)
          })
        {
          return .hypothetical
        }
        if frames.isIn("negating", lemma), child.label == "dobj" || child.lower == "from" { return .negated }
        if ["plan", "schedule", "set", "propose", "slate", "expect", "offer", "prepare"].contains(lemma) {
          return .future
        }
        if frames.isIn("hypothetical", lemma), !["talk", "argue", "welcome", "able"].contains(lemma) {
          return .hypothetical
        }
      }
      return nil
    }
    if child.label == "acl" || child.label == "prep" || child.label == "pcomp" || child.label == "xcomp" {
      let infinitive = child.children.contains { $0.tag == "TO" && $0.label == "aux" }
      if child.label == "prep", !["for", "to", "of"].contains(child.lower) { return nil }
      if Self.prospects.contains(lemma) { return .hypothetical }
      if infinitive {
        if frames.isIn("negating", lemma) { return .negated }
        return frames.isIn("future", lemma) ? .future : .hypothetical
      }
    }
    return nil
  }

  /// Nouns whose phrase tells what may be, not what is.
  private static let prospects: Set<String> = [
    "hope", "call", "desire", "wish", "possibility", "prospect", "need", "importance", "necessity", "demand", "request",
    "appeal", "bid", "idea", "proposal", "resumption", "chance", "offer", "plan", "invitation", "effort", "aim",
  ]

  private func isFinite(_ verb: Token) -> Bool {
    if ["VBD", "VBZ", "VBP", "MD"].contains(verb.tag) { return true }
    return verb.children.contains {
      ($0.label == "aux" || $0.label == "auxpass") && ["VBD", "VBZ", "VBP", "MD"].contains($0.tag)
    }
  }
}
