internal import Knowledge
internal import Linguistics

extension Reconciliation {
  /// What is attributed, less the punctuation around it.
  func content(of attribution: Attribution, beside rule: Proposal? = nil) -> [Range<Int>] {
    let trimmed = near(attribution).compactMap { range -> Range<Int>? in
      guard let rule, let first = rule.tokens.first, let last = rule.tokens.last else {
        return syntax.trimmed(whole(range))
      }
      // The subject that the tree gives the cue is no part of what it attributes.
      if let speaker = rule.speaker, range.contains(speaker), !rule.content.contains(where: range.overlaps) {
        return nil
      }
      // "urged both to talk": whom it is said to is no part of it either.
      if let start = rule.content.first?.lowerBound, range.contains(start),
        rule.addressees.contains(where: { range.contains($0) && $0 < start })
      {
        return syntax.trimmed(span(start, whole(range).upperBound))
      }
      guard rule.tokens.contains(where: range.contains) else { return syntax.trimmed(whole(range)) }
      // "expressed thanks for X": the rules' cue may take in what the tagger gives to the content.
      let isBefore = rule.content.first.map { $0.lowerBound < first } ?? false
      return syntax.trimmed(isBefore ? span(range.lowerBound, first) : span(last + 1, whole(range).upperBound))
    }.filter { !$0.isEmpty }
    return trimmed.isEmpty ? attribution.content : trimmed
  }

  /// What lies in the cue's own paragraph; beyond it only quotations go on.
  private func near(_ attribution: Attribution) -> [Range<Int>] {
    let units = context.units
    func passage(_ token: Int) -> Int { units.passages[units.index(of: token)] }
    let own = passage(attribution.cue.lowerBound)
    let pieces = attribution.content.flatMap { range -> [Range<Int>] in
      guard let first = range.first, let last = range.last, passage(first) != passage(last),
        let cut = range.first(where: { passage($0) == (passage(first) == own ? own + 1 : own) })
      else { return [range] }
      return [span(first, cut), span(cut, last + 1)]
    }
    let near = pieces.filter { piece in
      passage(piece.lowerBound) == own
        || context.quotations.stretch(at: piece.lowerBound).map {
          context.quotations.stretches[$0].tokens.lowerBound >= piece.lowerBound - 1
        } ?? false
    }
    return near.contains { $0.count > 3 } ? near : attribution.content
  }

  /// A content that breaks off inside a phrase, with the rest of it: the noun of an article, the clause of a "that".
  private func whole(_ tokens: Range<Int>) -> Range<Int> {
    guard let last = tokens.last, context.quotations.stretch(at: last) == nil else { return tokens }
    let head = doc[last].head
    guard head.index > last, head.index - last <= 6 else { return tokens }
    let end: Int
    switch doc[last].label {
    case "mark", "aux", "neg": end = head.subtree.upperBound
    case "det", "amod", "compound", "poss", "nummod", "advmod", "quantmod": end = head.index + 1
    default: return tokens
    }
    let limit = min(end, doc.sentence(of: last).upperBound)
    let isFree = (last + 1..<max(last + 1, limit)).allSatisfy {
      attributionOfCue[$0] < 0 && attributionOfContent[$0] < 0
    }
    return isFree ? span(tokens.lowerBound, max(limit, last + 1)) : tokens
  }

  /// The token of a phrase on which the rest of it hangs.
  func head(of tokens: Range<Int>, nominal: Bool) -> Int {
    let tops = tokens.filter { !tokens.contains(doc[$0].head.index) || doc[$0].isRoot }
    let wanted = tops.first { index in
      let token = doc[index]
      return nominal
        ? [.noun, .propn, .pron].contains(token.pos)
        : syntax.isVerb(token) || (tops.count == 1 && token.pos != .punct)
    }
    return wanted ?? tops.first { doc[$0].pos != .punct && doc[$0].pos != .det } ?? tops.first ?? tokens.lowerBound
  }

  func form(of content: [Range<Int>], cue: Int) -> Proposal.Form {
    let isQuoted = content.allSatisfy { range in
      guard let first = range.first, let stretch = context.quotations.stretch(at: first) else { return false }
      let marks = context.quotations.stretches[stretch].tokens
      // From its own opening mark to its closing one.
      return first <= marks.lowerBound + 1 && marks.upperBound <= range.upperBound + 1
        && context.quotations.stretch(at: cue) != stretch
    }
    if isQuoted { return .quotation }
    guard let first = content.first?.first else { return .phrase }
    if first < cue { return .parenthesis }
    if doc[first].tag == "TO" { return .infinitive }
    return content.contains { $0.contains { syntax.isVerb(doc[$0]) && syntax.isFinite(doc[$0]) } } ? .clause : .phrase
  }
}
