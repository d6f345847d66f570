internal import Knowledge
internal import Linguistics

/// On which side of the day of publication the clause around a temporal expression lies.
enum Tense: Sendable, Equatable {
  case past, present, future

  /// Reads the tense of the clause that `token` belongs to; `nil` where it has no verb.
  ///
  /// The parse is climbed to the first verb that shows a tense of its own; what has none (infinitives, participles)
  /// takes that of what governs it, unless that says that it lies ahead ("agreed to meet", "a meeting set for").
  static func of(_ tokens: Range<Int>, in doc: Doc, lexicon: TimeWords) -> Tense? {
    let token = doc[doc.head(of: tokens)]
    // "Friday's ruling" is over, whatever is to be done about it; "ahead of Friday's vote" is not.
    if let after = doc.indices.contains(tokens.upperBound) ? doc[tokens.upperBound] : nil, after.tag == "POS" {
      let led = tokens.lowerBound > 0 ? doc[tokens.lowerBound - 1].lower : ""
      return ["of", "for", "before", "until"].contains(led) ? .future : .past
    }
    var current = token
    // The preposition that leads the expression, if one does.
    var preposition: String?
    var steps = 0
    while steps < 24 {
      steps += 1
      if current.pos == .adp || current.label == "prep", preposition == nil { preposition = current.lower }
      if current.pos == .noun || current.pos == .propn, current.index != token.index,
        current.children.contains(where: { lexicon.ahead.contains($0.lower) && $0.index < current.index })
      {
        return .future
      }
      if let tense = ownTense(of: current, preposition: preposition, lexicon: lexicon) { return tense }
      if current.isRoot { return nil }
      current = current.head
    }
    return nil
  }

  private static let prospective: Set<String> = ["until", "till", "for", "to"]
  private static let modals: Set<String> = [
    "will", "'ll", "’ll", "shall", "would", "may", "might", "should", "can", "must", "wo", "'d", "’d", "ca",
  ]

  private static func ownTense(of verb: Token, preposition: String?, lexicon: TimeWords) -> Tense? {
    guard verb.tag.hasPrefix("VB") || verb.tag == "MD" else {
      // "The summit, due on Friday": an adjective can look ahead like a participle.
      return verb.pos == .adj && lexicon.scheduled.contains(verb.lower) ? .future : nil
    }
    let lemma = verb.lemma
    var has = false
    var modal = false
    var could = false
    var infinitive = false
    var finitePast = false
    var finitePresent = false
    var progressive = false
    for child in verb.children where child.label == "aux" || child.label == "auxpass" {
      let word = child.lower
      if word == "could" { could = true } else if child.tag == "MD" || modals.contains(word) { modal = true }
      if child.tag == "TO" { infinitive = true }
      if child.lemma == "have" { has = true }
      if child.tag == "VBD" { finitePast = true }
      if child.tag == "VBZ" || child.tag == "VBP" { finitePresent = true }
      if child.lemma == "be" { progressive = true }
    }
    // "Could" is as often the past of "can".
    if could { return verb.isRoot ? .past : nil }
    if verb.tag == "MD" { return .future }
    if modal { return has && verb.tag == "VBN" ? .past : .future }
    let isScheduled = lexicon.scheduled.contains(lemma)
    switch verb.tag {
    case "VBD":
      if isScheduled, let preposition, prospective.contains(preposition) { return .future }
      // "They planned a rally on Saturday."
      if isScheduled, preposition == "on", verb.child("dobj") != nil,
        ["plan", "schedule", "slate", "expect"].contains(lemma)
      {
        return .future
      }
      return .past
    case "VBN":
      if isScheduled, let preposition,
        prospective.contains(preposition) || !has && preposition == "on" || preposition == "in"
      {
        return .future
      }
      if isScheduled, !has, !finitePast { return .future }
      if has || finitePast { return .past }
      if finitePresent { return .present }
      return verb.label == "acl" || verb.label == "relcl" || verb.label == "advcl" || verb.isRoot ? .past : nil
    case "VBG":
      if lemma == "start" || lemma == "begin", verb.label == "prep" || verb.label == "advcl" { return .future }
      if progressive, finitePast { return .past }
      if progressive, finitePresent { return .future }
      return nil
    case "VBZ", "VBP": return lemma == "say" || lemma == "have" ? .past : .present
    case "VB":
      guard infinitive, !verb.isRoot else { return nil }
      let head = verb.head
      if head.tag.hasPrefix("VB") || head.tag.hasPrefix("NN") || head.tag.hasPrefix("JJ") {
        if has { return .past }
        return lexicon.plans.contains(head.lemma) || head.lemma == "plan" ? .future : nil
      }
      return nil
    default: return nil
    }
  }
}
