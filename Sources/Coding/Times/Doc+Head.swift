internal import Linguistics

extension Doc {
  /// The token of `tokens` that governs the others: the first whose head lies outside; `tokens` is not empty.
  package func head(of tokens: Range<Int>) -> Int {
    tokens.first { !self[$0].isSpace && (self[$0].isRoot || !tokens.contains(self[$0].head.index)) }
      ?? tokens.lowerBound
  }
}
