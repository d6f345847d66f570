internal import Linguistics

/// Finds "if …, then …" inside what is said.
struct ConditionReading: Sendable {
  let doc: Doc
  let syntax: ClauseSyntax

  init(doc: Doc) {
    self.doc = doc
    syntax = ClauseSyntax(doc: doc)
  }

  /// The conditions in `content`, as tokens: the condition without its "if", and what holds then.
  func conditions(in content: [Range<Int>]) -> [(condition: Range<Int>, consequence: Range<Int>)] {
    var found: [(condition: Range<Int>, consequence: Range<Int>)] = []
    for (index, range) in content.enumerated() {
      var i = range.lowerBound
      while i < range.upperBound, found.count < 8 {
        defer { i += 1 }
        guard let last = introduction(at: i, before: range.upperBound) else { continue }
        guard let clause = clause(openedBy: i, through: last, in: range) else { continue }
        let condition = syntax.trimmed(clause)
        guard condition.count > 1 else { continue }
        let consequence: Range<Int>
        if opens(i, in: range) {
          let rest = span(clause.upperBound, range.upperBound)
          if syntax.trimmed(rest).count > 1 {
            consequence = inner(rest)
          } else if index + 1 < content.count {
            consequence = inner(content[index + 1])
          } else {
            continue
          }
        } else {
          let start = consequenceStart(before: i, in: range, of: clause)
          consequence = inner(span(start, i))
        }
        if consequence.count > 1 { found.append((inner(condition), consequence)) }
        i = max(i, clause.upperBound - 1)
      }
    }
    return found
  }

  /// The last token of "if", "unless", "as long as", "provided that" at `i`, or `nil`.
  private func introduction(at i: Int, before end: Int) -> Int? {
    let word = doc[i].lower
    switch word {
    case "if": return i > 0 && doc[i - 1].lower == "as" || doc[i].head.label == "ccomp" && isQuestion(i) ? nil : i
    case "unless", "once", "until": return doc[i].tag == "IN" || doc[i].label == "mark" ? i : nil
    case "as", "so": return i + 2 < end && doc[i + 1].lower == "long" && doc[i + 2].lower == "as" ? i + 2 : nil
    case "provided", "providing", "assuming":
      return i + 1 < end && (doc[i + 1].lower == "that" || doc[i].label == "mark")
        ? (doc[i + 1].lower == "that" ? i + 1 : i) : nil
    default: return nil
    }
  }

  /// "asked if": no condition.
  private func isQuestion(_ i: Int) -> Bool {
    doc[i].head.subtree.lowerBound == i && doc[i].head.index > i && doc[i].head.head.index < i
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

  /// The words of the conditional clause.
  private func clause(openedBy first: Int, through last: Int, in range: Range<Int>) -> Range<Int>? {
    var verb = doc[last].head
    if last > first, !(verb.index > last && syntax.isVerb(verb)) {
      // "as long as": the parts may hang on each other.
      verb = doc[min(last + 1, range.upperBound - 1)]
      for i in last + 1..<max(last + 1, min(range.upperBound, last + 14)) where syntax.isVerb(doc[i]) {
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

  private func consequenceStart(before i: Int, in range: Range<Int>, of clause: Range<Int>) -> Int {
    // The clause that the condition hangs on begins at its leftmost word; a "that" does not belong to it.
    var start = range.lowerBound
    while start < i, ["that"].contains(doc[start].lower) { start += 1 }
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
