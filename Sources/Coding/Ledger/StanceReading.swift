internal import Knowledge
internal import Linguistics
internal import Record

/// Reads where a speaker stands on what some words name, from the words above them in the tree.
struct StanceReading {
  let doc: Doc
  let cast: Cast
  let finder: LemmaFinder

  init(doc: Doc, cast: Cast, stances: Stances) {
    self.doc = doc
    self.cast = cast
    finder = LemmaFinder(doc: doc, phrases: stances.phrases)
  }

  /// Whether `trigger` is named by the way: as what a meeting is about ("the disarmament talks"), or as where something
  /// is.
  func isAside(_ trigger: Range<Int>) -> Bool {
    let head = doc[doc.head(of: trigger)]
    if ["compound", "amod", "nmod", "poss"].contains(head.label), !trigger.contains(head.head.index),
      kinds(at: head.head.index).contains(.gathering)
    {
      return true
    }
    guard head.label == "pobj" else { return false }
    let preposition = head.head.lower
    return ["into", "at", "near", "across", "through"].contains(preposition)
      || head.pos == .propn && ["in", "along", "around", "off"].contains(preposition)
  }

  /// The stance on `issue`, which `trigger` names within `content`, of `holders`, who do `act` there by the word `cue`.
  func stance(
    on issue: Issues.Issue, trigger: Range<Int>, in content: Range<Int>, by holders: [Int], act: Act, cue: Int?,
    polarity: Polarity,
    isConditional: Bool
  ) -> Stance {
    if act == .decline { return .neutral }
    if isConditional || act == .condition { return .conditions }
    var told: Stance?
    var isTurned = polarity == .negated
    var isOthers = false
    var isHarmed = false
    let path = path(from: doc.head(of: trigger), in: content)
    for step in path {
      let kinds = kinds(at: step)
      // Who has never forgotten a thing stands by it.
      if isNegated(step), kinds.contains(.neglects) || self.kinds(at: doc[step].head.index).contains(.neglects) {
        continue
      }
      if kinds.contains(.harms) {
        // What does harm is bad, what is harmed is good, whether it is or must not be.
        let isCause = path.contains { doc[$0].label == "nsubj" && doc[$0].head.index == step }
        if told == nil {
          isHarmed = !isCause && act != .threaten
          told = isHarmed ? .supports : .opposes
        }
        continue
      }
      if tellsOfOthers(act), !kinds.isDisjoint(with: [.supports, .opposes]), isOther(subjectOf: step, than: holders) {
        isOthers = true
        continue
      }
      if isNegated(step) { isTurned.toggle() }
      if kinds.contains(.opposes) {
        if told == nil { told = .opposes } else { isTurned.toggle() }
      } else if kinds.contains(.reverses), told == nil {
        // Who wants a matter ended wants it settled.
        if issue.kind != .matter { isTurned.toggle() }
      } else if kinds.contains(.demands) {
        if told == nil || told == .supports { told = .demands }
      } else if kinds.contains(.supports)
        || kinds.contains(.keeps) && issue.kind == .measure && doc[doc.head(of: trigger)].head.index == step
      {
        if told == nil { told = .supports }
      }
      // What a relative clause tells of a thing shows nothing of who speaks of the thing.
      if doc[step].label == "relcl" { (told, isTurned) = (nil, polarity == .negated) }
    }
    if isOthers, told == nil { return .neutral }
    let isOpposingCue = cue.map { self.kinds(at: $0).contains(.opposes) } ?? false
    if isHarmed { return issue.kind == .threat ? .opposes : .supports }
    if told != nil, isOpposingCue {
      // Who rejects that others refuse something is for it.
      isTurned.toggle()
    } else if told == nil {
      if act == .accuse, issue.kind == .goal { return .demands }
      if !isClose(trigger, in: content) { return .neutral }
      told =
        wished(of: doc[doc.head(of: trigger)], by: holders, issue.kind)
        ?? announced(before: trigger.lowerBound, in: content)
      // "Would not": the refusal is the negation itself.
      if act == .reject || act == .deny, !isOpposingCue, isTurned { told = .supports }
    }
    var stance = told ?? usual(for: act, on: issue.kind)
    if isTurned {
      switch stance {
      case .supports, .demands: stance = .opposes
      case .opposes: stance = .supports
      default: break
      }
    }
    // Who wants a threat settled is against it.
    return issue.kind == .threat && stance == .supports ? .opposes : stance
  }

  /// Whether `act` may report what others think, as those do not that ask something of them.
  private func tellsOfOthers(_ act: Act) -> Bool {
    ![.demand, .request, .urge, .propose, .ask, .hope, .want, .warn, .threaten, .support, .agree].contains(act)
  }

  /// Whether somebody named, but none of `holders`, is the subject of the finite verb at `step` and free to choose.
  private func isOther(subjectOf step: Int, than holders: [Int]) -> Bool {
    let verb = doc[step]
    guard verb.pos == .verb, let subject = verb.child("nsubj") else { return false }
    // "You want": what a speaker tells those he speaks to that they think.
    if subject.lower == "you" { return true }
    guard let mention = cast.mention(headedBy: subject.index) else { return false }
    let isObliged = verb.children.contains {
      $0.label == "aux" && ($0.tag == "TO" || ["must", "should", "ought"].contains($0.lower))
    }
    guard !isObliged else { return false }
    return !isOwn(mention, of: holders)
  }

  /// Whether `mention` means one of `holders` or of their states.
  private func isOwn(_ mention: Mention, of holders: [Int]) -> Bool {
    let countries = Set(holders.compactMap { cast.entities[$0].country })
    return cast.members(of: mention).contains { member in
      holders.contains(member) || cast.entities[member].country.map { countries.contains($0) } ?? false
    }
  }

  /// The stance that a relative clause of the holders' own tells of its noun ("an embargo that they want lifted").
  private func wished(of noun: Token, by holders: [Int], _ kind: Issues.Issue.Kind) -> Stance? {
    for verb in noun.children where verb.label == "relcl" {
      guard let subject = verb.child("nsubj"), let mention = cast.mention(headedBy: subject.index),
        isOwn(mention, of: holders)
      else { continue }
      var kinds = kinds(at: verb.index)
      for child in verb.children where ["aux", "xcomp", "ccomp", "oprd", "acomp"].contains(child.label) {
        kinds.formUnion(self.kinds(at: child.index))
      }
      if kinds.contains(.supports) || kinds.contains(.demands) {
        if kinds.contains(.reverses), kind != .matter { return .opposes }
        return kinds.contains(.supports) ? .supports : .demands
      }
      if kinds.contains(.opposes) { return .opposes }
    }
    return nil
  }

  /// Whether `trigger` belongs to what `content` itself is about, and not to a clause that tells more of a part of it.
  private func isClose(_ trigger: Range<Int>, in content: Range<Int>) -> Bool {
    var current = doc[doc.head(of: trigger)]
    for _ in 0..<8 {
      guard content.contains(current.index) else { return true }
      if ["relcl", "advcl", "parataxis"].contains(current.label) { return false }
      if current.isRoot { return true }
      current = current.head
    }
    return false
  }

  /// What an act by itself says of an issue.
  func usual(for act: Act, on kind: Issues.Issue.Kind) -> Stance {
    switch act {
    case .demand, .request, .urge, .propose, .ask: .demands
    case .support, .appreciate, .thank, .congratulate, .hope, .want, .intend, .pledge, .offer, .agree: .supports
    case .apologize: kind == .goal ? .supports : .neutral
    // Who denies a report takes no side on what it is about.
    case .criticize, .accuse, .reject: .opposes
    case .warn: kind == .goal ? .neutral : .opposes
    // Who threatens a measure is ready to take it.
    case .threaten: kind == .measure ? .supports : .neutral
    default: .neutral
    }
  }

  /// The tokens above `token` within `content`, nearest first, each verb with what completes it ("is necessary").
  private func path(from token: Int, in content: Range<Int>) -> [Int] {
    var path: [Int] = []
    var current = doc[token]
    for _ in 0..<14 {
      guard content.contains(current.index) else { break }
      path.append(current.index)
      for child in current.children
      where ["acomp", "attr", "oprd", "prt", "advmod"].contains(child.label) && child.index != path.dropLast().last
        && content.contains(child.index)
      {
        path.append(child.index)
      }
      if current.label == "nsubj" || current.label == "nsubjpass" {
        // What holds of the subject, "is essential", stands at its verb, and in a verb's complement.
        for child in current.head.children where child.label == "dobj" || child.label == "prep" {
          path.append(child.index)
        }
      }
      // What a thing is joined to governs nothing of it.
      let isFinite = ["VBD", "VBZ", "VBP"].contains(current.tag)
      while current.label == "conj", !current.isRoot { current = current.head }
      // A finite verb joined to an infinitive belongs to the verb above that.
      while isFinite, current.label == "xcomp", current.tag == "VB", !current.isRoot { current = current.head }
      if current.isRoot { break }
      current = current.head
    }
    return path
  }

  /// The stance of the word before a colon on what comes after it ("this is what we expect: an apology and payment").
  private func announced(before token: Int, in content: Range<Int>) -> Stance? {
    let sentence = doc.sentence(of: token)
    let first = max(sentence.lowerBound, content.lowerBound, token - 40)
    // The words of an issue may begin before the content does.
    guard first < token, let colon = (first..<token).last(where: { doc[$0].text == ":" }), colon > first else {
      return nil
    }
    let kinds = kinds(at: colon - 1)
    if kinds.contains(.opposes) { return .opposes }
    if kinds.contains(.demands) { return .demands }
    return kinds.contains(.supports) ? .supports : nil
  }

  private func isNegated(_ token: Int) -> Bool { doc[token].children.contains { $0.label == "neg" } }

  private func kinds(at token: Int) -> Set<Stances.Kind> {
    Set(finder.matches(at: token, before: min(doc.count, token + 6)).map { Stances.Kind.allCases[$0.value] })
  }

  /// Whether a condition stands in `tokens`.
  func isConditional(_ tokens: Range<Int>) -> Bool {
    for match in finder.matches(in: tokens) where Stances.Kind.allCases[match.value] == .conditional {
      let token = doc[match.tokens.lowerBound]
      if ["if", "once", "until", "till"].contains(token.lower), token.label != "mark" { continue }
      if token.lower == "if", !isTerm(token) { continue }
      // "Until Friday" sets a time.
      if ["until", "till"].contains(token.lower), token.index + 1 < doc.count, isDay(token.index + 1) { continue }
      return true
    }
    return tokens.contains { index in
      // "Must disarm before talks can begin".
      if doc[index].lower == "before", doc[index].label == "mark", !doc[index].head.isRoot,
        doc[index].head.head.children.contains(where: {
          ["must", "should", "has", "have"].contains($0.lower) && $0.label == "aux"
        })
      {
        return true
      }
      // "Not without a state of their own".
      if doc[index].lower == "without", doc[index].label == "prep", isNegated(doc[index].head.index) { return true }
      // "After resolving the issues": what is wanted comes only then.
      let token = doc[index]
      return token.lower == "after" && token.label == "prep" && token.child("pcomp")?.tag == "VBG"
        && ["VB", "VBP", "VBZ"].contains(token.head.tag)
    }
  }

  /// Whether the clause that `conjunction` leads is a term for what will, can or must be, and no mere supposition
  /// ("if you count them, it is hard", "if he had asked, they should have helped").
  private func isTerm(_ conjunction: Token) -> Bool {
    let clause = conjunction.head
    guard clause.label == "advcl", clause.child("nsubj")?.lower != "you" else { return clause.label != "advcl" }
    let main = clause.head
    let auxiliaries = main.children.filter { $0.label == "aux" }
    if main.tag == "VBN", auxiliaries.contains(where: { $0.lemma == "have" }) { return false }
    if main.lemma == "say" || main.lemma == "think" { return false }
    return isNegated(main.index) || auxiliaries.contains { $0.tag == "MD" || $0.tag == "TO" } || main.tag == "VB"
      || finder.matches(at: main.index, before: min(doc.count, main.index + 3)).contains {
        [.ready, .demands].contains(Stances.Kind.allCases[$0.value])
      } || main.children.contains { kinds(at: $0.index).contains(.ready) }
  }

  private func isDay(_ token: Int) -> Bool {
    doc.entity(at: token).map { ["DATE", "TIME"].contains($0.label) } ?? false
  }

  /// What the words of `tokens` say of a position's change, as long as they speak of a position.
  func change(in tokens: Range<Int>) -> Change? {
    let matches = finder.matches(in: tokens).map {
      (kind: Stances.Kind.allCases[$0.value], token: $0.tokens.lowerBound)
    }
    // "It no longer insists on", "no longer willing".
    for token in tokens.dropLast() where doc[token].lower == "no" && doc[token + 1].lower == "longer" {
      let near = matches.filter { abs($0.token - token) <= 3 }.map(\.kind)
      if near.contains(.demands) || near.contains(.opposes) { return .softened }
      if near.contains(.ready) || near.contains(.supports) { return .hardened }
    }
    guard let position = matches.first(where: { $0.kind == .position && doc[$0.token].pos == .noun }) else {
      return nil
    }
    for match in matches where match.token != position.token && abs(match.token - position.token) <= 10 {
      switch match.kind {
      case .unchanged: return .unchanged
      case .softened: return isDenied(match.token) ? .unchanged : .softened
      case .hardened: return isDenied(match.token) ? .unchanged : .hardened
      case .new: return isDenied(match.token) ? .unchanged : .new
      default: break
      }
    }
    // "its position has not changed"
    for token in tokens where doc[token].lowerLemma == "change" && abs(token - position.token) <= 8 {
      if isDenied(token) { return .unchanged }
    }
    return nil
  }

  private func isDenied(_ token: Int) -> Bool {
    doc[token].children.contains { $0.label == "neg" || $0.lower == "no" || $0.lower == "never" }
  }
}
