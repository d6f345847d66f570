internal import Knowledge
internal import Linguistics
internal import Record

/// Reads where a speaker stands on what some words name, from the words above them in the tree.
struct StanceReading {
  let doc: Doc
  let finder: LemmaFinder

  init(doc: Doc, stances: Stances) {
    self.doc = doc
    finder = LemmaFinder(doc: doc, phrases: stances.phrases)
  }

  /// The stance on `issue`, which `trigger` names within `content`, of one who does `act` there by the word `cue`.
  func stance(
    on issue: Issues.Issue, trigger: Range<Int>, in content: Range<Int>, act: Act, cue: Int?, polarity: Polarity,
    isConditional: Bool
  ) -> Stance {
    if act == .decline { return .neutral }
    if isConditional || act == .condition { return .conditions }
    var told: Stance?
    var isTurned = polarity == .negated
    for step in path(from: doc.head(of: trigger), in: content) {
      let kinds = kinds(at: step)
      if isNegated(step) { isTurned.toggle() }
      if kinds.contains(.opposes) {
        if told == nil { told = .opposes } else { isTurned.toggle() }
      } else if kinds.contains(.reverses), told == nil {
        // Who wants a matter ended wants it settled.
        if issue.kind != .matter { isTurned.toggle() }
      } else if kinds.contains(.demands) {
        if told == nil || told == .supports { told = .demands }
      } else if kinds.contains(.supports) || kinds.contains(.keeps) && issue.kind == .measure {
        if told == nil { told = .supports }
      }
    }
    let isOpposingCue = cue.map { self.kinds(at: $0).contains(.opposes) } ?? false
    if told != nil, isOpposingCue {
      // Who accuses others of violating something is for it.
      isTurned.toggle()
    } else if told == nil {
      if act == .accuse, issue.kind == .goal { return .demands }
      if usual(for: act, on: issue.kind) == .neutral { told = nearby(before: trigger.lowerBound, in: content) }
      // "Would not": the refusal is the negation itself.
      if act == .reject || act == .deny, !isOpposingCue, isTurned { told = .supports }
    }
    let stance = told ?? usual(for: act, on: issue.kind)
    guard isTurned else { return stance }
    switch stance {
    case .supports, .demands: return .opposes
    case .opposes: return .supports
    default: return stance
    }
  }

  /// What an act by itself says of an issue.
  func usual(for act: Act, on kind: Issues.Issue.Kind) -> Stance {
    switch act {
    case .demand, .request, .urge, .propose, .ask: .demands
    case .support, .appreciate, .thank, .congratulate, .hope, .want, .intend, .pledge, .offer, .agree: .supports
    case .apologize: kind == .goal ? .supports : .neutral
    case .criticize, .accuse, .reject, .deny: .opposes
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
      while current.label == "conj", !current.isRoot { current = current.head }
      if current.isRoot { break }
      current = current.head
    }
    return path
  }

  /// The stance of the last word that shows one shortly before `token`: the tree is often wrong.
  private func nearby(before token: Int, in content: Range<Int>) -> Stance? {
    for index in (max(content.lowerBound, token - 8)..<max(content.lowerBound, token)).reversed() {
      let kinds = kinds(at: index)
      if kinds.contains(.demands) { return .demands }
      if kinds.contains(.opposes) { return .opposes }
      if kinds.contains(.supports) { return .supports }
    }
    return nil
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
    for token in tokens where doc[token].lemma.lowercased() == "change" && abs(token - position.token) <= 8 {
      if isDenied(token) { return .unchanged }
    }
    return nil
  }

  private func isDenied(_ token: Int) -> Bool {
    doc[token].children.contains { $0.label == "neg" || $0.lower == "no" || $0.lower == "never" }
  }
}
