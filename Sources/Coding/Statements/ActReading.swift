internal import Knowledge
internal import Linguistics
internal import Record

/// Tells from the words of a statement what its speaker does by it, where the cue only says that it was said.
struct ActReading: Sendable {
  let doc: Doc
  let matcher: CueMatcher
  /// How many tokens of the content count.
  private let reach = 40

  private var syntax: ClauseSyntax { matcher.syntax }
  private var cues: Cues { matcher.cues }

  init(doc: Doc, matcher: CueMatcher) {
    self.doc = doc
    self.matcher = matcher
  }

  /// The act of a statement with `content`, whose cue gives `act`.
  ///
  /// - Parameter isOwn: Whether a token that heads a subject stands for the speaker.
  func act(_ act: Act, content: [Range<Int>], head: Int?, isOwn: (Token) -> Bool) -> Act {
    guard [.state, .announce, .answer, .reaffirm, .propose].contains(act) else { return act }
    guard let range = content.first, let main = head.map({ doc[$0] }) ?? mainVerb(in: range) else { return act }
    let predicate =
      syntax.isVerb(main) ? main : (main.head.index != main.index && range.contains(main.head.index) ? main.head : main)
    let subject = syntax.ownSubject(of: predicate) ?? predicate.child("nsubjpass") ?? syntax.doer(of: predicate)
    let own = subject.map(isOwn) ?? false

    if own, let found = ownAct(of: predicate, in: range) { return found }
    if let found = anyAct(of: predicate, subject: subject, own: own, in: range) { return found }
    return act
  }

  /// The first verb of a quotation that hangs on nothing inside it.
  private func mainVerb(in range: Range<Int>) -> Token? {
    for i in range.prefix(reach) where syntax.isVerb(doc[i]) {
      let token = doc[i]
      if ["ROOT", "ccomp", "conj", "parataxis"].contains(token.label),
        token.isRoot || !range.prefix(reach).contains(token.head.index) || token.head.index > i
      {
        return token
      }
    }
    return range.prefix(reach).lazy.map { doc[$0] }.first { syntax.isVerb($0) && syntax.isFinite($0) }
  }

  private func ownAct(of verb: Token, in range: Range<Int>) -> Act? {
    let isNegated = syntax.isNegated(verb) || negatesObject(verb)
    if let modal = syntax.modal(of: verb) {
      if isNegated { return .reject }
      if ["will", "'ll", "’ll", "wo", "shall", "would"].contains(modal.lower), let act = row(modal, .modal, .own) {
        return act
      }
    }
    for child in verb.children where ["acomp", "attr", "oprd"].contains(child.label) {
      if let act = row(child, .adjective, .own) {
        if !isNegated { return act }
        return [.offer, .intend, .pledge].contains(act) ? .reject : nil
      }
    }
    if let adverb = verb.children.first(where: { $0.label == "acomp" || $0.label == "xcomp" }),
      let act = row(adverb, .adjective, .own)
    {
      return act
    }
    // "he hopes", "we condemn": the verb is a cue itself, with what it takes.
    if let (act, form) = meant(by: verb, in: range),
      ![.state, .announce, .ask, .expect, .concede].contains(act) || form == .infinitive && act == .expect
    {
      if isNegated { return [.want, .hope, .support, .agree].contains(act) ? .reject : nil }
      return act
    }
    // "I have a will to".
    if let object = verb.child("dobj"), verb.lemma == "have" || verb.lemma == "express" || verb.lemma == "offer" {
      for row in cues[object.lowerLemma] where row.wordClass == .noun {
        if let act = row.act, act != .state { return act }
      }
    }
    return nil
  }

  /// The act of a verb that is a cue itself, by what it takes; where the parse shows nothing that it takes, by its row for
  /// objects.
  private func meant(by verb: Token, in range: Range<Int>) -> (act: Act, form: Proposal.Form)? {
    if let match = matcher.matches(at: verb, in: range).first(where: { $0.head == verb.index }) {
      return (match.act, match.form)
    }
    let row = matcher.candidates(at: verb).first { $0.cue.takes(.object) || $0.cue.takes(.objectAndMore) }
    return row.flatMap { row in row.cue.act.map { ($0, .phrase) } }
  }

  /// "will send no troops", "regrets nothing".
  private func negatesObject(_ verb: Token) -> Bool {
    guard let object = verb.child("dobj") else { return false }
    return ["nothing", "none", "nobody"].contains(object.lower)
      || object.children.contains { $0.label == "det" && $0.lower == "no" }
  }

  private func anyAct(of verb: Token, subject: Token?, own: Bool, in range: Range<Int>) -> Act? {
    if verb.lemma == "expect", syntax.isPassive(verb) { return .expect }
    if let modal = syntax.modal(of: verb), let act = row(modal, .modal, .any) {
      let denies = syntax.isNegated(verb) || ["nobody", "none", "one"].contains(subject?.lower ?? "")
      // "must not" is as much a demand as "must".
      return denies && act != .demand ? .warn : act
    }
    if isCommand(in: range) { return .urge }
    if !own, verb.tag != "VB", let act = row(verb, .verb, .any), act == .accuse { return act }
    if row(verb, .verb, .any) == .urge { return .urge }
    for child in verb.children where ["acomp", "attr", "oprd"].contains(child.label) {
      if let act = row(child, .adjective, .any) ?? row(child, .noun, .any) { return act }
      for modifier in child.children where modifier.label == "amod" {
        if let act = row(modifier, .adjective, .any) { return act }
      }
    }
    return nil
  }

  /// "do not touch": an order in the words themselves.
  private func isCommand(in range: Range<Int>) -> Bool {
    for i in range.prefix(reach) where doc[i].lower == "do" || doc[i].tag == "VB" {
      let token = doc[i]
      if token.lower == "do", i + 2 < range.upperBound, ["not", "n't", "n’t"].contains(doc[i + 1].lower),
        doc[i + 2].tag == "VB"
      {
        var before = i - 1
        while before >= range.lowerBound, syntax.isQuotationMark(doc[before]) { before -= 1 }
        if before < range.lowerBound || [":", ".", ",", ";"].contains(doc[before].text) { return true }
      }
    }
    return false
  }

  private func row(_ token: Token, _ wordClass: Cue.WordClass, _ pattern: Cue.Pattern) -> Act? {
    var lemma = token.lowerLemma
    if lemma == "'ll" || lemma == "’ll" || lemma == "wo" { lemma = "will" }
    return cues[lemma].first { $0.wordClass == wordClass && $0.takes(pattern) }?.act
  }
}
