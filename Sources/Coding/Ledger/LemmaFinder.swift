internal import Knowledge
internal import Linguistics

/// Finds phrases of lemmas among the tokens of a document.
struct LemmaFinder {
  let doc: Doc
  let phrases: LemmaPhrases
  /// How many words may stand in a gap.
  private let reach = 5

  /// A phrase found: its value and its first and last token.
  struct Match: Equatable {
    var value: Int
    var tokens: Range<Int>
  }

  /// The phrases that begin at `token` and end before `end`, one a value.
  func matches(at token: Int, before end: Int) -> [Match] {
    var found: [Match] = []
    let first = doc[token]
    guard first.pos != .punct, first.pos != .space else { return found }
    let lemma = first.lowerLemma
    let word = first.lower
    find(phrases.beginning(with: lemma))
    if word != lemma { find(phrases.beginning(with: word)) }
    if found.count > 1 { found.sort { $0.value < $1.value } }
    return found

    func find(_ phrases: [LemmaPhrases.Phrase]) {
      for phrase in phrases where !found.contains(where: { $0.value == phrase.value }) {
        if let last = self.end(of: phrase, after: token, before: end) {
          found.append(Match(value: phrase.value, tokens: token..<last + 1))
        }
      }
    }
  }

  /// All phrases within `tokens`.
  func matches(in tokens: Range<Int>) -> [Match] {
    tokens.flatMap { matches(at: $0, before: tokens.upperBound) }
  }

  /// The phrases within `tokens` that lie in no longer one: "war crimes tribunal" and not "war crime".
  func longestMatches(in tokens: Range<Int>) -> [Match] {
    let found = matches(in: tokens)
    var longest: [Match] = []
    for (index, match) in found.enumerated() {
      let after = found[(index + 1)...].prefix { $0.tokens.lowerBound == match.tokens.lowerBound }
      if after.contains(where: { $0.tokens.count > match.tokens.count }) { continue }
      if longest.suffix(8).contains(where: {
        $0.tokens.lowerBound <= match.tokens.lowerBound && $0.tokens.upperBound >= match.tokens.upperBound
          && $0.tokens.count > match.tokens.count
      }) {
        continue
      }
      longest.append(match)
    }
    return longest
  }

  private func end(of phrase: LemmaPhrases.Phrase, after token: Int, before end: Int) -> Int? {
    var at = token
    for (word, gap) in zip(phrase.rest, phrase.gaps) {
      var next = at + 1
      var skipped = 0
      while true {
        guard next < end else { return nil }
        let candidate = doc[next]
        if candidate.text == "-" || candidate.tag == "POS" || candidate.isSpace {
          next += 1
          continue
        }
        if candidate.lowerLemma == word || candidate.lower == word { break }
        skipped += 1
        guard gap, skipped <= reach, candidate.text != "." else { return nil }
        next += 1
      }
      at = next
    }
    return at
  }
}
