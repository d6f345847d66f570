/// The arcs over one document, with the first and last token below each: what spaCy keeps in `TokenC`.
package struct DependencyTree {
  /// The head of each token; a root is its own.
  package var heads: [Int32]
  package var labels: [UInt16]
  /// The first and the last token of each token's subtree.
  package private(set) var leftEdges: [Int32] = []
  package private(set) var rightEdges: [Int32] = []

  /// Makes a tree of the arcs of a final state, where a token without a head (-1) is a root and gets the label `root`.
  package init(heads: [Int32], labels: [UInt16], root: UInt16) {
    self.heads = heads
    self.labels = labels
    for token in heads.indices where heads[token] < 0 {
      self.heads[token] = Int32(token)
      self.labels[token] = root
    }
  }

  private func isRoot(_ token: Int) -> Bool { Int(heads[token]) == token }

  /// The first token of each sentence: the left edge of each root, in order of the roots.
  package var sentenceStarts: [Int] {
    heads.indices.filter { isRoot($0) }.map { Int(leftEdges[$0]) }
  }

  /// Sets the edges as spaCy's `set_children_from_heads` does: passes to the right and to the left, again until all heads
  /// lie within their sentences, at most twelve times.
  package mutating func setEdges() {
    leftEdges = heads.indices.map { Int32($0) }
    rightEdges = leftEdges
    for _ in 0..<12 {
      for token in heads.indices { widen(token) }
      for token in heads.indices.reversed() { widen(token) }
      if headsLieWithinSentences { return }
    }
  }

  private mutating func widen(_ token: Int) {
    let head = Int(heads[token])
    if leftEdges[token] < leftEdges[head] { leftEdges[head] = leftEdges[token] }
    if rightEdges[token] > rightEdges[head] { rightEdges[head] = rightEdges[token] }
  }

  private var headsLieWithinSentences: Bool {
    let count = heads.count
    var isStart = [Bool](repeating: false, count: count)
    for token in 0..<count where isRoot(token) { isStart[Int(leftEdges[token])] = true }
    var start = 0
    for token in 0..<count where (token > 0 && isStart[token]) || token == count - 1 {
      for inside in start..<token {
        let head = Int(heads[inside])
        if head < start || head >= token + 1 { return false }
      }
      start = token
    }
    return true
  }
}
