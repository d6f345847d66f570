extension Doc {
  /// The base noun phrases, in order, without overlap: spaCy's `noun_chunks` for English (`lang/en/syntax_iterators.py`).
  public var nounChunks: [Range<Int>] {
    var chunks: [Range<Int>] = []
    var end = 0
    for token in self where token.pos == .noun || token.pos == .propn || token.pos == .pron {
      let start = token.subtree.lowerBound
      // A chunk inside the one before is part of it.
      guard start >= end, headsPhrase(token) else { continue }
      chunks.append(start..<token.index + 1)
      end = token.index + 1
    }
    return chunks
  }

  private func headsPhrase(_ token: Token) -> Bool {
    guard token.label == "conj" else { return Self.phraseLabels.contains(token.label) }
    var head = token.head
    while head.label == "conj", head.head.index < head.index { head = head.head }
    return Self.phraseLabels.contains(head.label)
  }

  private static let phraseLabels: Set<String> = [
    "oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT",
  ]
}
