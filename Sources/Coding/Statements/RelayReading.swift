internal import Knowledge
internal import Linguistics

/// Finds who passed a statement on: "according to", "was quoted as saying", "citing a source".
struct RelayReading: Sendable {
  let doc: Doc
  let matcher: CueMatcher
  private var syntax: ClauseSyntax { matcher.syntax }

  init(doc: Doc, matcher: CueMatcher) {
    self.doc = doc
    self.matcher = matcher
  }

  /// "according to X", as tokens: the whole phrase and who it names.
  struct Account: Sendable {
    var tokens: Range<Int>
    var cue: Range<Int>
    var party: Int
    var partyTokens: Range<Int>
  }

  /// The phrase that opens at `token`, or `nil`.
  func account(at token: Token, in unit: Range<Int>) -> Account? {
    guard token.lower == "according", token.index + 2 < unit.upperBound, doc[token.index + 1].lower == "to" else {
      return nil
    }
    let to = doc[token.index + 1]
    guard let party = to.child("pobj") ?? token.child("pobj") else { return nil }
    // "according to plan".
    guard
      !["plan", "law", "schedule", "tradition", "rule", "custom", "need"].contains(party.lowerLemma)
    else { return nil }
    var names = syntax.nounPhrase(of: party, after: to.index + 1)
    names = names.clamped(to: span(to.index + 1, unit.upperBound))
    guard !names.isEmpty else { return nil }
    return Account(
      tokens: span(token.index, names.upperBound), cue: span(token.index, to.index + 1), party: party.index,
      partyTokens: names)
  }

  /// Finds who passed `match` on, unless that is known.
  func apply(to match: inout Proposal, in unit: Range<Int>) {
    applyQuoting(to: &match)
    applyCiting(to: &match, in: unit)
  }

  /// "was quoted as saying", "Y quoted X as writing": gives the match at "saying" its speaker and its relay.
  func applyQuoting(to match: inout Proposal) {
    guard match.relays.isEmpty else { return }
    let verb = doc[match.head]
    guard verb.tag == "VBG", !verb.isRoot, verb.head.lower == "as", !verb.head.isRoot else {
      return
    }
    let preposition = verb.head
    var quoting = preposition.head
    // "quoted Erdogan as writing" may hang the phrase on the name.
    if !syntax.isVerb(quoting), quoting.label == "dobj" || quoting.label == "nsubj", !quoting.isRoot {
      quoting = quoting.head
    }
    guard syntax.isVerb(quoting), ["quote", "cite", "report", "describe"].contains(quoting.lemma) else { return }
    var relay = Proposal.Relay(party: nil, partyTokens: nil, tokens: [quoting.index], head: quoting.index)
    if syntax.isPassive(quoting) {
      match.speaker =
        (quoting.child("nsubjpass") ?? syntax.doer(of: quoting))?.index ?? sharedSubject(of: quoting)?.index
      if let agent = syntax.agent(of: quoting) ?? syntax.agent(of: verb) {
        relay.party = agent.index
        relay.partyTokens = phrase(of: agent)
      }
      if preposition.index == quoting.index + 1 || preposition.index < verb.index, quoting.index < preposition.index {
        if (span(quoting.index + 1, verb.index)).allSatisfy({ $0 == preposition.index || doc[$0].pos == .adv }) {
          match.tokens = Array(quoting.index...verb.index)
        }
      }
    } else {
      let said = quoting.child("dobj") ?? quoting.children.first { $0.index > quoting.index && $0.label == "nsubj" }
      match.speaker = said?.index
      if let quoter = syntax.doer(of: quoting), quoter.index != said?.index {
        relay.party = quoter.index
        relay.partyTokens = syntax.nounPhrase(of: quoter, before: quoter.index < quoting.index ? quoting.index : nil)
      }
    }
    // "was quoted by the radio, which cited officials": the officials stand between.
    if let party = relay.party, let source = cited(by: doc[party]) {
      match.relays.append(source.relay)
      match.consumed.append(source.citing)
    }
    match.relays.append(relay)
    match.consumed.append(quoting.index)
  }

  /// Whom a press agency cites in a clause of its own: "the radio, which cited officials", "the radio, citing officials".
  private func cited(by press: Token) -> (relay: Proposal.Relay, citing: Int)? {
    for clause in press.children
    where ["relcl", "acl"].contains(clause.label) && ["cite", "quote"].contains(clause.lemma) {
      guard let source = clause.child("dobj"), isSource(source) else { continue }
      return (
        Proposal.Relay(
          party: source.index, partyTokens: syntax.nounPhrase(of: source), tokens: [clause.index], head: clause.index),
        clause.index
      )
    }
    return nil
  }

  /// The noun phrase of a relay, without what it does in a clause of its own.
  private func phrase(of party: Token) -> Range<Int> {
    let whole = syntax.nounPhrase(of: party)
    let clause = party.children.first { $0.label == "relcl" && ["cite", "quote"].contains($0.lemma) }
    return clause.map { syntax.trimmed(span(whole.lowerBound, min(whole.upperBound, $0.subtree.lowerBound))) } ?? whole
  }

  private func isSource(_ noun: Token) -> Bool {
    noun.pos == .propn || matcher.cues[noun.lowerLemma].contains { $0.takes(.source) }
  }

  private func sharedSubject(of verb: Token) -> Token? {
    var current = verb
    for _ in 0..<4 {
      guard !current.isRoot else { return nil }
      current = current.head
      if let subject = current.child("nsubj", "nsubjpass") { return subject }
    }
    return nil
  }

  /// "reported that Y, citing a source": at the end of a sentence the parse hangs it anywhere.
  private func lastCiting(in unit: Range<Int>, after start: Int) -> Token? {
    for i in span(max(start + 2, unit.upperBound - 25), unit.upperBound).reversed()
    where ["citing", "quoting"].contains(doc[i].lower) && doc[i - 1].text == "," {
      return doc[i]
    }
    return nil
  }

  /// "The agency, citing a source, reported that": the source speaks, the agency relays.
  func applyCiting(to match: inout Proposal, in unit: Range<Int>) {
    guard match.relays.isEmpty, let speaker = match.speaker.map({ doc[$0] }) else { return }
    let verb = doc[match.head]
    let citing =
      verb.children.first { $0.lower == "citing" || $0.lower == "quoting" }
      ?? speaker.children.first { $0.lower == "citing" || $0.lower == "quoting" }
      ?? lastCiting(in: unit, after: match.content.last?.lowerBound ?? match.head)
    guard let citing, let source = citing.child("dobj", "pobj") else { return }
    guard isSource(source) else { return }
    let isAgency =
      verb.lemma == "report" || matcher.cues[speaker.lowerLemma].contains { $0.takes(.press) }
      || doc.entity(at: speaker.index)?.label == "ORG"
    guard isAgency else { return }
    match.relays.append(
      Proposal.Relay(
        party: speaker.index, partyTokens: syntax.nounPhrase(of: speaker, before: min(citing.index, verb.index)),
        tokens: match.tokens,
        head: match.head))
    match.speaker = source.index
    match.consumed.append(citing.index)
  }
}
