internal import Knowledge
internal import Linguistics
internal import Record

/// Where the tagger and the rules disagree: what becomes of the proposals of both, decided here and nowhere else.
///
/// The tagger decides what is attributed to whom; the rules give what they know of the cue (its act, whom it addresses, who
/// passes it on), the parts of conjoined contents, statements inside statements, and those that the tagger overlooked but
/// half sees. Measured on PolNeAR's development articles; see `Documentation/attribution.md`.
struct Reconciliation {
  let context: SpeechContext
  let rules: [Proposal]
  let attributions: [Attribution]
  /// For each unit the indices of its rules' proposals.
  private var rulesOfUnit: [[Int]]
  /// Tokens of what its form settles, whatever the tagger sees in it.
  private var isSettledToken: [Bool]
  /// Tokens by which the rules know somebody to pass on what another said.
  private var isRelayToken: [Bool]
  /// For each token whether it lies in the cue, and in the content, of which attribution; -1 for none.
  var attributionOfCue: [Int32]
  var attributionOfContent: [Int32]

  var doc: Doc { context.doc }
  var syntax: ClauseSyntax { context.syntax }

  init(context: SpeechContext, rules: [Proposal], attributions: [Attribution]) {
    self.context = context
    self.rules = rules
    self.attributions = attributions
    attributionOfCue = [Int32](repeating: -1, count: context.doc.count)
    attributionOfContent = attributionOfCue
    rulesOfUnit = [[Int]](repeating: [], count: context.units.units.count)
    for (index, rule) in rules.enumerated() { rulesOfUnit[context.units.index(of: rule.head)].append(index) }
    isSettledToken = [Bool](repeating: false, count: context.doc.count)
    isRelayToken = isSettledToken
    for rule in rules {
      for token in rule.consumed + rule.relays.flatMap(\.tokens) { isRelayToken[token] = true }
      guard Self.isSettled(rule) else { continue }
      for token in rule.tokens { isSettledToken[token] = true }
      if rule.rule == .signature { for token in rule.content.joined() { isSettledToken[token] = true } }
    }
    for (index, attribution) in attributions.enumerated() {
      for token in attribution.cue { attributionOfCue[token] = Int32(index) }
      for range in attribution.content {
        for token in range { attributionOfContent[token] = Int32(index) }
      }
    }
  }

  /// The proposals to complete, unit by unit, in text order of their cues; accounts ("according to X") last in each.
  func proposals() -> [Proposal] {
    var rulesOfAttribution = [[Int]](repeating: [], count: attributions.count)
    var relayedOfAttribution = rulesOfAttribution
    var isSpent = [Bool](repeating: false, count: rules.count)
    for (index, rule) in rules.enumerated() where !Self.isSettled(rule) {
      if let relayed = attribution(relaying: rule) { relayedOfAttribution[relayed].append(index) }
      // A cue inside what somebody is tagged to say makes a statement in a statement.
      let isInner = attributionOfContent[rule.head] >= 0 || rule.form == .account
      if let own = attribution(ofCueAt: rule.tokens) ?? (isInner ? nil : attribution(sharing: rule.content)) {
        rulesOfAttribution[own].append(index)
      }
    }
    var found: [Proposal] = []
    for (index, attribution) in attributions.enumerated() where !isSettled(attribution) {
      let own = rulesOfAttribution[index]
      let isKnown = own.contains { rules[$0].tokens.contains(where: attribution.cue.contains) }
      if let told = speech(passedOnBy: own, attribution) ?? (isKnown ? nil : relayedOfAttribution[index].nonempty) {
        for rule in own + told { isSpent[rule] = true }
        found += (told + own.filter { !told.contains($0) && rules[$0].form == .account }).map { rule in
          var proposal = rules[rule]
          proposal.tagger = attribution.evidence
          return proposal
        }
        continue
      }
      // "citing officials": it says from whom another knows.
      if !isKnown, attribution.cue.contains(where: { isRelayToken[$0] }) { continue }
      for rule in own { isSpent[rule] = true }
      found += merged(attribution, with: own, spending: &isSpent)
    }
    let spoken = Set(found.lazy.filter { $0.speaker != nil }.map { context.units.index(of: $0.head) })
    for (index, rule) in rules.enumerated() where !isSpent[index] {
      // An account beside what somebody says passes that on.
      let passesOn = rule.form == .account && spoken.contains(context.units.index(of: rule.head))
      guard passesOn || stands(rule) else { continue }
      var rule = rule
      // Right three times in five, where the tagger does not see it.
      if attributionOfContent[rule.head] < 0, !Self.isSettled(rule) { rule.sure *= 0.75 }
      found.append(rule)
    }
    found.removeAll {
      $0.tagger != nil && $0.confidence < Self.leastTagged
        && ($0.rule == .tagger || $0.cue.sure < Self.leastConfidence)
    }
    func key(_ proposal: Proposal) -> (Int, Int, Int, Int) {
      (
        context.units.index(of: proposal.head), proposal.form == .account ? 1 : 0, proposal.head,
        proposal.content.first?.lowerBound ?? 0
      )
    }
    return found.sorted { key($0) < key($1) }
  }

  /// Whether the form of a paragraph, or the words, leave nothing to weigh: turns of a transcript, whole documents on somebody's
  /// word, signed quotations, echoes.
  private static func isSettled(_ rule: Proposal) -> Bool {
    rule.form == .turn || rule.rule == .signature || rule.isEcho
  }

  private func isSettled(_ attribution: Attribution) -> Bool {
    attribution.cue.contains { isSettledToken[$0] } || attribution.content.contains { isSettledToken[$0.lowerBound] }
  }

  /// The attribution that has for its source whom the rules know to pass on what another said: "X quoted Y as saying that Z".
  private func attribution(relaying rule: Proposal) -> Int? {
    guard !rule.relays.isEmpty else { return nil }
    let near =
      [attributionOfContent[rule.head]] + (rule.tokens + rule.relays.flatMap(\.tokens)).map { attributionOfCue[$0] }
    return near.lazy.filter { $0 >= 0 }.map(Int.init).first { index in
      let attribution = attributions[index]
      return passesOn(rule, attribution)
        && (attribution.content.contains { $0.contains(rule.head) }
          || overlap(rule.content, attribution.content) >= 0.4)
    } ?? attribution(sharing: rule.content).flatMap { passesOn(rule, attributions[$0]) ? $0 : nil }
  }

  /// "Berg said X, according to officials": the rules' proposals of what is said, where the tagger marks only the account; `nil`
  /// where nobody but the account speaks.
  private func speech(passedOnBy own: [Int], _ attribution: Attribution) -> [Int]? {
    guard let account = own.first(where: { rules[$0].form == .account && attribution.cue.contains(rules[$0].head) })
    else { return nil }
    let unit = context.units.index(of: rules[account].head)
    func isSpeech(_ rule: Proposal) -> Bool {
      rule.form != .account && rule.speaker != nil && rule.cue.wordClass == .verb && rule.cue.sure >= 0.75
        && (rule.cue.takes(.quote) || rule.cue.takes(.that)) && attributionOfCue[rule.head] < 0
        && overlap(rule.content, attribution.content) >= 0.4
    }
    let found = rulesOfUnit[unit].filter { isSpeech(rules[$0]) }
    return found.isEmpty ? nil : found
  }

  private func attribution(ofCueAt tokens: [Int]) -> Int? {
    tokens.lazy.map { attributionOfCue[$0] }.first { $0 >= 0 }.map(Int.init)
  }

  /// The attribution that has half of what either has of a content.
  private func attribution(sharing content: [Range<Int>]) -> Int? {
    guard let first = content.first(where: { !$0.isEmpty }) else { return nil }
    let middle = (first.lowerBound + first.upperBound) / 2
    guard
      let own = [middle, first.lowerBound, first.upperBound - 1].lazy.map({ attributionOfContent[$0] }).first(where: {
        $0 >= 0
      })
    else { return nil }
    return overlap(content, attributions[Int(own)].content) >= 0.5 ? Int(own) : nil
  }

  /// The tokens that two contents share, as a part of those that either has.
  private func overlap(_ a: [Range<Int>], _ b: [Range<Int>]) -> Double {
    var shared = 0
    for one in a { for other in b { shared += one.clamped(to: other).count } }
    let all = a.reduce(0) { $0 + $1.count } + b.reduce(0) { $0 + $1.count } - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }

  // MARK: What the tagger sees

  private func merged(_ attribution: Attribution, with own: [Int], spending isSpent: inout [Bool]) -> [Proposal] {
    let same = own.map { rules[$0] }.filter { rule in rule.tokens.contains { attribution.cue.contains($0) } }
    guard var rule = same.first ?? own.lazy.map({ rules[$0] }).first(where: { passesOn($0, attribution) }) else {
      return [proposal(of: attribution)]
    }
    let content = content(of: attribution, beside: rule)
    var parts = same.filter { $0.head == rule.head }
    let coordinated = coordinated(with: rule, in: content)
    parts += coordinated.map { rules[$0] }
    if parts.count > 1, parts.allSatisfy({ $0.content.count == 1 }),
      overlap(parts.flatMap(\.content), content) >= 0.6
    {
      // Conjoined contents stay apart; what the tagger says of their outer ends holds.
      for index in coordinated { isSpent[index] = true }
      return parts.enumerated().map { index, part in
        var part = part
        adopt(attribution, content: content, in: &part)
        guard let range = part.content.first else { return part }
        let low = index == 0 ? content.first { $0.overlaps(range) }?.lowerBound : nil
        let high = index == parts.count - 1 ? content.last { $0.overlaps(range) }?.upperBound : nil
        part.content = [
          span(min(low ?? range.lowerBound, range.upperBound - 1), max(high ?? range.upperBound, range.lowerBound + 1))
        ]
        return part
      }
    }
    // "refused to say whether": the rules' "to say" is in the tagger's cue, and still tells the act.
    let isInCue =
      rule.form == .infinitive && rule.content.first.map { attribution.cue.contains($0.lowerBound) } ?? false
    rule.content = content
    if !isInCue {
      rule.form = form(of: content, cue: rule.head)
      if let head = rule.contentHead, !content.contains(where: { $0.contains(head) }) { rule.contentHead = nil }
    }
    adopt(attribution, content: content, in: &rule)
    return [rule]
  }

  /// "he was quoted by X as saying": whether the tagger's source is whom the rules know to pass it on.
  private func passesOn(_ rule: Proposal, _ attribution: Attribution) -> Bool {
    guard let source = attribution.source else { return false }
    return rule.relays.contains { $0.party.map(source.contains) ?? false }
  }

  /// "confirmed that A but denied that B", "said A, adding that B": proposals of the same speaker whose cues the tagger takes for content.
  private func coordinated(with rule: Proposal, in content: [Range<Int>]) -> [Int] {
    guard let end = rule.content.last?.upperBound, rule.form != .quotation else { return [] }
    return rulesOfUnit[context.units.index(of: rule.head)].filter { index in
      let other = rules[index]
      return other.head >= end && other.head != rule.head && content.contains { $0.contains(other.head) }
        && other.speaker == rule.speaker && other.speaker != nil && other.cue.sure >= 0.7
        && (doc[other.head].label == "conj" || doc[other.head].tag == "VBG")
    }
  }

  /// Gives a rule's proposal the tagger's source and certainty.
  private func adopt(_ attribution: Attribution, content: [Range<Int>], in proposal: inout Proposal) {
    proposal.tagger = attribution.evidence
    proposal.sure = max(proposal.sure, 0.75)
    guard let source = attribution.source, !isWhereabouts(source) else {
      if let speaker = proposal.speaker, content.contains(where: { $0.contains(speaker) }) {
        proposal.speaker = nil
      }
      return
    }
    if let speaker = proposal.speaker, source.contains(speaker) { return }
    // The rules know who speaks and who passes it on; the tagger sees one of them.
    if proposal.relays.contains(where: { $0.party.map(source.contains) ?? false }) { return }
    proposal.speaker = head(of: source, nominal: true)
    proposal.speakerTokens = syntax.trimmed(source)
  }

  /// "is expected in Oslo": whether a source only says where.
  private func isWhereabouts(_ source: Range<Int>) -> Bool {
    let head = doc[head(of: source, nominal: true)]
    guard head.label == "pobj", ["in", "at", "near"].contains(head.head.lower) else { return false }
    return context.story.cast.mention(headedBy: head.index).map {
      [.country, .place].contains(context.story.cast.entities[$0.entity].type)
    } ?? false
  }

  /// A proposal of what no rule has found.
  private func proposal(of attribution: Attribution) -> Proposal {
    let head = head(of: attribution.cue, nominal: false)
    let token = doc[head]
    let content = content(of: attribution)
    let known = context.matcher.candidates(at: token).first { $0.tokens.allSatisfy(attribution.cue.contains) }
    let cue =
      known?.cue
      ?? Cue(
        words: [token.lowerLemma],
        wordClass: syntax.isVerb(token) ? .verb : token.pos == .adj ? .adjective : .noun, patterns: [], act: .state,
        sure: 0.75)
    var proposal = Proposal(
      cue: cue, head: head, tokens: Array(attribution.cue), content: content, form: form(of: content, cue: head))
    proposal.rule = .tagger
    proposal.tagger = attribution.evidence
    proposal.sure = 0.75
    if let source = attribution.source, !isWhereabouts(source) {
      proposal.speaker = self.head(of: source, nominal: true)
      proposal.speakerTokens = syntax.trimmed(source)
    } else if let doer = syntax.isVerb(token) ? syntax.doer(of: token) : syntax.holder(of: token),
      !content.contains(where: { $0.contains(doer.index) }), !attribution.cue.contains(doer.index)
    {
      proposal.speaker = doer.index
    }
    if syntax.isVerb(token) { proposal.addressees = context.matcher.objects(of: token, cue: cue) }
    return proposal
  }

  // MARK: What only the rules see

  /// Whether a proposal that no attribution answers to is kept.
  private func stands(_ rule: Proposal) -> Bool {
    if Self.isSettled(rule) { return true }
    let owner = attributionOfContent[rule.head]
    if owner >= 0 {
      // Inside what somebody is tagged to say: a statement in a statement.
      return rule.speaker != nil
    }
    // It takes for content what is tagged as somebody's cue or content.
    var taken = 0
    var all = 0
    for range in rule.content {
      for token in range {
        all += 1
        if attributionOfCue[token] >= 0 { return false }
        if attributionOfContent[token] >= 0 { taken += 1 }
      }
    }
    guard taken * 3 < all else { return false }
    return rule.confidence >= Self.leastConfidence
  }

  /// What the tagger sees below this confidence is wrong more often than it is worth.
  private static let leastTagged = 0.3
  /// How sure the rules must be of what the tagger does not see.
  private static let leastConfidence = 0.7
}

extension Array {
  /// Itself, unless it is empty.
  fileprivate var nonempty: Self? { isEmpty ? nil : self }
}
