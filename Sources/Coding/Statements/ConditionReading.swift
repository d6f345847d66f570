internal import Linguistics

/// Finds in what is said the conditions that it is put under: "if …, then …", "only after", "in return for", "depends on".
struct ConditionReading: Sendable {
  let doc: Doc
  let syntax: ClauseSyntax

  typealias Condition = (condition: Range<Int>, consequence: Range<Int>)

  init(doc: Doc) {
    self.doc = doc
    syntax = ClauseSyntax(doc: doc)
  }

  /// The words that introduce a condition, in lower case, and what follows them.
  private enum Opening: Sendable {
    /// A clause.
    case clause
    /// A clause where a verb follows, else a phrase: "only after".
    case either
    /// A phrase.
    case phrase
  }
  private static let openings: [(words: [String], opens: Opening)] = [
    (["if"], .clause), (["unless"], .clause), (["once"], .clause), (["until"], .either),
    (["as", "long", "as"], .clause), (["so", "long", "as"], .clause), (["provided", "that"], .clause),
    (["providing", "that"], .clause), (["assuming", "that"], .clause), (["provided"], .clause),
    (["providing"], .clause), (["assuming"], .clause), (["only", "after"], .either), (["only", "when"], .clause),
    (["only", "once"], .clause), (["only", "with"], .phrase), (["on", "condition", "that"], .clause),
    (["on", "the", "condition", "that"], .clause), (["on", "the", "understanding", "that"], .clause),
    (["in", "the", "event", "that"], .clause), (["in", "the", "event", "of"], .phrase),
    (["in", "case", "of"], .phrase),
    (["in", "return", "for"], .phrase), (["in", "exchange", "for"], .phrase), (["subject", "to"], .phrase),
  ]
  /// Predicates whose subject holds under the condition that their object names.
  private static let dependence: Set<String> = ["depend", "hinge", "rest", "contingent", "conditional", "dependent"]

  /// The conditions in `content`, as tokens: the condition without its "if", and what holds then.
  func conditions(in content: [Range<Int>]) -> [Condition] {
    var found: [Condition] = []
    let parts = content.flatMap(sentences)
    for (index, range) in parts.enumerated() {
      var i = range.lowerBound
      while i < range.upperBound, found.count < 8 {
        defer { i += 1 }
        if let dependence = dependence(at: i, in: range) {
          found.append(dependence)
          continue
        }
        guard let clause = conditional(at: i, in: range) else { continue }
        let condition = syntax.trimmed(clause)
        guard condition.count > 1 || condition.first.map({ doc[$0].pos == .pron }) == false else { continue }
        let consequence: Range<Int>
        if opens(i, in: range) {
          let rest = span(clause.upperBound, range.upperBound)
          if syntax.trimmed(rest).count > 1 {
            consequence = inner(rest)
          } else if index + 1 < parts.count {
            consequence = inner(parts[index + 1])
          } else {
            continue
          }
        } else {
          consequence = inner(span(consequenceStart(before: i, in: range, of: clause), i))
        }
        if consequence.count > 1 { found.append((inner(condition), consequence)) }
        i = max(i, clause.upperBound - 1)
      }
    }
    return found
  }

  /// The words after the last of those that introduce a condition at `i`, up to where the condition ends, or `nil`.
  func conditional(at i: Int, in range: Range<Int>) -> Range<Int>? {
    let word = doc[i].lower
    if word == "should" { return inverted(at: i, in: range) }
    for (words, opening) in Self.openings where words[0] == word {
      let last = i + words.count - 1
      guard last < range.upperBound, zip(words, i...last).allSatisfy({ doc[$1].lower == $0 }),
        opens(words, at: i, in: range)
      else { continue }
      switch opening {
      case .clause: return clause(openedBy: i, through: last, in: range)
      case .phrase: return phrase(after: last, in: range)
      case .either:
        return doc[last].label == "mark" || doc[last].tag == "WRB" || doc[last].pos == .sconj
          ? clause(openedBy: i, through: last, in: range) : phrase(after: last, in: range)
      }
    }
    return nil
  }

  /// Whether the words do introduce a condition here.
  private func opens(_ words: [String], at i: Int, in range: Range<Int>) -> Bool {
    let token = doc[i]
    switch words[0] {
    case "if": return !(i > 0 && doc[i - 1].lower == "as" || token.head.label == "ccomp" && isQuestion(i))
    case "unless", "once": return token.tag == "IN" || token.label == "mark"
    case "until": return token.tag == "IN" || token.label == "mark" || token.label == "prep"
    case "provided", "providing", "assuming":
      return words.count > 1 || token.label == "mark"
        || token.children.contains { $0.label == "ccomp" && syntax.isFinite($0) }
    default: return true
    }
  }

  /// "asked if": no condition.
  private func isQuestion(_ i: Int) -> Bool {
    doc[i].head.subtree.lowerBound == i && doc[i].head.index > i && doc[i].head.head.index < i
  }

  /// "should a shell fall": the auxiliary stands before its subject.
  private func inverted(at i: Int, in range: Range<Int>) -> Range<Int>? {
    let verb = doc[i].head
    guard doc[i].label == "aux", verb.index > i, range.contains(verb.index), verb.label == "advcl",
      let subject = verb.child("nsubj", "nsubjpass"), subject.index > i
    else { return nil }
    let end = min(verb.subtree.upperBound, range.upperBound)
    return i + 1 < end ? i + 1..<end : nil
  }

  /// "X depends on Y": Y is the condition of X.
  private func dependence(at i: Int, in range: Range<Int>) -> Condition? {
    let token = doc[i]
    guard Self.dependence.contains(token.lowerLemma) else { return nil }
    guard let preposition = token.children.first(where: { $0.index > i && ["on", "upon"].contains($0.lower) }),
      range.contains(preposition.index), let object = preposition.child("pobj", "pcomp")
    else { return nil }
    let condition = inner(span(preposition.index + 1, min(object.subtree.upperBound, range.upperBound)))
    let predicate = syntax.isVerb(token) ? token : token.head
    // People and countries depend on much.
    guard let head = syntax.ownSubject(of: predicate), head.tag == "NN" || ["it", "this", "that"].contains(head.lower)
    else { return nil }
    let subject = head.subtree
    let consequence = inner(span(withoutThat(max(subject.lowerBound, range.lowerBound), before: i), subject.upperBound))
    return condition.isEmpty || consequence.isEmpty ? nil : (condition, consequence)
  }

  private func opens(_ i: Int, in range: Range<Int>) -> Bool {
    var before = i - 1
    while before >= range.lowerBound {
      let token = doc[before]
      if token.isSpace || token.pos == .punct || token.pos == .cconj || token.lower == "that" || token.lower == "only"
        || token.lower == "even"
      {
        before -= 1
      } else {
        return false
      }
    }
    return true
  }

  // MARK: Extents

  /// Content is read sentence by sentence: no condition holds across a full stop.
  private func sentences(_ content: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = content.lowerBound
    for i in content where [".", "!", "?"].contains(doc[i].text) {
      if i + 1 > start { found.append(start..<i + 1) }
      start = i + 1
    }
    if start < content.upperBound { found.append(start..<content.upperBound) }
    return found.filter { range in range.contains { doc[$0].pos != .punct && !doc[$0].isSpace } }
  }

  /// The words of the conditional clause.
  private func clause(openedBy first: Int, through last: Int, in range: Range<Int>) -> Range<Int>? {
    var verb = doc[last].head
    if last > first || !syntax.isVerb(verb), !(verb.index > last && syntax.isVerb(verb)) {
      // "as long as": the parts may hang on each other.
      verb = doc[min(last + 1, range.upperBound - 1)]
      for i in span(last + 1, min(range.upperBound, last + 14)) where syntax.isVerb(doc[i]) && syntax.isFinite(doc[i]) {
        verb = doc[i]
        break
      }
    }
    guard verb.index > last, range.contains(verb.index) else {
      let rest = span(last + 1, range.upperBound)
      let end = rest.first { doc[$0].text == "," } ?? range.upperBound
      return last + 1 < end ? span(last + 1, end) : nil
    }
    var end = min(max(verb.subtree.upperBound, verb.index + 1), range.upperBound)
    if verb.subtree.lowerBound < first { end = (span(verb.index, end)).first { doc[$0].text == "," } ?? end }
    return last + 1 < end ? span(last + 1, end) : nil
  }

  /// The noun phrase after a preposition.
  private func phrase(after last: Int, in range: Range<Int>) -> Range<Int>? {
    guard let object = doc[last].child("pobj", "pcomp") else { return nil }
    let end = min(object.subtree.upperBound, range.upperBound)
    return last + 1 < end ? last + 1..<end : nil
  }

  /// Where the clause begins that the condition hangs on: at its leftmost word, a "that" does not belong to it.
  private func consequenceStart(before i: Int, in range: Range<Int>, of clause: Range<Int>) -> Int {
    var start = range.lowerBound
    // What a verb of saying in the content says has conditions of its own.
    if var top = clause.first.map({ doc[$0] }) {
      for _ in 0..<12 where !top.isRoot && top.index >= i { top = top.head }
      for _ in 0..<6 where top.label == "conj" && range.contains(top.head.index) { top = top.head }
      if top.index < i, range.contains(top.index), top.label == "ccomp", range.contains(top.head.index),
        top.head.index < top.index
      {
        start = max(start, top.subtree.lowerBound)
      }
    }
    return withoutThat(start, before: i)
  }

  private func withoutThat(_ start: Int, before end: Int) -> Int {
    var start = start
    while start < end, doc[start].lower == "that", doc[start].tag == "IN" { start += 1 }
    return start
  }

  private func inner(_ tokens: Range<Int>) -> Range<Int> {
    var range = syntax.trimmed(tokens)
    while let last = range.last, ["only", "even", "then", "but"].contains(doc[last].lower) {
      range = syntax.trimmed(range.lowerBound..<last)
    }
    return range
  }
}
