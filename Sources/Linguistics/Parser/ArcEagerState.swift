/// A state of the non-monotonic arc-eager transition system (Nivre 2003; Honnibal & Johnson 2015): spaCy's `StateC`.
///
/// Tokens are numbered from 0 within the passage. Nothing here knows of networks: moves are applied, and asked whether they
/// are valid.
package struct ArcEagerState: Sendable {
  /// The five kinds of move, numbered as in a model's `moves`.
  package enum Move: Int, Sendable, CaseIterable {
    case shift, reduce, leftArc, rightArc, breakSentence
  }

  package let length: Int
  private var stack: [Int32]
  // Words put back from the stack, which come before the rest of the input.
  private var rebuffer: [Int32] = []
  private var next = 0
  /// The head of each token, or -1.
  package private(set) var heads: [Int32]
  /// The class of the move that attached each token; meaningless without a head.
  package private(set) var labels: [UInt16]
  // The last child attached on each side, and, for each child, the one attached before it.
  private var lastLeft: [Int32]
  private var lastRight: [Int32]
  private var previousSibling: [Int32]
  private var isUnshiftable: [Bool]
  private var isSentenceStart: [Bool]

  package init(length: Int) {
    self.length = length
    stack = []
    stack.reserveCapacity(64)
    heads = [Int32](repeating: -1, count: length)
    labels = [UInt16](repeating: 0, count: length)
    lastLeft = heads
    lastRight = heads
    previousSibling = heads
    isUnshiftable = [Bool](repeating: false, count: length)
    isSentenceStart = isUnshiftable
    // A document's first token starts a sentence from the beginning.
    if length > 0 { isSentenceStart[0] = true }
  }

  /// The token `depth` below the top of the stack, or -1.
  package func stackToken(_ depth: Int) -> Int32 { depth < stack.count ? stack[stack.count - 1 - depth] : -1 }

  /// The token `offset` after the first of the buffer, or -1.
  package func bufferToken(_ offset: Int) -> Int32 {
    if offset < rebuffer.count { return rebuffer[rebuffer.count - 1 - offset] }
    let index = next + offset - rebuffer.count
    return index < length ? Int32(index) : -1
  }

  private var bufferCount: Int { length - next + rebuffer.count }
  package var isFinal: Bool { stack.isEmpty && bufferCount == 0 }

  /// The `nth` last child (from 1) attached to the left of `token`, or -1.
  package func leftChild(of token: Int32, _ nth: Int) -> Int32 { child(lastLeft, token, nth) }
  /// The `nth` last child (from 1) attached to the right of `token`, or -1.
  package func rightChild(of token: Int32, _ nth: Int) -> Int32 { child(lastRight, token, nth) }

  private func child(_ last: [Int32], _ token: Int32, _ nth: Int) -> Int32 {
    guard token >= 0 else { return -1 }
    var child = last[Int(token)]
    for _ in 1..<max(nth, 1) where child >= 0 { child = previousSibling[Int(child)] }
    return child
  }

  /// Whether each kind of move is valid, by `Move.rawValue`.
  package var validMoves: (shift: Bool, reduce: Bool, leftArc: Bool, rightArc: Bool, breakSentence: Bool) {
    let depth = stack.count
    let rest = bufferCount
    let first = Int(bufferToken(0))
    let startsSentence = first >= 0 && isSentenceStart[first]
    let canShift = depth == 0 || (rest >= 2 && !startsSentence && !isUnshiftable[first])
    let canAttach = depth > 0 && rest > 0 && !startsSentence
    var canBreak = false
    if rest >= 2 {
      let second = Int(bufferToken(1))
      canBreak = second == first + 1 && !isSentenceStart[second]
    }
    return (canShift, depth > 0, canAttach, canAttach, canBreak)
  }

  /// Applies a valid move; an arc gets `label`.
  package mutating func apply(_ move: Move, label: UInt16) {
    switch move {
    case .shift: push()
    case .reduce:
      let top = Int(stack[stack.count - 1])
      stack.removeLast()
      if heads[top] < 0, !stack.isEmpty {
        isUnshiftable[top] = true
        rebuffer.append(Int32(top))
      }
    case .leftArc:
      let head = bufferToken(0)
      attach(stack[stack.count - 1], to: head, label)
      isUnshiftable[Int(head)] = false
      stack.removeLast()
    case .rightArc:
      attach(bufferToken(0), to: stack[stack.count - 1], label)
      push()
    case .breakSentence: isSentenceStart[Int(bufferToken(1))] = true
    }
  }

  /// Gives up on what is left, which no sound model makes happen.
  package mutating func forceFinal() {
    stack.removeAll()
    rebuffer.removeAll()
    next = length
  }

  private mutating func push() {
    if let token = rebuffer.popLast() {
      stack.append(token)
    } else {
      stack.append(Int32(next))
      next += 1
    }
  }

  private mutating func attach(_ child: Int32, to head: Int32, _ label: UInt16) {
    let old = heads[Int(child)]
    // Only the child attached last can lose its arc: it was on top of its head's children.
    if old > child, lastLeft[Int(old)] == child {
      lastLeft[Int(old)] = previousSibling[Int(child)]
    } else if old >= 0, old < child, lastRight[Int(old)] == child {
      lastRight[Int(old)] = previousSibling[Int(child)]
    }
    heads[Int(child)] = head
    labels[Int(child)] = label
    if head > child {
      previousSibling[Int(child)] = lastLeft[Int(head)]
      lastLeft[Int(head)] = child
    } else {
      previousSibling[Int(child)] = lastRight[Int(head)]
      lastRight[Int(head)] = child
    }
  }
}
