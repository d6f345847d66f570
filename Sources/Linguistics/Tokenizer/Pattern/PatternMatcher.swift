/// The working memory of ``TextPattern``: one a worker, to be used again.
package struct PatternMatcher {
  private var stack: [(instruction: Int, position: Int)] = []
  private var visited: [UInt64] = []

  package init() {}

  /// Runs a program and gives the end of the first match in Python's order, or `nil`.
  ///
  /// - Parameters:
  ///   - text: The characters; those outside of `bounds` do not exist for the program.
  ///   - remembers: Whether to remember which instruction failed where. It keeps programs with several loops linear in
  ///     the text, and is not worth its while for others.
  mutating func run(
    _ program: PatternProgram, at entry: Int, in text: [UInt32], bounds: Range<Int>, from start: Int, remembers: Bool
  ) -> Int? {
    let words = remembers ? (program.instructions.count * (bounds.count + 1) + 63) / 64 : 0
    if remembers {
      visited.removeAll(keepingCapacity: true)
      visited.append(contentsOf: repeatElement(0, count: words))
    }
    let base = stack.count
    var at = entry
    var position = start
    while true {
      path: do {
        switch program.instructions[at] {
        case .scalar(let scalar):
          guard position < bounds.upperBound, text[position] == scalar else { break path }
          position += 1
          at += 1
        case .set(let set):
          guard position < bounds.upperBound, program.sets[set].contains(text[position]) else { break path }
          position += 1
          at += 1
        case .any:
          guard position < bounds.upperBound, text[position] != 0x0a else { break path }
          position += 1
          at += 1
        case .split(let first, let second):
          if remembers {
            let bit = at * (bounds.count + 1) + position - bounds.lowerBound
            if visited[bit >> 6] >> UInt64(bit & 63) & 1 == 1 { break path }
            visited[bit >> 6] |= 1 << UInt64(bit & 63)
          }
          stack.append((second, position))
          at = first
        case .jump(let target): at = target
        case .start:
          guard position == bounds.lowerBound else { break path }
          at += 1
        case .end:
          guard
            position == bounds.upperBound || position == bounds.upperBound - 1 && text[position] == 0x0a
          else { break path }
          at += 1
        case .absoluteEnd:
          guard position == bounds.upperBound else { break path }
          at += 1
        case .wordBoundary(let isNegated):
          let before = position > bounds.lowerBound && ScalarProperties.isWord(text[position - 1])
          let after = position < bounds.upperBound && ScalarProperties.isWord(text[position])
          guard (before != after) != isNegated else { break path }
          at += 1
        case .ahead(let set, let isNegated):
          let found = position < bounds.upperBound && program.sets[set].contains(text[position])
          guard found != isNegated else { break path }
          at += 1
        case .behind(let set, let isNegated):
          let found = position > bounds.lowerBound && program.sets[set].contains(text[position - 1])
          guard found != isNegated else { break path }
          at += 1
        case .look(let body, let back, let isNegated, let hasLoops):
          var found = false
          if position - back >= bounds.lowerBound {
            if hasLoops {
              // What it remembers is about another question, so it gets a memory of its own.
              var other = PatternMatcher()
              found =
                other.run(program, at: body, in: text, bounds: bounds, from: position - back, remembers: true) != nil
            } else {
              found = run(program, at: body, in: text, bounds: bounds, from: position - back, remembers: false) != nil
            }
          }
          guard found != isNegated else { break path }
          at += 1
        case .match:
          if stack.count > base { stack.removeLast(stack.count - base) }
          return position
        }
        continue
      }
      // The path is a dead end: the last one left open is next.
      guard stack.count > base else { return nil }
      (at, position) = stack.removeLast()
    }
  }
}
