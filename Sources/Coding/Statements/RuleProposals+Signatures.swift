internal import Knowledge
internal import Linguistics
internal import Newswire
internal import Record

extension RuleProposals {
  /// "“We were never asked.” — Anna Berg": paragraphs that are one quotation, with the name of whose words they are at the end.
  ///
  /// Read from the passage's own tokens: such quotations are long, often of several sentences, and their opening marks are
  /// sometimes the wrong way round.
  func signatures() -> [Proposal] {
    context.story.article.passages.compactMap { passage in
      var tokens = doc.tokens(touching: passage)
      while let last = tokens.last, doc[last].isSpace { tokens.removeLast() }
      guard tokens.count >= 6, let first = tokens.first, syntax.isQuotationMark(doc[first]) else { return nil }
      // Glued to the closing mark, where no space stands between them.
      guard
        let dash = tokens.suffix(longestName + 2).last(where: { doc[$0].text.last.map(Self.dashes.contains) ?? false }),
        dash + 1 < tokens.upperBound
      else { return nil }
      let mark = doc[dash].text.count > 1 ? dash : dash - 1
      guard mark > first + 2, isClosed(mark), isName(span(dash + 1, tokens.upperBound)) else { return nil }
      let name = syntax.trimmed(span(dash + 1, tokens.upperBound))
      guard let last = name.last else { return nil }
      let cue = Cue(words: ["—"], wordClass: .verb, patterns: [.quote], act: .state, sure: 0.9)
      var proposal = Proposal(
        cue: cue, head: dash, tokens: [dash], content: [span(first, mark == dash ? dash : mark + 1)], form: .quotation,
        speaker: name.last { doc[$0].tag.hasPrefix("NN") } ?? last)
      proposal.speakerTokens = name
      proposal.rule = .signature
      return proposal
    }
  }

  /// The tokens of the longest name, title and all.
  private var longestName: Int { 8 }

  private static var dashes: Set<Character> { ["—", "–", "―", "-"] }

  private func isClosed(_ token: Int) -> Bool {
    doc[token].text.contains { "\"”“’'»".contains($0) }
  }

  /// Whether words, and no verb, follow, the first with a capital.
  private func isName(_ tokens: Range<Int>) -> Bool {
    let words = tokens.filter { !doc[$0].isSpace && doc[$0].pos != .punct }
    guard let first = words.first, doc[first].text.first?.isUppercase == true else { return false }
    return words.count <= longestName
      && !words.contains {
        syntax.isVerb(doc[$0]) && syntax.isFinite(doc[$0]) && doc[$0].text.first?.isLowercase == true
      }
  }
}
