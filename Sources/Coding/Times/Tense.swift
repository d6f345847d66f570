internal import Knowledge
internal import Linguistics

/// On which side of the day of publication the clause around a temporal expression lies.
enum Tense: Sendable, Equatable {
  case past, present
  /// Something that is planned or lies ahead of what its clause tells ("a meeting set for Friday", "agreed to meet").
  case prospect
  case future

  /// Reads the tense of the clause that `token` belongs to; `nil` where it has no verb.
  ///
  /// The parse is climbed to the first verb that shows a tense of its own; what has none (infinitives, participles)
  /// takes that of what governs it, unless that says that it lies ahead ("agreed to meet", "a meeting set for").
  static func of(_ tokens: Range<Int>, in doc: Doc, lexicon: TimeWords) -> Tense? {
    // "Friday's ruling" is over, whatever is to be done about it; "ahead of Friday's vote" is not.
    if let after = doc.indices.contains(tokens.upperBound) ? doc[tokens.upperBound] : nil, after.tag == "POS" {
      var led = tokens.lowerBound - 1
      if led >= 0, doc[led].lower == "the" { led -= 1 }
      switch led >= 0 ? doc[led].lower : "" {
      case "until", "till": return .future
      case "of" where led > 0 && ["ahead", "advance", "eve"].contains(doc[led - 1].lower): return .future
      // "Preparations for Friday's vote", "condemned for Friday's attack": whichever lies near.
      case "for": return .present
      case "before": break
      default: return ofClause(tokens, in: doc, lexicon: lexicon) == .future ? .present : .past
      }
    }
    return ofClause(tokens, in: doc, lexicon: lexicon)
  }

  private static func ofClause(_ tokens: Range<Int>, in doc: Doc, lexicon: TimeWords) -> Tense? {
    let token = doc[doc.head(of: tokens)]
    var current = token
    // The preposition that leads the expression, if one does.
    var preposition: String?
    var isNominal = false
    var steps = 0
    while steps < 24 {
      steps += 1
      if current.pos == .adp || current.label == "prep", preposition == nil { preposition = current.lower }
      let isNoun = current.index != token.index && (current.pos == .noun || current.pos == .propn)
      isNominal = isNominal || isNoun
      if isNoun, current.children.contains(where: { lexicon.ahead.contains($0.lower) && $0.index < current.index }) {
        return .prospect
      }
      if let tense = ownTense(of: current, preposition: preposition, lexicon: lexicon) {
        // "The share before Friday's purchases is small", "the May 5 debate matters": a noun's time, of which the verb
        // tells nothing.
        let isApart =
          isNominal && current.lemma == "be" || ["compound", "nmod", "nummod", "amod"].contains(token.label)
        return tense == .present && isApart ? nil : tense
      }
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
      return verb.pos == .adj && lexicon.scheduled.contains(verb.lower) ? .prospect : nil
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
    // "If he is elected in November"
    if finitePresent || verb.tag == "VBZ" || verb.tag == "VBP",
      verb.children.contains(where: { $0.label == "mark" && ($0.lower == "if" || $0.lower == "unless") })
    {
      return .prospect
    }
    // "Could" is as often the past of "can".
    if could { return verb.isRoot ? .past : nil }
    if verb.tag == "MD" { return .future }
    if modal { return has && verb.tag == "VBN" ? .past : .future }
    // "It is to be held": what is said of the infinitive holds for its passive.
    if infinitive, verb.tag == "VBN", !finitePast, !finitePresent {
      return ofInfinitive(verb, has: has, preposition: preposition, lexicon: lexicon)
    }
    let isScheduled = lexicon.scheduled.contains(lemma)
    switch verb.tag {
    case "VBD":
      if isScheduled, let preposition, prospective.contains(preposition) { return .prospect }
      // "They planned a rally on Saturday."
      if isScheduled, preposition == "on", verb.child("dobj") != nil,
        ["plan", "schedule", "slate", "expect"].contains(lemma)
      {
        return .prospect
      }
      return .past
    case "VBN":
      let planned: Tense = finitePresent ? .future : .prospect
      if let preposition, preposition == "until" || preposition == "till", has, finitePresent { return .future }
      if isScheduled, let preposition, prospective.contains(preposition) { return planned }
      // "A record set on Friday" is none that is to come.
      if isScheduled, lemma != "set" || finitePresent, let preposition,
        !has && preposition == "on" || preposition == "in"
      {
        return planned
      }
      if isScheduled, lemma != "set" || finitePresent, !has, !finitePast { return planned }
      if has || finitePast { return .past }
      if finitePresent { return .present }
      return verb.label == "acl" || verb.label == "relcl" || verb.label == "advcl" || verb.isRoot ? .past : nil
    case "VBG":
      if lemma == "start" || lemma == "begin", verb.label == "prep" || verb.label == "advcl" { return .prospect }
      if progressive, finitePast { return .past }
      if progressive, finitePresent { return .future }
      return nil
    case "VBP" where lexicon.unmarked.contains(lemma): return nil
    case "VBZ", "VBP": return lemma == "say" || lemma == "have" ? .past : .present
    case "VB":
      return infinitive ? ofInfinitive(verb, has: has, preposition: preposition, lexicon: lexicon) : nil
    default: return nil
    }
  }

  /// What governs an infinitive says whether it lies ahead.
  private static func ofInfinitive(_ verb: Token, has: Bool, preposition: String?, lexicon: TimeWords) -> Tense? {
    guard !verb.isRoot else { return nil }
    let head = verb.head
    guard head.tag.hasPrefix("VB") || head.tag.hasPrefix("NN") || head.tag.hasPrefix("JJ") else { return nil }
    if has { return .past }
    // "It had been scheduled to end on Friday" is said when it did not.
    if head.children.contains(where: { $0.label.hasPrefix("aux") && $0.tag == "VBD" && $0.lemma == "have" }) {
      return .past
    }
    return preposition == "by" || lexicon.plans.contains(head.lemma) ? .prospect : nil
  }
}
