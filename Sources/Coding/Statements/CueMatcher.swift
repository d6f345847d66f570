internal import Knowledge
internal import Linguistics
internal import Record

/// Finds cues and, in the parse, what they attribute.
struct CueMatcher: Sendable {
  let doc: Doc
  let cues: Cues
  let syntax: ClauseSyntax
  private let conditions: ConditionReading
  /// How many tokens after the main word its particle or noun may stand.
  private let reachOfWords = 4

  init(doc: Doc, cues: Cues) {
    self.doc = doc
    self.cues = cues
    syntax = ClauseSyntax(doc: doc)
    conditions = ConditionReading(doc: doc)
  }

  // MARK: Candidates

  /// The rows that `token` may be the main word of, with the tokens of all their words, the longest first.
  func candidates(at token: Token) -> [(cue: Cue, tokens: [Int])] {
    let wordClass: Cue.WordClass
    switch token.pos {
    case .verb, .aux: wordClass = .verb
    case .noun, .propn: wordClass = token.tag.hasPrefix("VB") ? .verb : .noun
    case .adj: wordClass = .adjective
    default:
      guard token.tag.hasPrefix("VB") else { return [] }
      wordClass = .verb
    }
    let rows = cues[token.lowerLemma]
    guard !rows.isEmpty || token.tag == "VBN" else { return [] }
    var found: [(cue: Cue, tokens: [Int])] = []
    for row in rows where row.wordClass == wordClass && row.act != nil {
      if let tokens = words(of: row, at: token) { found.append((row, tokens)) }
    }
    // "is concerned", "are opposed": participles that are adjectives.
    if token.tag == "VBN", wordClass == .verb {
      for row in cues[token.lower] where row.wordClass == .adjective && row.act != nil {
        if let tokens = words(of: row, at: token) { found.append((row, tokens)) }
      }
    }
    return found.count < 2 ? found : found.sorted { $0.cue.words.count > $1.cue.words.count }
  }

  private func words(of row: Cue, at token: Token) -> [Int]? {
    var tokens = [token.index]
    var at = token.index + 1
    for word in row.words.dropFirst() {
      let end = min(doc.count, token.index + 1 + reachOfWords * (row.words.count - 1))
      var found: Int?
      while at < end {
        let next = doc[at]
        if next.pos == .punct, next.text != "-" { break }
        if next.lower == word || next.lemma == word { found = at }
        at += 1
        if found != nil { break }
      }
      guard let found else { return nil }
      // A particle or preposition has to belong to the verb, not to a phrase of its own further on.
      if doc[found].pos == .adp || doc[found].tag == "RP", doc[found].head.index != token.index,
        found != token.index + 1
      {
        return nil
      }
      tokens.append(found)
    }
    return tokens
  }

  /// Whether `token` is a verb to which quoted words may be attributed.
  func attributesQuotations(_ token: Token) -> Bool {
    guard syntax.isVerb(token) || token.tag.hasPrefix("NN") && token.label == "ROOT" else { return false }
    return cues[token.lowerLemma].contains {
      $0.wordClass == .verb && $0.takes(.quote) && words(of: $0, at: token) != nil
    }
  }

  /// The row by which `token` attributes quoted words.
  func quotingRow(at token: Token) -> (cue: Cue, tokens: [Int])? {
    let rows = cues[token.lowerLemma].filter { $0.wordClass == .verb && $0.takes(.quote) }
    for row in rows.sorted(by: { $0.words.count > $1.words.count }) {
      if let tokens = words(of: row, at: token) { return (row, tokens) }
    }
    return nil
  }

  /// The row of a verb in a headline that the parse took for a noun: "denounces", "vow".
  func headlineRow(_ token: Token) -> Cue? {
    var forms = [token.lower]
    if token.lower.hasSuffix("s") { forms.append(String(token.lower.dropLast())) }
    if token.lower.hasSuffix("es") { forms.append(String(token.lower.dropLast(2))) }
    for form in forms {
      if let row = cues[form].first(where: {
        $0.wordClass == .verb && $0.words.count == 1 && $0.sure >= 0.75
          && ($0.takes(.object) || $0.takes(.objectAndMore) || $0.takes(.that))
      }) {
        return row
      }
    }
    return nil
  }

  // MARK: What is attributed

  /// The matches at `token`: the best row with its contents, one match for each conjoined content.
  func matches(at token: Token, in unit: Range<Int>) -> [Proposal] {
    for (cue, tokens) in candidates(at: token) {
      let found: [Proposal]
      switch cue.wordClass {
      case .verb: found = verbMatches(token, cue: cue, tokens: tokens, unit: unit)
      case .noun: found = nounMatches(token, cue: cue, unit: unit)
      case .adjective: found = adjectiveMatches(token, cue: cue, tokens: tokens, unit: unit)
      case .modal: found = []
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func verbMatches(_ verb: Token, cue: Cue, tokens: [Int], unit: Range<Int>) -> [Proposal] {
    if cue.takes(.negated), !syntax.isNegated(verb) { return [] }
    let isPassive = syntax.isPassive(verb)
    let last = tokens.last ?? verb.index
    for pattern in cue.patterns {
      var match = Proposal(
        cue: cue, head: verb.index, tokens: tokens, content: [], form: .clause)
      switch pattern {
      case .that, .wh:
        let found = clauses(of: verb, after: last, isWh: pattern == .wh, unit: unit)
        if found.isEmpty { continue }
        match.addressees = objects(of: verb, cue: cue)
        return found.map { clause in
          var match = match
          match.content = [clause.tokens]
          match.contentHead = clause.head
          return match
        }
      case .to:
        guard let found = infinitive(of: verb, cue: cue, after: last, unit: unit) else { continue }
        match.form = .infinitive
        match.content = [found.tokens]
        match.contentHead = found.head
        match.addressees = found.addressee.map { [$0] } ?? objects(of: verb, cue: cue)
        if cue.objectIsAddressee, isPassive, let addressee = verb.child("nsubjpass") {
          match.addressees = [addressee.index]
        }
        return [match]
      case .objectTo:
        guard !isPassive, let found = objectWithInfinitive(of: verb, unit: unit) else { continue }
        match.form = .infinitive
        match.content = [found.tokens]
        match.contentHead = found.head
        return [match]
      case .objectThenTo:
        guard let preposition = preposition(of: verb, named: cue.words.last ?? "", tokens: tokens),
          let addressee = preposition.child("pobj"),
          let found = infinitive(of: verb, cue: cue, after: addressee.index, unit: unit, through: addressee)
        else { continue }
        match.form = .infinitive
        match.content = [found.tokens]
        match.contentHead = found.head
        match.addressees = coordinated(addressee)
        return [match]
      case .ing:
        guard
          let gerund = verb.children.first(where: {
            ["xcomp", "ccomp"].contains($0.label) && $0.index > last
              && ($0.tag == "VBG" || $0.children.contains { $0.label == "aux" && $0.tag == "VBG" })
          })
        else { continue }
        match.form = .phrase
        match.content = [clip(gerund.subtree, after: last, in: unit)]
        match.contentHead = gerund.index
        return [match]
      case .object, .objectAndMore:
        guard let found = objectContent(of: verb, cue: cue, tokens: tokens, more: pattern == .objectAndMore, unit: unit)
        else { continue }
        match.form = .phrase
        match.content = [found.tokens]
        match.contentHead = found.head
        if cue.objectIsAddressee, pattern == .objectAndMore { match.addressees = coordinated(doc[found.head]) }
        return [match]
      case .predicate:
        guard !isPassive, let tokens = predicateContent(of: verb, after: last, unit: unit) else { continue }
        match.form = .phrase
        match.content = [tokens]
        return [match]
      case .asPhrase:
        guard !isPassive, let tokens = asContent(of: verb, after: last, unit: unit) else { continue }
        match.form = .phrase
        match.content = [tokens]
        return [match]
      case .noun:
        let found = expressedNoun(of: verb, cue: cue, tokens: tokens, unit: unit)
        if !found.isEmpty { return found }
      case .preposition(let name, let kept):
        guard !isPassive, let found = prepositional(of: verb, name: name, kept: kept, after: last, unit: unit) else {
          continue
        }
        match.form = .phrase
        match.content = [found.tokens]
        match.contentHead = found.head
        if !kept { match.tokens.append(found.preposition) }
        if cue.objectIsAddressee { match.addressees = objects(of: verb, cue: cue) }
        return [match]
      case .addressed(let name, let then):
        guard let preposition = preposition(of: verb, named: name, tokens: tokens),
          let addressee = preposition.child("pobj")
        else { continue }
        if then == "to" {
          guard let found = infinitive(of: verb, cue: cue, after: addressee.index, unit: unit, through: addressee)
          else { continue }
          match.form = .infinitive
          match.content = [found.tokens]
          match.contentHead = found.head
        } else {
          guard
            let found = prepositional(of: verb, name: then, kept: false, after: addressee.index, unit: unit)
              ?? prepositional(of: addressee, name: then, kept: false, after: addressee.index, unit: unit)
          else { continue }
          match.form = .phrase
          match.content = [found.tokens]
          match.contentHead = found.head
        }
        match.addressees = coordinated(addressee)
        return [match]
      case .quote, .inverse, .own, .any, .source, .press, .occasion, .asker, .negated:
        continue
      }
    }
    return []
  }

  /// "made a similar remark", "did the same".
  func echo(at verb: Token) -> Proposal? {
    guard syntax.isVerb(verb), let object = verb.child("dobj"), object.index > verb.index else { return nil }
    let isSame = ["same", "likewise"].contains(object.lower) && ["do", "say"].contains(verb.lemma)
    let row = cues[object.lowerLemma].first { $0.wordClass == .noun && $0.act != nil }
    guard
      isSame || row != nil && object.children.contains(where: { ["similar", "same", "identical"].contains($0.lower) })
    else { return nil }
    let cue = Cue(
      words: [verb.lowerLemma, object.lowerLemma], wordClass: .verb, patterns: [.that],
      act: row?.act ?? .state, sure: 0.75)
    var match = Proposal(
      cue: cue, head: verb.index, tokens: [verb.index], content: [syntax.nounPhrase(of: object, after: verb.index + 1)],
      form: .phrase)
    match.isEcho = true
    match.rule = .echo
    return match
  }

  private func adjectiveMatches(_ adjective: Token, cue: Cue, tokens: [Int], unit: Range<Int>) -> [Proposal] {
    guard !adjective.isRoot || adjective.tag == "VBN" else { return [] }
    let copula = adjective.label == "acomp" || adjective.label == "attr" ? adjective.head : adjective
    guard adjective.tag == "VBN" || (syntax.isVerb(copula) && ["acomp", "attr", "conj"].contains(adjective.label))
    else { return [] }
    let last = tokens.last ?? adjective.index
    var match = Proposal(
      cue: cue, head: adjective.index, tokens: tokens, content: [], form: .clause)
    let subject =
      copula.index == adjective.index
      ? (adjective.child("nsubjpass", "nsubj") ?? syntax.subject(ofPredicate: adjective))
      : (syntax.doer(of: copula) ?? copula.child("nsubj"))
    guard let subject else { return [] }
    match.speaker = subject.index
    for pattern in cue.patterns {
      switch pattern {
      case .that:
        let found = clauses(of: adjective, after: last, isWh: false, unit: unit)
        let all =
          found.isEmpty && copula.index != adjective.index
          ? clauses(of: copula, after: last, isWh: false, unit: unit) : found
        if all.isEmpty { continue }
        return all.map { clause in
          var match = match
          match.content = [clause.tokens]
          match.contentHead = clause.head
          return match
        }
      case .to:
        guard
          let found = infinitive(of: adjective, cue: cue, after: last, unit: unit)
            ?? (copula.index != adjective.index ? infinitive(of: copula, cue: cue, after: last, unit: unit) : nil)
        else { continue }
        match.form = .infinitive
        match.content = [found.tokens]
        match.contentHead = found.head
        return [match]
      case .preposition(let name, let kept):
        guard let found = prepositional(of: adjective, name: name, kept: kept, after: last, unit: unit) else {
          continue
        }
        match.form = .phrase
        match.content = [found.tokens]
        match.contentHead = found.head
        if !kept { match.tokens.append(found.preposition) }
        return [match]
      default: continue
      }
    }
    return []
  }

  /// "his demand that", "a warning by X of": a noun with its holder and its content.
  private func nounMatches(_ noun: Token, cue: Cue, unit: Range<Int>) -> [Proposal] {
    guard
      let owner = noun.child("poss")
        ?? noun.children.first(where: { $0.label == "prep" && $0.lower == "by" })?.child("pobj"),
      !doc[owner.index].tag.hasPrefix("W")
    else { return [] }
    // "Moscow's position is that": the clause hangs on the copula.
    let copula = noun.label == "nsubj" && noun.head.lemma == "be" ? noun.head : nil
    var found = nounContent(of: noun, cue: cue, alsoOf: copula, unit: unit, tokens: [noun.index])
    for i in found.indices { found[i].speaker = owner.index }
    return found
  }

  /// "expressed hope that": the verb's object is a cue itself.
  private func expressedNoun(of verb: Token, cue: Cue, tokens: [Int], unit: Range<Int>) -> [Proposal] {
    guard !syntax.isPassive(verb), let object = verb.child("dobj"), object.index > verb.index else { return [] }
    var nouns = [object]
    nouns += object.children.filter { $0.label == "conj" }.prefix(3)
    for noun in nouns {
      for row in cues[noun.lowerLemma] where row.wordClass == .noun && row.act != nil {
        let found = nounContent(of: noun, cue: row, alsoOf: verb, unit: unit, tokens: tokens + [noun.index])
        if found.isEmpty { continue }
        return found.map { match in
          var match = match
          match.head = verb.index
          match.sure = row.sure
          if cue.act == .reaffirm { match.act = .reaffirm }
          return match
        }
      }
    }
    return []
  }

  private func nounContent(of noun: Token, cue: Cue, alsoOf verb: Token?, unit: Range<Int>, tokens: [Int]) -> [Proposal]
  {
    var match = Proposal(cue: cue, head: noun.index, tokens: tokens, content: [], form: .clause)
    for pattern in cue.patterns {
      switch pattern {
      case .that, .wh:
        var found = clauses(of: noun, after: noun.index, isWh: pattern == .wh, unit: unit, ofNoun: true)
        if found.isEmpty, let verb { found = clauses(of: verb, after: noun.index, isWh: pattern == .wh, unit: unit) }
        if found.isEmpty { continue }
        return found.map { clause in
          var match = match
          match.content = [clause.tokens]
          match.contentHead = clause.head
          return match
        }
      case .to:
        guard
          let found = infinitive(of: noun, cue: cue, after: noun.index, unit: unit)
            ?? verb.flatMap({ infinitive(of: $0, cue: cue, after: noun.index, unit: unit) })
        else { continue }
        match.form = .infinitive
        match.content = [found.tokens]
        match.contentHead = found.head
        return [match]
      case .preposition(let name, let kept):
        guard
          let found = prepositional(of: noun, name: name, kept: kept, after: noun.index, unit: unit)
            ?? verb.flatMap({ prepositional(of: $0, name: name, kept: kept, after: noun.index, unit: unit) })
        else { continue }
        match.form = .phrase
        match.content = [found.tokens]
        match.contentHead = found.head
        if !kept { match.tokens.append(found.preposition) }
        return [match]
      default: continue
      }
    }
    return []
  }

  // MARK: Forms of content

  struct Found {
    var tokens: Range<Int>
    var head: Int
    var addressee: Int?
    var preposition = -1
  }

  /// Finite clauses to the right, conjoined ones apart.
  private func clauses(of governor: Token, after last: Int, isWh: Bool, unit: Range<Int>, ofNoun: Bool = false)
    -> [Found]
  {
    var found: [Found] = []
    for child in governor.children where child.index > last {
      let start = child.subtree.lowerBound
      // "and that trade would resume": the parse may take this "that" for a determiner.
      let goesOn = child.label == "conj" && start > last + 1 && doc[start].lower == "that" && doc[start - 1].tag == "CC"
      let hasThat =
        goesOn || child.children.contains { $0.label == "mark" && $0.lower == "that" && $0.index < child.index }
      switch child.label {
      case "ccomp": break
      case "advcl" where isWh:
        guard cues[governor.lowerLemma].contains(where: { $0.act == .ask }),
          child.subtree.lowerBound <= last + 4
        else { continue }
      case "xcomp", "advcl", "acl", "dep", "parataxis", "conj", "relcl":
        guard hasThat else { continue }
      default: continue
      }
      if ofNoun, !hasThat, !isWh { continue }
      if syntax.infinitiveMarker(of: child) != nil, !hasThat { continue }
      if child.tag == "VBG", !syntax.isFinite(child) { continue }
      var tokens = clip(child.subtree, after: last, in: unit)
      if let subject = straySubject(of: child, under: governor, after: last) {
        tokens = span(subject.subtree.lowerBound, tokens.upperBound)
      }
      guard let first = tokens.first else { continue }
      // A clause that the parse has broken in two: the second part has no subject and follows at once.
      if let previous = found.last, previous.tokens.upperBound == tokens.lowerBound, !hasThat,
        syntax.ownSubject(of: child) == nil
      {
        found[found.count - 1].tokens = span(previous.tokens.lowerBound, tokens.upperBound)
        continue
      }
      guard startsWithWh(first, in: tokens) == isWh else { continue }
      found += split(extended(tokens, of: governor, onlyClauses: true, unit: unit), head: child.index)
    }
    return found
  }

  /// The subject of a clause that the parse gives to the verb above, which then has two: "said the chairman, X, would go".
  private func straySubject(of clause: Token, under governor: Token, after last: Int) -> Token? {
    guard syntax.ownSubject(of: clause) == nil, let own = syntax.ownSubject(of: governor), own.index < governor.index
    else { return nil }
    return governor.children.first {
      $0.label == "nsubj" && $0.index > last && $0.subtree.upperBound <= clause.subtree.lowerBound + 1
    }
  }

  private func startsWithWh(_ first: Int, in tokens: Range<Int>) -> Bool {
    for i in first..<min(tokens.upperBound, first + 3) {
      let token = doc[i]
      if token.pos == .punct || token.isSpace || token.tag == "IN" && token.pos == .adp { continue }
      return ["if", "whether", "what", "how", "why", "who", "whom", "whose", "which", "where", "when"].contains(
        token.lower)
    }
    return false
  }

  /// "that A and that B": one content each.
  private func split(_ tokens: Range<Int>, head: Int) -> [Found] {
    var cuts: [(end: Int, start: Int, head: Int)] = []
    for i in tokens.dropFirst(3) where doc[i].lower == "that" && (doc[i].label == "mark" || doc[i].tag == "IN") {
      let clause = doc[i].head
      guard clause.label == "conj" || clause.label == "ccomp" else { continue }
      var before = i - 1
      while before > tokens.lowerBound, doc[before].pos == .adv || doc[before].text == "," { before -= 1 }
      guard doc[before].tag == "CC", before > tokens.lowerBound + 1 else { continue }
      cuts.append((before, i, clause.index))
    }
    var found: [Found] = []
    var start = tokens.lowerBound
    var clause = head
    for cut in cuts where cut.end > start {
      found.append(Found(tokens: syntax.trimmed(span(start, cut.end)), head: clause))
      start = cut.start
      clause = cut.head
    }
    found.append(Found(tokens: syntax.trimmed(span(start, tokens.upperBound)), head: clause))
    return found.filter { !$0.tokens.isEmpty }
  }

  private func infinitive(
    of governor: Token, cue: Cue, after last: Int, unit: Range<Int>, through object: Token? = nil
  ) -> Found? {
    func found(_ verb: Token, addressee: Int?) -> Found? {
      guard let marker = syntax.infinitiveMarker(of: verb), marker.index > last else { return nil }
      var start = marker.index
      if start > last + 1, doc[start - 1].lower == "not" { start -= 1 }
      let tokens = withConditions(clip(span(start, verb.subtree.upperBound), after: last, in: unit), in: unit)
      return tokens.isEmpty ? nil : Found(tokens: tokens, head: verb.index, addressee: addressee)
    }
    for child in governor.children where child.index > last {
      switch child.label {
      case "xcomp", "ccomp":
        let own = child.children.first { $0.label == "nsubj" && $0.index < child.index }
        if own != nil, !cue.objectIsAddressee, object == nil { continue }
        if let result = found(child, addressee: own?.index) { return result }
      case "advcl", "acl", "relcl":
        if governor.pos == .noun || governor.pos == .adj || cue.objectIsAddressee || object != nil {
          // A subject of its own makes "for X to go" of it.
          if let result = found(child, addressee: nil) { return result }
        }
      default: continue
      }
    }
    let objects = [object, cue.objectIsAddressee ? governor.child("dobj", "dative") : nil].compactMap { $0 }
    for object in objects {
      for child in object.children where ["acl", "relcl", "xcomp", "advcl"].contains(child.label) {
        if let result = found(child, addressee: object.index) { return result }
      }
    }
    return nil
  }

  /// "wants X to go".
  private func objectWithInfinitive(of verb: Token, unit: Range<Int>) -> Found? {
    for child in verb.children where child.index > verb.index && ["ccomp", "xcomp"].contains(child.label) {
      guard syntax.infinitiveMarker(of: child) != nil,
        let subject = child.children.first(where: { $0.label == "nsubj" && $0.index < child.index })
      else { continue }
      let tokens = clip(span(subject.subtree.lowerBound, child.subtree.upperBound), after: verb.index, in: unit)
      if !tokens.isEmpty { return Found(tokens: tokens, head: child.index) }
    }
    return nil
  }

  private func objectContent(of verb: Token, cue: Cue, tokens: [Int], more: Bool, unit: Range<Int>) -> Found? {
    let object: Token
    if cue.words.count > 1, let preposition = preposition(of: verb, named: cue.words.last ?? "", tokens: tokens) {
      guard let found = preposition.child("pobj", "pcomp") else { return nil }
      object = found
      // Coordinated objects that the preposition carries.
      let all = extended(
        clip(preposition.subtree, after: preposition.index, in: unit), of: verb, onlyClauses: false, unit: unit)
      return all.isEmpty ? nil : Found(tokens: all, head: found.index)
    } else if syntax.isPassive(verb) {
      guard syntax.agent(of: verb) != nil, let subject = verb.child("nsubjpass"), !subject.tag.hasPrefix("W") else {
        return nil
      }
      let range = syntax.nounPhrase(of: subject, before: verb.index)
      return Found(tokens: range, head: subject.index)
    } else {
      guard let found = verb.child("dobj"), found.index > verb.index else { return nil }
      object = found
    }
    if object.pos == .pron, !more { return nil }
    if !more {
      let all = extended(
        clip(object.subtree, after: tokens.last ?? verb.index, in: unit), of: verb, onlyClauses: false, unit: unit)
      return all.isEmpty ? nil : Found(tokens: all, head: object.index)
    }
    var end = object.subtree.upperBound
    if more {
      for child in verb.children where child.index >= end && (child.label == "prep" || child.label == "dative") {
        guard ["for", "as", "over", "of", "with", "on", "to", "in"].contains(child.lower),
          child.subtree.lowerBound <= end + 1
        else { break }
        end = child.subtree.upperBound
      }
    }
    let range = clip(span(object.subtree.lowerBound, end), after: tokens.last ?? verb.index, in: unit)
    return range.isEmpty ? nil : Found(tokens: range, head: object.index)
  }

  private func predicateContent(of verb: Token, after last: Int, unit: Range<Int>) -> Range<Int>? {
    for child in verb.children where child.index > last {
      if child.label == "oprd" {
        let start =
          verb.children.first { $0.label == "dobj" && $0.index > last }?.subtree.lowerBound ?? child.subtree.lowerBound
        let range = clip(span(min(start, child.subtree.lowerBound), child.subtree.upperBound), after: last, in: unit)
        return range.isEmpty ? nil : range
      }
      if child.label == "ccomp", !syntax.isFinite(child), child.tag != "VB",
        child.children.contains(where: { $0.label == "nsubj" })
      {
        let range = clip(child.subtree, after: last, in: unit)
        return range.isEmpty ? nil : range
      }
    }
    return nil
  }

  private func asContent(of verb: Token, after last: Int, unit: Range<Int>) -> Range<Int>? {
    guard let object = verb.child("dobj"), object.index > last else { return nil }
    let phrase =
      verb.children.first { $0.label == "prep" && $0.lower == "as" && $0.index > object.index }
      ?? object.children.first { $0.label == "prep" && $0.lower == "as" }
    guard let phrase else { return nil }
    let range = clip(span(object.subtree.lowerBound, phrase.subtree.upperBound), after: last, in: unit)
    return range.isEmpty ? nil : range
  }

  private func prepositional(of governor: Token, name: String, kept: Bool, after last: Int, unit: Range<Int>) -> Found?
  {
    var candidates: [(preposition: Token, top: Token)] = []
    for child in governor.children where ["prep", "dative", "advcl", "agent"].contains(child.label) {
      candidates.append((child, child))
    }
    if governor.pos != .noun {
      if let object = governor.child("dobj") {
        for child in object.children where child.label == "prep" { candidates.append((child, object)) }
      }
      // "held X responsible for Y".
      for child in governor.children where child.label == "oprd" || child.label == "acomp" {
        for inner in child.children where inner.label == "prep" { candidates.append((inner, child)) }
      }
      // "apologized in a letter to X for Y": the phrase hangs on what stands between.
      for child in governor.children where name == "for" && child.label == "prep" && child.index > last {
        guard let between = child.child("pobj") else { continue }
        for inner in between.children where inner.label == "prep" { candidates.append((inner, child)) }
      }
    }
    for (preposition, top) in candidates where preposition.index > last && preposition.lower == name {
      guard let object = preposition.child("pobj", "pcomp") else { continue }
      let end = preposition.index == top.index ? preposition.subtree.upperBound : top.subtree.upperBound
      var range = clip(span(kept ? preposition.subtree.lowerBound : preposition.index + 1, end), after: last, in: unit)
      if governor.pos != .noun { range = extended(range, of: governor, onlyClauses: false, unit: unit) }
      if !range.isEmpty { return Found(tokens: range, head: object.index, preposition: preposition.index) }
    }
    return nil
  }

  /// Content with what follows it at once and hangs on the cue: the parse often gives the cue what belongs to the content.
  ///
  /// Times, and places where one speaks ("in a statement"), are the cue's own.
  private func extended(_ tokens: Range<Int>, of governor: Token, onlyClauses: Bool, unit: Range<Int>) -> Range<Int> {
    guard !tokens.isEmpty else { return tokens }
    var end = tokens.upperBound
    // "X, as well as with Y": a conjunction that the parse left without its second part.
    if doc[end - 1].label == "cc", let next = governor.children.first(where: { $0.subtree.lowerBound == end }) {
      end = min(unit.upperBound, next.subtree.upperBound)
    }
    for child in governor.children where child.index >= end {
      guard child.subtree.lowerBound == end, child.subtree.upperBound <= unit.upperBound, child.subtree.count < 60
      else {
        if child.label == "punct" { break }
        continue
      }
      switch child.label {
      case "advcl":
        let opening = doc[end].lower
        if onlyClauses, !["if", "unless", "because", "should", "until"].contains(opening) {
          return withConditions(span(tokens.lowerBound, end), in: unit)
        }
        if !onlyClauses, ["when", "while", "saying", "citing"].contains(opening) {
          return span(tokens.lowerBound, end)
        }
      case "prep" where !onlyClauses:
        if isCircumstance(child) { return span(tokens.lowerBound, end) }
      default:
        return withConditions(span(tokens.lowerBound, end), in: unit)
      }
      end = child.subtree.upperBound
    }
    return withConditions(syntax.trimmed(span(tokens.lowerBound, end)), in: unit)
  }

  /// Content with the condition that follows it at once, whatever the parse hangs it on: ", but only if".
  private func withConditions(_ tokens: Range<Int>, in unit: Range<Int>) -> Range<Int> {
    guard !tokens.isEmpty else { return tokens }
    var at = tokens.upperBound
    let limit = min(unit.upperBound, at + 3)
    while at < limit, [",", "but", "and"].contains(doc[at].lower) { at += 1 }
    if at < limit, doc[at].lower == "only", conditions.conditional(at: at, in: unit) == nil { at += 1 }
    guard at < unit.upperBound, let condition = conditions.conditional(at: at, in: unit), condition.count < 60 else {
      return tokens
    }
    return syntax.trimmed(span(tokens.lowerBound, condition.upperBound))
  }

  /// Whether a prepositional phrase tells when or where something is said.
  private func isCircumstance(_ preposition: Token) -> Bool {
    guard let object = preposition.child("pobj") else { return false }
    if ["during", "at", "since"].contains(preposition.lower) { return true }
    if let label = doc.entity(at: object.index)?.label, ["DATE", "TIME"].contains(label) { return true }
    return cues[object.lowerLemma].contains { $0.takes(.occasion) || $0.takes(.press) }
  }

  private func preposition(of verb: Token, named name: String, tokens: [Int]) -> Token? {
    if let last = tokens.last, last != verb.index, doc[last].lower == name, doc[last].child("pobj", "pcomp") != nil {
      return doc[last]
    }
    return verb.children.first {
      ($0.label == "prep" || $0.label == "dative") && $0.lower == name && $0.index > verb.index
    }
  }

  /// Whom the verb is spoken to: its object, where the cue says so.
  func objects(of verb: Token, cue: Cue) -> [Int] {
    guard cue.objectIsAddressee else { return [] }
    if syntax.isPassive(verb) { return verb.child("nsubjpass").map { coordinated($0) } ?? [] }
    guard let object = verb.children.first(where: { ["dobj", "dative"].contains($0.label) && $0.index > verb.index })
    else { return [] }
    if object.label == "dative", object.pos == .adp { return object.child("pobj").map { coordinated($0) } ?? [] }
    return coordinated(object)
  }

  /// A noun and those that are coordinated with it.
  func coordinated(_ token: Token) -> [Int] {
    var found = [token.index]
    var current = token
    for _ in 0..<6 {
      guard let next = current.child("conj") else { break }
      found.append(next.index)
      current = next
    }
    return found
  }

  private func clip(_ tokens: Range<Int>, after last: Int, in unit: Range<Int>) -> Range<Int> {
    let low = max(tokens.lowerBound, last + 1, unit.lowerBound)
    let high = min(tokens.upperBound, unit.upperBound)
    return low < high ? syntax.trimmed(low..<high) : low..<low
  }
}
