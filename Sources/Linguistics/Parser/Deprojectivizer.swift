/// Puts arcs back that projective parsing had to lift (pseudo-projective parsing, Nivre & Nilsson 2005, with the HEAD
/// scheme; spaCy's `nonproj.pyx`): the label `X||Y` says that an arc X belongs to a descendant with the label Y.
package struct Deprojectivizer: Sendable {
  private let lifted: [UInt16: (label: UInt16, head: UInt16)]

  package init(lifted: [UInt16: (label: UInt16, head: UInt16)]) { self.lifted = lifted }

  /// The two labels in a decorated one, or `nil`.
  package static func split(_ label: String) -> (label: String, head: String)? {
    guard let first = label.firstIndex(of: "|"), label[first...].hasPrefix("||") else { return nil }
    return (String(label[..<first]), String(label[first...].dropFirst(2)))
  }

  /// Reattaches the lifted arcs of `tree`, from the first token to the last, and sets its edges anew.
  package func apply(to tree: inout DependencyTree, isSpace: (Int) -> Bool) {
    guard !lifted.isEmpty else { return }
    let marked = tree.labels.indices.filter { lifted[tree.labels[$0]] != nil }
    guard !marked.isEmpty else { return }
    // Children by head, in text order, kept up to date as arcs move.
    var children: [Int32: [Int32]] = [:]
    for token in tree.heads.indices where Int(tree.heads[token]) != token {
      children[tree.heads[token], default: []].append(Int32(token))
    }
    for token in marked {
      guard let (label, headLabel) = lifted[tree.labels[token]] else { continue }
      let old = tree.heads[token]
      let new = newHead(of: token, headLabel, tree, children, isSpace)
      tree.labels[token] = label
      guard new != old else { continue }
      tree.heads[token] = new
      children[old]?.removeAll { $0 == Int32(token) }
      var siblings = children[new] ?? []
      siblings.insert(Int32(token), at: siblings.firstIndex { $0 > Int32(token) } ?? siblings.count)
      children[new] = siblings
    }
    tree.setEdges()
  }

  /// The first descendant of the token's head with `label`, breadth first; the head itself where there is none.
  private func newHead(
    of token: Int, _ label: UInt16, _ tree: DependencyTree, _ children: [Int32: [Int32]], _ isSpace: (Int) -> Bool
  ) -> Int32 {
    var queue = [tree.heads[token]]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      for child in children[current] ?? [] {
        // Edges are those of the lifted tree, as spaCy's children are while arcs move.
        guard child >= tree.leftEdges[Int(current)], child <= tree.rightEdges[Int(current)] else { continue }
        if isSpace(Int(child)) || Int(child) == token { continue }
        if tree.labels[Int(child)] == label { return child }
        queue.append(child)
      }
    }
    return tree.heads[token]
  }
}
