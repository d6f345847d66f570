internal import Linguistics

/// What the rules ask of a parse: subjects, infinitives, complements.
///
/// All walks are bounded, so that no tree, however deep or wide, makes them slow.
struct ClauseSyntax: Sendable {
  let doc: Doc
  /// How many steps a walk up the tree may take.
  private let reach = 12

  init(doc: Doc) { self.doc = doc }

  // MARK: Verbs

  func isVerb(_ token: Token) -> Bool { token.pos == .verb || token.pos == .aux || token.tag.hasPrefix("VB") }
  func isFinite(_ token: Token) -> Bool {
    if ["VBD", "VBZ", "VBP", "MD"].contains(token.tag) { return true }
    return token.children.contains {
      ($0.label == "aux" || $0.label == "auxpass") && ["VBD", "VBZ", "VBP", "MD"].contains($0.tag)
    }
  }
  /// The "to" of an infinitive, or `nil`.
  func infinitiveMarker(of verb: Token) -> Token? {
    verb.children.first { $0.label == "aux" && $0.tag == "TO" && $0.index < verb.index }
  }
  func isPassive(_ verb: Token) -> Bool {
    if verb.children.contains(where: { $0.label == "auxpass" || $0.label == "nsubjpass" }) { return true }
    return verb.tag == "VBN"
      && !verb.children.contains { $0.label == "aux" && ["have", "'ve", "’ve"].contains($0.lowerLemma) }
      && !verb.children.contains { $0.label == "nsubj" } && ["acl", "advcl", "relcl"].contains(verb.label)
  }
  func isNegated(_ verb: Token) -> Bool {
    verb.children.contains { $0.label == "neg" || ($0.label == "advmod" && $0.lower == "never") }
  }
  /// Whether an auxiliary makes the verb less than a report: "could say", "would ask".
  func modal(of verb: Token) -> Token? { verb.children.first { $0.label == "aux" && $0.tag == "MD" } }

  // MARK: Subjects

  /// Who does what `verb` says: its subject, or the one that it shares with the verb that it hangs on.
  ///
  /// In the passive that is who does it, the agent; `nil` where the text does not say.
  func doer(of verb: Token) -> Token? { subject(of: verb, steps: 0, sharesDown: true) }

  private func subject(of verb: Token, steps: Int, sharesDown: Bool) -> Token? {
    guard steps < reach else { return nil }
    if isPassive(verb) { return agent(of: verb) }
    if let own = ownSubject(of: verb) {
      if ["who", "which", "that"].contains(own.lower),
        own.tag.hasPrefix("W") || own.label == "nsubj" && own.tag == "DT",
        let antecedent = antecedent(of: verb)
      {
        return antecedent
      }
      return own
    }
    guard !verb.isRoot else { return nil }
    let head = verb.head
    switch verb.label {
    case "conj":
      if isVerb(head) { return shared(with: head, steps: steps) }
      return nil
    case "xcomp", "advcl", "ccomp", "parataxis", "dep":
      if verb.label == "ccomp", infinitiveMarker(of: verb) == nil, verb.tag != "VBG" { return nil }
      if isVerb(head) {
        // "urged X to say": who is urged says.
        if verb.label == "xcomp" || verb.label == "ccomp", infinitiveMarker(of: verb) != nil,
          let object = head.child("dobj", "dative")
        {
          return object
        }
        return shared(with: head, steps: steps)
      }
      if head.pos == .adj || head.pos == .noun, !head.isRoot, isVerb(head.head) {
        return shared(with: head.head, steps: steps)
      }
      return isVerb(head) ? nil : subject(ofPredicate: head)
    case "pcomp":
      // "by saying", "in saying".
      if head.pos == .adp || head.pos == .sconj, !head.isRoot {
        if isVerb(head.head) { return shared(with: head.head, steps: steps) }
        if !head.head.isRoot, isVerb(head.head.head) { return shared(with: head.head.head, steps: steps) }
      }
      return nil
    case "acl", "relcl", "amod":
      // "China, its ally, called on them to settle": the parse takes the only finite verb for a modifier of its subject.
      if verb.tag == "VBD", head.isRoot { return head }
      return holder(of: head, steps: steps)
    default:
      return nil
    }
  }

  /// The subject that a verb lends to those that hang on it; in the passive its grammatical one.
  private func shared(with verb: Token, steps: Int) -> Token? {
    if let passive = verb.child("nsubjpass") ?? (isPassive(verb) ? ownSubject(of: verb) : nil) {
      return resolved(passive, of: verb)
    }
    return subject(of: verb, steps: steps + 1, sharesDown: false)
  }

  private func resolved(_ subject: Token, of verb: Token) -> Token {
    guard ["who", "which", "that"].contains(subject.lower), let antecedent = antecedent(of: verb) else {
      return subject
    }
    // "a diplomat in Oslo, who said": places are no "who".
    if subject.lower == "who", antecedent.label == "pobj", ["in", "at", "from"].contains(antecedent.head.lower),
      antecedent.head.head.pos == .noun
    {
      return antecedent.head.head
    }
    return antecedent
  }

  func ownSubject(of verb: Token) -> Token? {
    verb.children.first { $0.label == "nsubj" || $0.label == "csubj" && $0.pos == .propn }
  }

  /// The subject of a predicate that is not a verb itself: of the copula above it, or its own.
  func subject(ofPredicate predicate: Token) -> Token? {
    if let own = ownSubject(of: predicate) { return own }
    guard !predicate.isRoot, isVerb(predicate.head) else { return nil }
    return shared(with: predicate.head, steps: 0)
  }

  /// Who is behind "by".
  func agent(of verb: Token) -> Token? {
    verb.children.first { $0.label == "agent" || ($0.label == "prep" && $0.lower == "by") }?.child("pobj")
  }

  private func antecedent(of verb: Token) -> Token? {
    var clause = verb
    for _ in 0..<4 {
      if clause.label == "relcl" || clause.label == "acl" { return clause.head }
      guard !clause.isRoot, clause.label == "conj" else { return nil }
      clause = clause.head
    }
    return nil
  }

  /// Whose a noun like "statement" or "warning" is: the possessor, the maker after "by", who makes it, or `nil`.
  func holder(of noun: Token, steps: Int = 0) -> Token? {
    guard steps < reach else { return nil }
    if let owner = noun.child("poss") { return owner }
    if let by = noun.children.first(where: { $0.label == "prep" && ["by", "from"].contains($0.lower) }),
      let maker = by.child("pobj")
    {
      return maker
    }
    if let clause = noun.children.first(where: { $0.label == "relcl" || $0.label == "acl" }), clause.tag == "VBN",
      isPassive(clause), let maker = agent(of: clause)
    {
      return maker
    }
    guard !noun.isRoot else { return nil }
    let head = noun.head
    switch noun.label {
    case "dobj", "attr": return isVerb(head) ? subject(of: head, steps: steps + 1, sharesDown: false) : nil
    case "pobj":
      guard !head.isRoot else { return nil }
      if isVerb(head.head) { return subject(of: head.head, steps: steps + 1, sharesDown: false) }
      return head.lower == "of" || head.lower == "in" ? holder(of: head.head, steps: steps + 1) : nil
    case "conj": return holder(of: head, steps: steps + 1)
    default: return nil
    }
  }

  // MARK: Phrases

  /// The tokens of the noun phrase that `head` heads, without the relative clauses that follow it and what hangs on.
  func nounPhrase(of head: Token, before limit: Int? = nil, after floor: Int? = nil) -> Range<Int> {
    var tokens = head.subtree
    for child in head.children where child.index > head.index {
      // "Hua Chunying on Tuesday": the day is not her name.
      if child.label == "prep", let day = child.child("pobj"), let label = doc.entity(at: day.index)?.label,
        label == "DATE" || label == "TIME"
      {
        tokens = span(tokens.lowerBound, min(tokens.upperBound, child.subtree.lowerBound))
      }
      // A clause that is cut off by a comma, or holds the verb that the phrase is the subject of.
      if child.label == "relcl" || child.label == "acl" || child.label == "ccomp" || child.label == "parataxis" {
        let start = child.subtree.lowerBound
        if let limit, start >= limit || child.subtree.upperBound > limit {
          tokens = span(tokens.lowerBound, min(tokens.upperBound, start))
        }
      }
    }
    if let limit { tokens = span(tokens.lowerBound, min(tokens.upperBound, max(limit, head.index + 1))) }
    if let floor { tokens = span(max(tokens.lowerBound, min(floor, head.index)), tokens.upperBound) }
    if tokens.count > 60 { tokens = span(max(tokens.lowerBound, head.index - 12), (head.index + 1)) }
    return trimmed(tokens)
  }

  /// `tokens` without punctuation, conjunctions and white space at its ends, but with closing and opening marks kept.
  func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var low = tokens.lowerBound
    var high = tokens.upperBound
    while low < high, isTrimmable(doc[low], opening: true) { low += 1 }
    while high > low, isTrimmable(doc[high - 1], opening: false) { high -= 1 }
    return low..<high
  }

  func isQuotationMark(_ token: Token) -> Bool {
    switch token.text {
    case "\"", "“", "”", "„", "‘", "’", "'", "``", "''", "`", "«", "»": return token.pos == .punct || token.tag != "POS"
    default: return false
    }
  }

  private func isTrimmable(_ token: Token, opening: Bool) -> Bool {
    if token.isSpace { return true }
    guard token.pos == .punct || [",", ".", ";", ":", "-", "--", "–", "—", "…", "..."].contains(token.text) else {
      return false
    }
    if isQuotationMark(token) { return false }
    if token.text == ")" || token.text == "]" { return opening }
    if token.text == "(" || token.text == "[" { return !opening }
    if token.text == "?" || token.text == "!" || token.text == "%" { return opening }
    return true
  }
}
