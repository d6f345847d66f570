internal import Linguistics

/// The words of a clause, as the ledger quotes them.
struct ClauseSpan {
  let doc: Doc

  /// The verb that carries the tense where `verb` is an infinitive or participle below it ("is to **meet**").
  func finite(_ verb: Token) -> Token {
    var current = verb
    for _ in 0..<4 where !current.isRoot {
      // "Are likely to meet", "are due to end": the copula carries the tense.
      guard current.label == "xcomp" || current.label == "acomp" && current.pos == .adj else { break }
      current = current.head
    }
    return current
  }

  func subject(of verb: Token) -> Token? { verb.child("nsubj", "nsubjpass") }

  /// The clause of `verb` from its subject on, without what it is joined to, within `limit`.
  func tokens(of verb: Token, in limit: Range<Int>) -> Range<Int> {
    let first = verb.children.first { ["nsubj", "nsubjpass", "expl", "aux", "auxpass", "csubj"].contains($0.label) }
    var start = verb.index
    if let first, first.index < verb.index {
      // A relative pronoun is not the subject's own word.
      start = first.tag.hasPrefix("W") ? min(first.index + 1, verb.index) : first.subtree.lowerBound
    }
    var end = verb.subtree.upperBound
    for child in verb.children where child.index > verb.index {
      let isNextClause =
        child.label == "parataxis" || child.label == "conj" && child.child("nsubj", "nsubjpass") != nil
      if isNextClause || child.label == "ccomp" && child.child("nsubj") != nil && verb.lemma == "say" {
        end = min(end, max(verb.index + 1, child.subtree.lowerBound))
        break
      }
    }
    return trimmed(max(start, limit.lowerBound)..<max(start, limit.lowerBound, min(end, limit.upperBound)))
  }

  /// Without punctuation and conjunctions at the end and punctuation at the beginning.
  func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var range = tokens
    while let last = range.last, doc[last].isSpace || doc[last].pos == .punct || doc[last].pos == .cconj {
      range = range.lowerBound..<last
    }
    while let first = range.first,
      doc[first].isSpace || doc[first].pos == .punct || doc[first].lower == "that" && doc[first].label == "mark"
    {
      range = first + 1..<range.upperBound
    }
    return range
  }
}
