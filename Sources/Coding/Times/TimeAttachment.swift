internal import Linguistics
internal import Record

extension Story {
  /// The temporal expression that tells when what `token` names happens, an index into `times`, or `nil`.
  ///
  /// For a predicate that is the nearest one of its own clause; a verb without one takes that of the verb that it is
  /// joined to without a subject of its own; a noun without one takes that of its verb. Durations, sets and times that
  /// bound something ("since 1979") do not tell when.
  package func time(governing token: Int) -> Int? {
    guard !times.isEmpty, doc.indices.contains(token) else { return nil }
    var current = doc[token]
    for _ in 0..<6 {
      if let time = ownTime(of: current) { return time }
      let isVerb = current.pos == .verb || current.pos == .aux
      switch current.label {
      case "conj" where !isVerb || current.child("nsubj", "nsubjpass") == nil: current = current.head
      case let label where !isVerb && TimeAttachment.arguments.contains(label): current = current.head
      case "xcomp": current = current.head
      case "aux", "auxpass", "compound", "amod": current = current.head
      case "pobj" where ["during", "in", "at", "to", "with", "for"].contains(current.head.lower) && !isVerb:
        current = current.head.head
      default: return nil
      }
    }
    return nil
  }

  /// The nearest expression below `token` that is not in another clause.
  private func ownTime(of token: Token) -> Int? {
    var best: (time: Int, depth: Int, distance: Int)?
    for index in times(within: token.subtree) {
      let time = times[index]
      // The dateline's day stands before the words, and is no part of them.
      guard time.type == .date || time.type == .time, time.isCalendar, !time.tokens.isEmpty else { continue }
      guard let depth = depth(of: doc[doc.head(of: time.tokens)], below: token) else { continue }
      let distance = abs(time.tokens.lowerBound - token.index)
      if best.map({ (depth, distance) < ($0.depth, $0.distance) }) ?? true { best = (index, depth, distance) }
    }
    return best?.time
  }

  /// The expressions whose first token lies in `tokens`. Logarithmic in the number of times, but for those found.
  private func times(within tokens: Range<Int>) -> Range<Int> {
    let lower = firstTime(at: tokens.lowerBound)
    return lower..<firstTime(at: min(tokens.upperBound, tokens.lowerBound + 400))
  }

  func firstTime(at token: Int) -> Int {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How far `descendant` hangs below `token`, or `nil` where a clause or a bound lies between.
  private func depth(of descendant: Token, below token: Token) -> Int? {
    var current = descendant
    for depth in 0..<8 {
      if current.index == token.index { return depth }
      if current.index != descendant.index, TimeAttachment.clauses.contains(current.label) || current.pos == .verb {
        return nil
      }
      if current.label == "prep" || current.pos == .adp || current.pos == .sconj,
        TimeAttachment.bounds.contains(current.lower)
      {
        return nil
      }
      if current.isRoot { return nil }
      current = current.head
    }
    return nil
  }
}

extension TimeMention {
  /// Whether it names a day or a period of the calendar, resolved or not, rather than a vague past or future.
  package var isCalendar: Bool { !value.hasSuffix("_REF") && !value.hasPrefix("P") && value.contains { $0.isNumber } }
}

/// The labels and words that cut a time off from what stands above.
private enum TimeAttachment {
  static let clauses: Set<String> = ["ccomp", "csubj", "advcl", "relcl", "acl", "parataxis", "csubjpass"]
  static let arguments: Set<String> = ["dobj", "nsubj", "nsubjpass", "attr", "oprd", "agent"]
  static let bounds: Set<String> = ["since", "until", "till", "before", "after"]
}
