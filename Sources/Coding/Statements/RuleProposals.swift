internal import Knowledge
internal import Linguistics
internal import Newswire
internal import Record

/// Finds, by rules over the parse, which words attribute which to whom: one reading of a story.
///
/// A lexicon of cues, quotation marks and the tree say what is put forward; what becomes of it is for ``Completion``.
struct RuleProposals {
  let context: SpeechContext
  /// Proposals below this confidence are left out.
  private let floor: Double
  private var matches: [Proposal] = []
  /// The turns of a transcript by the tokens of their cues.
  private var turnOfCue: [Int: Int] = [:]

  var doc: Doc { context.doc }
  private var matcher: CueMatcher { context.matcher }
  var syntax: ClauseSyntax { context.syntax }
  private var quotations: Quotations { context.quotations }
  private var attribution: QuoteAttribution { context.attribution }
  private var relayReading: RelayReading { context.relays }

  /// Sentences longer than this hold no running text.
  private let longestUnit = 2_000

  init(context: SpeechContext, floor: Double) {
    self.context = context
    self.floor = floor
  }

  /// The proposals, unit by unit; accounts ("according to X") last in each.
  mutating func proposals() -> [Proposal] {
    for (index, turn) in context.turns.turns.enumerated() { turnOfCue[turn.cue] = index }
    for unit in context.units.units where unit.count <= longestUnit { read(unit) }
    let signatures = signatures()
    guard !signatures.isEmpty else { return matches }
    // The same quotation may have been read without its signature.
    let cues = Set(signatures.map(\.head))
    let starts = Set(signatures.compactMap { $0.content.first?.lowerBound })
    let rest = matches.filter { match in
      !cues.contains(match.head)
        && !(match.form == .quotation && match.content.contains { starts.contains($0.lowerBound) })
    }
    return (rest + signatures).sorted { context.units.index(of: $0.head) < context.units.index(of: $1.head) }
  }

  // MARK: A unit

  private mutating func read(_ unit: Range<Int>) {
    let first = matches.count
    for i in unit {
      let token = doc[i]
      if let turn = turnOfCue[i] {
        matches.append(proposal(for: context.turns.turns[turn]))
      } else if let speaker = attribution.speakerOfColon[i] {
        readColon(i, speaker: speaker)
      }
      guard token.pos == .verb || token.pos == .aux || token.pos == .noun || token.pos == .adj || token.pos == .propn
      else { continue }
      readCue(token, in: unit)
    }
    cutParticiples(from: first)
    cutCoordinated(from: first)
    cutGlosses(from: first)
    cutParentheses(from: first)
    if matches.count == first { readHeadline(unit) }
    readAccounts(in: unit)
    // A noun inside a longer cue ("expressed hope") is none by itself.
    let consumed = matches[first...].flatMap { match in match.consumed + match.tokens.filter { $0 != match.head } }
    if !consumed.isEmpty {
      let kept = matches[first...].filter { !consumed.contains($0.head) }
      matches.replaceSubrange(first..., with: kept)
    }
  }

  private func proposal(for turn: Turns.Turn) -> Proposal {
    let act: Act =
      switch turn.kind {
      case .question: .ask
      case .answer: .answer
      case .speech: .state
      case .document: .announce
      }
    let word = turn.kind == .document ? doc[turn.cue].lower : ":"
    let cue = Cue(words: [word], wordClass: .verb, patterns: [.quote], act: act, sure: 0.9)
    var match = Proposal(
      cue: cue, head: turn.cue, tokens: [turn.cue], content: turn.content.map { syntax.trimmed($0) }, form: .turn,
      speaker: turn.speaker.last)
    match.speakerTokens = turn.speaker
    return match
  }

  private mutating func readColon(_ colon: Int, speaker: Int) {
    guard let stretches = attribution.stretchesOfCue[colon] else { return }
    let cue = Cue(words: [":"], wordClass: .verb, patterns: [.quote], act: .state, sure: 0.75)
    var match = Proposal(
      cue: cue, head: colon, tokens: [colon], content: stretches.map { quotations.stretches[$0].tokens },
      form: .quotation)
    match.speaker = speaker
    match.rule = .colon
    matches.append(match)
  }

  private mutating func readCue(_ token: Token, in sentence: Range<Int>) {
    // What a cue inside a quotation attributes is inside it too.
    let unit =
      quotations.stretch(at: token.index).map { quotations.stretches[$0].tokens.clamped(to: sentence) } ?? sentence
    var found: [Proposal]
    if isAnonymity(token) { return }
    if let stretches = attribution.stretchesOfCue[token.index], let (cue, tokens) = matcher.quotingRow(at: token) {
      var match = Proposal(
        cue: cue, head: token.index, tokens: tokens, content: stretches.map { quotations.stretches[$0].tokens },
        form: .quotation)
      match.addressees = matcher.objects(of: token, cue: cue)
      found = [match]
      // "said that A: "Q"": what is told before the colon is a statement too.
      if let first = match.content.first, first.lowerBound > token.index + 4, doc[first.lowerBound - 1].text == ":" {
        found += matcher.matches(at: token, in: span(unit.lowerBound, first.lowerBound - 1)).filter {
          $0.form == .clause || $0.form == .infinitive
        }
      }
    } else {
      found = matcher.matches(at: token, in: unit)
      if found.isEmpty, let match = parenthesis(at: token, in: unit) ?? remainder(after: token, in: unit) {
        found = [match]
      }
      if found.isEmpty, let match = matcher.echo(at: token) { found = [match] }
    }
    for var match in found {
      includeOpening(&match, in: unit)
      if found.count == 1 { includeWordsBefore(&match, in: unit) }
      relayReading.applyQuoting(to: &match)
      if match.speaker == nil { match.speaker = speaker(of: token, match: match)?.index }
      relayReading.applyCiting(to: &match, in: unit)
      weigh(&match)
      if isStatement(match) { matches.append(match) }
    }
  }

  /// "asked not to be named": the reporter's word on a source.
  private func isAnonymity(_ verb: Token) -> Bool {
    guard ["ask", "request", "insist", "want", "wish", "prefer"].contains(verb.lemma) else { return false }
    for i in span(verb.index + 1, min(doc.count - 3, verb.index + 4)) where doc[i].lower == "not" {
      return doc[i + 1].lower == "to" && doc[i + 2].lower == "be"
        && ["named", "identified", "quoted"].contains(doc[i + 3].lower)
    }
    return false
  }

  /// Who says it: the cue's subject in the tree, else a noun phrase beside it.
  private func speaker(of cue: Token, match: Proposal) -> Token? {
    guard syntax.isVerb(cue) else { return syntax.holder(of: cue) }
    if let doer = syntax.doer(of: cue), !match.content.contains(where: { $0.contains(doer.index) }) {
      if let within = quotations.stretch(at: cue.index), quotations.stretch(at: doer.index) == nil {
        // In quoted words the speaker is quoted too.
        return subject(quotedBefore: cue.index, stretch: within)
      }
      return doer
    }
    guard !syntax.isPassive(cue) else { return nil }
    // A relative clause after the subject may have robbed the cue of it: "X, whose plane returned, said".
    if syntax.isFinite(cue), cue.label != "relcl",
      let robber = cue.children.first(where: { $0.label == "ccomp" && $0.index < cue.index }),
      let subject = robber.child("nsubj", "nsubjpass"), !match.content.contains(where: { $0.contains(subject.index) })
    {
      return subject
    }
    guard match.form == .quotation || match.form == .parenthesis || match.form == .clause else { return nil }
    if match.form != .clause, let right = phraseHead(from: cue.index + 1, match: match) { return right }
    var before = cue.index - 1
    while before > 0, doc[before].pos == .adv || doc[before].pos == .aux { before -= 1 }
    guard before >= 0, isNominal(doc[before]), !match.content.contains(where: { $0.contains(before) }) else {
      return nil
    }
    return syntax.isFinite(cue) ? doc[before] : nil
  }

  /// The subject of what the same speaker said before in quotation marks: "The president did X," he said, "and did Y".
  private func subject(quotedBefore cue: Int, stretch: Int) -> Token? {
    guard let owner = attribution.cueOfStretch[stretch] else { return nil }
    for earlier in span(max(0, stretch - 4), stretch + 1).reversed() where attribution.cueOfStretch[earlier] == owner {
      for i in quotations.stretches[earlier].tokens.suffix(400).reversed()
      where i < cue && ["nsubj", "nsubjpass"].contains(doc[i].label) {
        if !["relcl", "acl", "advcl"].contains(doc[i].head.label) { return doc[i] }
      }
    }
    return nil
  }

  private func isNominal(_ token: Token) -> Bool { token.pos == .noun || token.pos == .propn || token.pos == .pron }

  private func phraseHead(from start: Int, match: Proposal) -> Token? {
    guard start < doc.count else { return nil }
    var i = start
    while i < min(doc.count, start + 10), [.det, .adj, .num, .propn, .noun, .pron, .part].contains(doc[i].pos),
      !match.content.contains(where: { $0.contains(i) })
    {
      let token = doc[i]
      if isNominal(token), !["compound", "poss", "amod", "nmod", "det", "nummod", "npadvmod"].contains(token.label) {
        return token
      }
      i += 1
    }
    return nil
  }

  // MARK: Clauses without a complement in the tree

  /// "Y, X said." and "The plan, X said, will work": what stands before and around a cue.
  private func parenthesis(at verb: Token, in unit: Range<Int>) -> Proposal? {
    let stray = strayAttribution(verb, in: unit)
    guard syntax.isVerb(verb), stray != nil || syntax.isFinite(verb) && verb.label != "relcl" && verb.label != "acl",
      let (cue, tokens) = matcher.candidates(at: verb).first(where: { $0.cue.takes(.that) && $0.cue.sure >= 0.6 }),
      stray != nil || !syntax.isPassive(verb) || verb.child("nsubjpass") != nil,
      let before = stray.map({ syntax.trimmed(span(unit.lowerBound, $0.subtree.lowerBound)) })
        ?? words(before: verb, in: unit)
    else { return nil }
    var after = verb.index + 1
    while after < unit.upperBound, doc[after].text != "," && doc[after].text != "—" { after += 1 }
    let rest = syntax.trimmed(span(after + 1, unit.upperBound))

    // An introductory phrase is no speech: "After the talks, X said".
    let hasClause = before.contains {
      syntax.isVerb(doc[$0]) && syntax.isFinite(doc[$0]) && $0 != verb.index
        && !["advcl", "relcl", "acl"].contains(doc[$0].label)
    }
    let goesOn = rest.contains { syntax.isVerb(doc[$0]) && syntax.isFinite(doc[$0]) }
    let content: [Range<Int>]
    if goesOn, !hasClause {
      // "Y, X said, Z": inserted between two commas, close to its subject.
      guard after - verb.index <= 6 else { return nil }
      content = [before, rest]
    } else if goesOn, verb.label == "parataxis" || verb.label == "ccomp" && verb.head.index > verb.index {
      content = [before, rest]
    } else if hasClause {
      content = [before]
    } else {
      return nil
    }
    var match = Proposal(
      cue: cue, head: verb.index, tokens: tokens, content: content, form: .parenthesis)
    match.contentHead = verb.child("ccomp")?.index
    match.addressees = stray == nil ? matcher.objects(of: verb, cue: cue) : []
    match.speaker = stray?.index
    match.sure *= 0.95
    return match
  }

  /// "Y, the agency reported on Sunday.": the parse takes the agency for part of what is said and "reported" for a
  /// participle of it. The noun before the verb, or `nil`.
  private func strayAttribution(_ verb: Token, in unit: Range<Int>) -> Token? {
    guard verb.tag == "VBN" || verb.tag == "VBD", verb.label == "acl", verb.index > unit.lowerBound + 3,
      verb.head.index < verb.index, !verb.children.contains(where: { $0.label == "agent" || $0.label.hasPrefix("aux") })
    else { return nil }
    let noun = verb.head
    let phrase = span(noun.subtree.lowerBound, verb.index)
    guard phrase.count <= 12, isAfterComma(phrase.lowerBound, in: unit),
      !span(noun.index + 1, verb.index).contains(where: { doc[$0].text == "," }),
      matcher.cues[noun.lowerLemma].contains(where: { $0.takes(.press) || $0.takes(.source) })
        || context.story.cast.mention(headedBy: noun.index) != nil
    else { return nil }
    return noun
  }

  /// What a comma cuts off before a verb and its subject, or `nil` where no comma does.
  private func words(before verb: Token, in unit: Range<Int>, least: Int = 2) -> Range<Int>? {
    var start = verb.index
    for child in verb.children where child.index < verb.index {
      switch child.label {
      case "aux", "auxpass", "neg": start = min(start, child.index)
      case "advmod" where child.index + 3 > verb.index: start = min(start, child.index)
      case "nsubj": start = min(start, max(child.subtree.lowerBound, unit.lowerBound))
      default: continue
      }
    }
    guard start > unit.lowerBound + 1, isAfterComma(start, in: unit) else { return nil }
    let before = syntax.trimmed(span(unit.lowerBound, start))
    return before.count >= least ? before : nil
  }

  /// "Despite Y, X noted, Z": the words before an inserted cue belong to what it attributes.
  private func includeWordsBefore(_ match: inout Proposal, in unit: Range<Int>) {
    guard match.form == .clause, let last = match.tokens.last, last + 1 < unit.upperBound, doc[last + 1].text == ",",
      let first = match.content.first, first.lowerBound <= last + 3, doc[first.lowerBound].lower != "that",
      let before = words(before: doc[match.head], in: unit), doc[match.head].label != "conj"
    else { return }
    match.content.insert(before, at: 0)
    match.form = .parenthesis
  }

  /// "Seoul, it said, "follows others"": the quotation goes on with a sentence that began before the cue.
  private func includeOpening(_ match: inout Proposal, in unit: Range<Int>) {
    guard match.form == .quotation, let first = match.content.first, first.lowerBound > match.head,
      first.lowerBound <= match.head + 3, first.count > 2,
      doc[first.lowerBound + 1].text.first?.isLowercase == true, doc[first.lowerBound - 1].text == ",",
      let before = words(before: doc[match.head], in: unit, least: 1), quotations.stretch(at: before.lowerBound) == nil,
      !before.contains(where: { syntax.isVerb(doc[$0]) && syntax.isFinite(doc[$0]) }),
      before.contains(where: { doc[$0].pos == .noun || doc[$0].pos == .propn || doc[$0].pos == .pron }),
      doc[before.lowerBound].pos != .adp, doc[before.lowerBound].pos != .adv, doc[before.lowerBound].pos != .sconj
    else { return }
    match.content.insert(before, at: 0)
    match.form = .parenthesis
  }

  private func isAfterComma(_ token: Int, in unit: Range<Int>) -> Bool {
    var before = token - 1
    while before >= unit.lowerBound, doc[before].isSpace || syntax.isQuotationMark(doc[before]) { before -= 1 }
    guard before >= unit.lowerBound else { return false }
    return [",", "—", "–", "--", "-"].contains(doc[before].text)
  }

  /// A cue of plain saying whose clause the parse has lost: the rest of its sentence.
  private func remainder(after verb: Token, in unit: Range<Int>) -> Proposal? {
    guard syntax.isVerb(verb), syntax.isFinite(verb), !syntax.isPassive(verb),
      let (cue, tokens) = matcher.candidates(at: verb).first(where: {
        $0.cue.takes(.that) && $0.cue.takes(.quote) && $0.cue.sure >= 0.85
      })
    else { return nil }
    var start = (tokens.last ?? verb.index) + 1
    for child in verb.children where child.index > verb.index && child.index < start + 6 {
      if ["npadvmod", "advmod", "prt"].contains(child.label) || (cue.objectIsAddressee && child.label == "dobj"),
        child.subtree.upperBound - child.subtree.lowerBound < 8,
        child.subtree.lowerBound <= start
      {
        start = max(start, child.subtree.upperBound)
      }
    }
    let rest = syntax.trimmed(start..<max(start, unit.upperBound))
    guard rest.count >= 3, rest.lowerBound <= start + 1,
      rest.contains(where: { syntax.isVerb(doc[$0]) && syntax.isFinite(doc[$0]) }), doc[rest.lowerBound].pos != .adp,
      doc[rest.lowerBound].pos != .cconj, doc[start].text != ","
    else { return nil }
    var match = Proposal(
      cue: cue, head: verb.index, tokens: tokens, content: [rest], form: .clause)
    match.sure *= 0.7
    match.rule = .remainder
    return match
  }

  // MARK: Accounts

  /// "according to X".
  private mutating func readAccounts(in unit: Range<Int>) {
    for i in unit where doc[i].lower == "according" {
      guard let account = relayReading.account(at: doc[i], in: unit) else { continue }
      readAccount(account, in: unit)
    }
  }

  private mutating func readAccount(_ account: RelayReading.Account, in unit: Range<Int>) {
    let head = doc[account.tokens.lowerBound].head
    let before = syntax.trimmed(span(unit.lowerBound, account.tokens.lowerBound))
    let after = syntax.trimmed(span(account.tokens.upperBound, unit.upperBound))
    var content: [Range<Int>]
    if before.isEmpty {
      content = [after]
    } else if after.isEmpty {
      content = [before]
    } else {
      content = doc[account.tokens.upperBound].text == "," ? [before, after] : [before]
    }
    content = content.filter { $0.count > 1 }
    guard !content.isEmpty else { return }
    let cue = Cue(words: ["according", "to"], wordClass: .verb, patterns: [.that], act: .state, sure: 0.9)
    matches.append(
      Proposal(
        cue: cue, head: account.cue.lowerBound, tokens: Array(account.cue), content: content, form: .account,
        speaker: account.party, contentHead: syntax.isVerb(head) ? head.index : nil))
  }

  /// "…, saying that": speech that goes on with a cue of its own ends the content before it.
  private mutating func cutParticiples(from first: Int) {
    var participles: Set<Int> = []
    for match in matches[first...]
    where match.cue.wordClass == .verb && match.cue.sure >= 0.6 && doc[match.head].tag == "VBG" {
      if match.head > 0, doc[match.head - 1].text == ",",
        ["advcl", "conj", "dep", "xcomp", "acl"].contains(doc[match.head].label)
      {
        participles.insert(match.head)
      }
    }
    guard !participles.isEmpty else { return }
    for index in span(first, matches.count) where matches[index].form == .clause || matches[index].form == .infinitive {
      guard let last = matches[index].content.last,
        let cut = last.dropFirst(2).first(where: { participles.contains($0) })
      else {
        continue
      }
      matches[index].content[matches[index].content.count - 1] = syntax.trimmed(span(last.lowerBound, cut - 1))
      for inner in span(first, matches.count) where matches[inner].head == cut {
        matches[inner].speaker = matches[index].speaker
      }
    }
  }

  /// "confirmed that A but denied that B": a coordinated cue ends the content before it and shares the speaker.
  private mutating func cutCoordinated(from first: Int) {
    for index in span(first, matches.count) {
      let inner = matches[index]
      let verb = doc[inner.head]
      guard inner.cue.sure >= 0.7, ["conj", "advcl"].contains(verb.label),
        syntax.isVerb(verb), quotations.stretch(at: verb.index) == nil
      else { continue }
      let hasSubject = syntax.ownSubject(of: verb) != nil
      guard hasSubject || verb.label == "conj" else { continue }
      for outer in span(max(first, index - 8), index) where matches[outer].form != .quotation {
        let isClause = matches[outer].form == .clause || matches[outer].form == .parenthesis
        guard let last = matches[outer].content.last, last.contains(verb.index), isClause || syntax.isFinite(verb),
          !isClause || agree(doc[matches[outer].head], verb),
          let cut = joint(before: verb, hasSubject: hasSubject, in: last)
        else { continue }
        matches[outer].content[matches[outer].content.count - 1] = syntax.trimmed(span(last.lowerBound, cut))
        if !hasSubject { matches[index].speaker = matches[outer].speaker }
        break
      }
    }
  }

  /// Where a coordinated cue's clause begins: at its conjunction; with a subject of its own only after a comma.
  private func joint(before verb: Token, hasSubject: Bool, in content: Range<Int>) -> Int? {
    if !hasSubject {
      var cut = verb.index - 1
      while cut > content.lowerBound, doc[cut].tag != "CC", verb.index - cut < 5 { cut -= 1 }
      return doc[cut].tag == "CC" && cut > content.lowerBound + 1 ? cut : nil
    }
    var cut = verb.subtree.lowerBound
    if cut > content.lowerBound, doc[cut - 1].tag == "CC" { cut -= 1 }
    guard cut > content.lowerBound + 2, doc[cut - 1].text == "," || doc[cut].text == "," else { return nil }
    guard doc[cut].tag == "CC" || ["while", "whereas", "though", "although"].contains(doc[cut].lower) else {
      return nil
    }
    return cut
  }

  /// Whether two coordinated verbs stand in the same tense.
  private func agree(_ a: Token, _ b: Token) -> Bool {
    func tense(_ verb: Token) -> String {
      verb.children.first { $0.label == "aux" && ["VBD", "VBZ", "VBP"].contains($0.tag) }?.tag ?? verb.tag
    }
    let (first, second) = (tense(a), tense(b))
    return first == second && ["VBD", "VBZ", "VBP"].contains(first)
  }

  /// The reporter's own words at the end: a clause about what was quoted, or on what day it was.
  private mutating func cutGlosses(from first: Int) {
    for index in span(first, matches.count) where matches[index].form != .quotation {
      guard let last = matches[index].content.last, quotations.stretch(at: matches[index].head) == nil else { continue }
      for i in last.dropFirst(2).dropLast(2)
      where doc[i].tag == "WDT" || doc[i].tag == "WP" || doc[i].tag == "DT" || doc[i].tag == "CD" {
        let isAfterQuotation =
          doc[i].tag.hasPrefix("W")
          && (syntax.isQuotationMark(doc[i - 1]) || doc[i - 1].text == "," && syntax.isQuotationMark(doc[i - 2]))
        let isAfterDay =
          doc[i - 1].text == ","
          && ["day", "days", "hour", "hours", "week", "weeks", "month", "months"].contains(doc[i + 1].lower)
          && i + 2 < last.upperBound && ["after", "before"].contains(doc[i + 2].lower)
        guard isAfterQuotation && doc[i].head.subtree.upperBound >= last.upperBound || isAfterDay else { continue }
        matches[index].content[matches[index].content.count - 1] = syntax.trimmed(span(last.lowerBound, i))
        break
      }
    }
  }

  /// "X said that A, the agency reported": the agency's words are no part of what X said.
  private mutating func cutParentheses(from first: Int) {
    let inserted = matches[first...].filter { $0.form == .parenthesis }
    guard !inserted.isEmpty else { return }
    for index in span(first, matches.count) {
      let match = matches[index]
      guard let last = match.content.last else { continue }
      for other in inserted where other.head != match.head && last.contains(other.head) {
        guard other.content.contains(where: { $0.contains(match.head) }), let speaker = other.speaker else { continue }
        let subject = syntax.ownSubject(of: doc[other.head])?.subtree.lowerBound ?? other.head
        let start = min(other.head, doc[speaker].subtree.lowerBound, subject)
        matches[index].content[matches[index].content.count - 1] = syntax.trimmed(
          span(last.lowerBound, max(last.lowerBound, start)))
      }
      matches[index].content.removeAll { $0.isEmpty }
    }
    let kept = matches[first...].filter { !$0.content.isEmpty }
    matches.replaceSubrange(first..., with: kept)
  }

  // MARK: Headlines

  /// "Minister: No troops to Mali" and "Ministry denounces provocation", whose verb the parse took for a noun.
  private mutating func readHeadline(_ unit: Range<Int>) {
    guard let title = context.story.article.title?.range, let first = unit.first,
      title.contains(doc[first].utf8Range.lowerBound)
    else { return }
    if let colon = unit.prefix(8).first(where: { doc[$0].text == ":" }), colon > first {
      let content = syntax.trimmed(span(colon + 1, unit.upperBound))
      guard content.count > 1, let speaker = namedParty(in: first..<colon) else { return }
      let cue = Cue(words: [":"], wordClass: .verb, patterns: [.that, .quote], act: .state, sure: 0.75)
      var match = Proposal(cue: cue, head: colon, tokens: [colon], content: [content], form: .clause, speaker: speaker)
      match.speakerTokens = syntax.trimmed(first..<colon)
      match.rule = .headline
      matches.append(match)
      return
    }
    for i in unit.dropFirst().dropLast() {
      guard let speaker = namedParty(in: span(unit.lowerBound, i)), speaker == i - 1, doc[i].tag.hasPrefix("NN"),
        let cue = matcher.headlineRow(doc[i])
      else { continue }
      let content = syntax.trimmed(span(i + 1, unit.upperBound))
      guard !content.isEmpty else { return }
      var match = Proposal(cue: cue, head: i, tokens: [i], content: [content], form: .phrase, speaker: speaker)
      match.speakerTokens = syntax.trimmed(span(unit.lowerBound, i))
      match.sure *= 0.85
      match.rule = .headline
      matches.append(match)
      return
    }
  }

  /// The last token of a headline's first words where they name somebody who can speak.
  private func namedParty(in range: Range<Int>) -> Int? {
    guard let last = range.last(where: { doc[$0].pos != .punct && doc[$0].tag != "POS" }) else { return nil }
    if let mention = context.story.cast.mentions.prefix(64).first(where: { $0.tokens.contains(last) }) {
      return context.story.isSpeakerLike(mention.entity) ? last : nil
    }
    return matcher.cues[doc[last].lower].contains { $0.takes(.source) } ? last : nil
  }

  // MARK: Judging

  private func weigh(_ match: inout Proposal) {
    let token = doc[match.head]
    guard match.cue.wordClass == .verb, syntax.isVerb(token) else { return }
    if let modal = syntax.modal(of: token), match.form != .quotation {
      let isRefusal =
        syntax.isNegated(token) && ["would", "will", "wo", "could"].contains(modal.lower) && match.cue.takes(.quote)
      if !isRefusal, modal.lower != "will" {
        match.sure *= 0.7
      }
    }
    if syntax.infinitiveMarker(of: token) != nil, match.form != .quotation {
      match.sure *= token.label == "advcl" ? 0.55 : 0.75
    }
    // "if he says", "when asked": no report.
    if token.label == "advcl", match.form != .quotation,
      token.children.contains(where: { $0.label == "mark" && ["if", "unless", "whether"].contains($0.lower) })
    {
      match.sure *= 0.5
    }
  }

  private func confidence(of match: Proposal) -> Double {
    match.sure * (match.speaker == nil ? 0.75 : 1)
  }

  private func isStatement(_ match: Proposal) -> Bool {
    guard match.content.contains(where: { !$0.isEmpty }) else { return false }
    guard match.confidence >= floor else { return false }
    guard let speaker = match.speaker else {
      // Without a speaker only what is said, asked and announced, and only where it is finite.
      return match.cue.wordClass == .verb && match.cue.sure >= 0.75
        && (match.form == .quotation || match.form == .clause || match.form == .parenthesis
          || match.form == .infinitive)
        && syntax.isPassive(doc[match.head]) && doc[match.head].label != "advcl"
    }
    let token = doc[speaker]
    if token.lower == "it" || token.lower == "there" || token.lower == "this" || token.lower == "that"
      || token.lower == "what"
    {
      return match.cue.sure >= 0.7 && token.lower == "it" && match.form != .phrase && syntax.isVerb(doc[match.head])
        && token.label != "expl"
    }
    if ["nobody", "none", "nothing", "anyone", "anybody", "everyone", "everybody", "you"].contains(token.lower) {
      return match.cue.sure >= 0.8 && match.form == .quotation
    }
    return true
  }
}
