internal import Knowledge
internal import Linguistics

extension Reconciliation {
  /// What is attributed, less the punctuation around it.
  func content(of attribution: Attribution, beside rule: Proposal? = nil) -> [Range<Int>] {
    let trimmed = joined(near(attribution), beside: rule).compactMap { range -> Range<Int>? in
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
    let own = passage(of: attribution.cue.lowerBound)
    let near = attribution.content.flatMap { partedByPassages($0) }.map { closed($0, cue: attribution.cue.lowerBound) }
      .filter { passage(of: $0.lowerBound) == own || opensQuotation($0.lowerBound) }
    return near.contains { $0.count > 3 } ? near : attribution.content
  }

  private func passage(of token: Int) -> Int { context.units.passages[context.units.index(of: token)] }

  private func partedByPassages(_ tokens: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    for token in tokens.dropFirst() where passage(of: token) != passage(of: token - 1) {
      parts.append(start..<token)
      start = token
    }
    return parts + [start..<tokens.upperBound]
  }

  private func opensQuotation(_ token: Int) -> Bool {
    guard let stretch = context.quotations.stretch(at: token) else { return false }
    return context.quotations.stretches[stretch].tokens.lowerBound >= token - 1
  }

  /// A quotation that ends with its sentence, without the next sentence, which the reporter speaks.
  private func closed(_ tokens: Range<Int>, cue: Int) -> Range<Int> {
    guard opensQuotation(tokens.lowerBound), let stretch = context.quotations.stretch(at: tokens.lowerBound),
      context.quotations.stretch(at: cue) != stretch
    else { return tokens }
    let end = context.quotations.stretches[stretch].tokens.upperBound
    guard end < tokens.upperBound, context.quotations.stretch(at: end) == nil, doc[end].text.first?.isUppercase == true,
      let last = SpeechUnits.lastInner(of: context.quotations.stretches[stretch], in: doc),
      [0x2E, 0x21, 0x3F].contains(last)
    else { return tokens }
    return tokens.lowerBound..<end
  }

  /// Pieces that the rule beside them, or nothing at all, keeps apart, as one: a word between them that the tagger missed.
  private func joined(_ pieces: [Range<Int>], beside rule: Proposal?) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for piece in pieces {
      guard let last = joined.last, last.upperBound < piece.lowerBound else {
        joined.append(piece)
        continue
      }
      let gap = last.upperBound..<piece.lowerBound
      let isRule =
        gap.count <= 6
        && rule?.content.contains { $0.contains(gap.lowerBound) && $0.contains(gap.upperBound - 1) } ?? false
      let isSlip =
        gap.count <= 2 && gap.allSatisfy { attributionOfCue[$0] < 0 && doc[$0].pos != .punct && !doc[$0].isSpace }
        && passage(of: last.lowerBound) == passage(of: piece.lowerBound)
        && rule?.tokens.contains(where: gap.contains) != true
      if isRule || isSlip {
        joined[joined.count - 1] = last.lowerBound..<piece.upperBound
      } else {
        joined.append(piece)
      }
    }
    return joined
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
