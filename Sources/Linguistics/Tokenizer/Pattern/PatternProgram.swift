/// A regular expression as instructions for a backtracking matcher.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    case scalar(UInt32)
    /// The index of a set.
    case set(Int)
    case any
    /// Two ways on, the better one first.
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    case absoluteEnd
    case wordBoundary(isNegated: Bool)
    /// The character after, without moving.
    case ahead(set: Int, isNegated: Bool)
    /// The character before, without moving.
    case behind(set: Int, isNegated: Bool)
    /// The program at `body`, `back` characters before, without moving.
    case look(body: Int, back: Int, isNegated: Bool, hasLoops: Bool)
    case match
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [ScalarSet] = []
  private let file: String

  /// No model comes near; more would be slow to compile and to run.
  private static let maximalSize = 50_000

  init(file: String) { self.file = file }

  /// Adds `node` as a program of its own and gives its first instruction.
  mutating func add(_ node: PatternNode) throws(ModelError) -> Int {
    let entry = instructions.count
    try emit(node)
    instructions.append(.match)
    return entry
  }

  private mutating func emit(_ node: PatternNode) throws(ModelError) {
    guard instructions.count < Self.maximalSize else {
      throw ModelError(file: file, message: "the regular expression is too large; use a model with shorter ones")
    }
    switch node {
    case .empty: break
    case .scalar(let scalar): instructions.append(.scalar(scalar))
    case .set(let set): instructions.append(.set(add(set)))
    case .any: instructions.append(.any)
    case .sequence(let nodes): for node in nodes { try emit(node) }
    case .alternatives(let nodes): try emit(nodes[...])
    case .repetition(let node, let atLeast, let atMost, let isLazy):
      for _ in 0..<atLeast { try emit(node) }
      if let atMost {
        var splits: [Int] = []
        for _ in atLeast..<max(atLeast, atMost) {
          splits.append(instructions.count)
          instructions.append(.match)
          try emit(node)
        }
        for split in splits { instructions[split] = way(split + 1, or: instructions.count, isLazy) }
      } else {
        let split = instructions.count
        instructions.append(.match)
        try emit(node)
        instructions.append(.jump(split))
        instructions[split] = way(split + 1, or: instructions.count, isLazy)
      }
    case .start: instructions.append(.start)
    case .end: instructions.append(.end)
    case .absoluteEnd: instructions.append(.absoluteEnd)
    case .wordBoundary(let isNegated): instructions.append(.wordBoundary(isNegated: isNegated))
    case .lookAhead(let body, let isNegated):
      if let set = single(body) {
        instructions.append(.ahead(set: add(set), isNegated: isNegated))
      } else {
        try emitLook(body, back: 0, isNegated: isNegated)
      }
    case .lookBehind(let body, let isNegated):
      if let set = single(body) {
        instructions.append(.behind(set: add(set), isNegated: isNegated))
      } else {
        try emitLook(body, back: body.width.least, isNegated: isNegated)
      }
    }
  }

  private mutating func emit(_ nodes: ArraySlice<PatternNode>) throws(ModelError) {
    // One split before each alternative but the last, one jump to the end after it.
    var jumps: [Int] = []
    for (offset, node) in nodes.enumerated() {
      let isLast = offset == nodes.count - 1
      let split = instructions.count
      if !isLast { instructions.append(.match) }
      try emit(node)
      if !isLast {
        jumps.append(instructions.count)
        instructions.append(.match)
        instructions[split] = .split(split + 1, instructions.count)
      }
    }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private mutating func emitLook(_ body: PatternNode, back: Int, isNegated: Bool) throws(ModelError) {
    let look = instructions.count
    instructions.append(.match)
    instructions.append(.match)
    let entry = try add(body)
    let loops = body.loops
    instructions[look] = .look(
      body: entry, back: back, isNegated: isNegated, hasLoops: loops.count > 1 || loops.areNullable)
    instructions[look + 1] = .jump(instructions.count)
  }

  private func way(_ on: Int, or past: Int, _ isLazy: Bool) -> Instruction {
    isLazy ? .split(past, on) : .split(on, past)
  }

  private func single(_ node: PatternNode) -> ScalarSet? {
    switch node {
    case .scalar(let scalar): ScalarSet(ranges: [scalar...scalar])
    case .set(let set): set
    default: nil
    }
  }

  private mutating func add(_ set: ScalarSet) -> Int {
    sets.append(set)
    return sets.count - 1
  }
}
