import Kernels

/// Finds heads, labels and sentences by greedy arc-eager transitions (spaCy's `parser`).
struct DependencyParser: Sendable {
  /// The network whose vectors it reads.
  let source: String
  /// The names that label indices stand for; 0 is none, 1 the root's.
  let labelNames: [String]
  /// The width of those vectors.
  let width: Int
  private let scorer: TransitionScorer
  /// The kind of move and the label of each class.
  private let moves: [ArcEagerState.Move]
  private let labels: [UInt16]
  /// Stretches of classes that are valid together, in order.
  private let runs: [Run]
  private let deprojectivizer: Deprojectivizer

  private struct Run {
    let move: ArcEagerState.Move
    let joinsNeighbours: Bool
    var classes: Range<Int>
  }

  static let rootLabel: UInt16 = 1

  init(_ plan: MessagePackValue, name: String, file: ModelFile) throws(ModelError) {
    let reader = PlanReader(plan, name: name, file: file)
    source = try reader.string("source")
    width = try reader.int("width")
    scorer = try TransitionScorer(plan, name: name, file: file)
    guard scorer.features == 8 || scorer.features == 13 else { throw reader.damaged("features") }
    let kinds = try reader.ints("moves").compactMap { ArcEagerState.Move(rawValue: $0) }
    let texts = try reader.strings("labels")
    guard kinds.count == scorer.classes, texts.count == kinds.count, texts.count < Int(UInt16.max) / 4 else {
      throw reader.damaged("moves")
    }
    var names = ["", "ROOT"]
    var indices: [String: UInt16] = ["": 0, "ROOT": 1]
    func index(_ name: String) -> UInt16 {
      if let index = indices[name] { return index }
      indices[name] = UInt16(names.count)
      names.append(name)
      return UInt16(names.count - 1)
    }
    labels = texts.map(index)
    var lifted: [UInt16: (label: UInt16, head: UInt16)] = [:]
    for text in texts {
      guard let parts = Deprojectivizer.split(text) else { continue }
      lifted[index(text)] = (index(parts.label), index(parts.head))
    }
    moves = kinds
    var runs: [Run] = []
    for (index, kind) in kinds.enumerated() {
      // Two words can be one token only where they are neighbours.
      let joins = texts[index] == "subtok" && (kind == .leftArc || kind == .rightArc)
      if let last = runs.last, last.move == kind, last.joinsNeighbours == joins {
        runs[runs.count - 1].classes = last.classes.lowerBound..<index + 1
      } else {
        runs.append(Run(move: kind, joinsNeighbours: joins, classes: index..<index + 1))
      }
    }
    self.runs = runs
    labelNames = names
    deprojectivizer = Deprojectivizer(lifted: lifted)
  }

  /// Makes `space` ready for the `count` tokens of one or more documents.
  func begin(_ vectors: UnsafePointer<Float>, count: Int, in space: TransitionWorkspace) {
    scorer.begin(vectors, width: width, count: count, in: space)
  }

  /// Parses the tokens of `document`: fills heads, labels and sentence starts of `columns`. `base` is the token that the
  /// vectors given to ``begin(_:count:in:)`` begin with.
  func parse(_ document: Range<Int>, base: Int, columns: inout Columns, in space: TransitionWorkspace) {
    var state = ArcEagerState(length: document.count)
    run(&state, offset: Int32(document.lowerBound - base), in: space)
    var tree = DependencyTree(heads: state.heads, labels: state.labels, root: Self.rootLabel)
    tree.setEdges()
    deprojectivizer.apply(to: &tree) { columns.isSpace[document.lowerBound + $0] }
    for token in 0..<document.count {
      let index = document.lowerBound + token
      columns.heads[index] = tree.heads[token] + Int32(document.lowerBound)
      columns.labels[index] = tree.labels[token]
    }
    for start in tree.sentenceStarts { columns.isSentenceStart[document.lowerBound + start] = true }
  }

  private func run(_ state: inout ArcEagerState, offset: Int32, in space: TransitionWorkspace) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: scorer.features) { tokens in
      guard let features = tokens.baseAddress else { return }
      while !state.isFinal {
        fill(features, from: state, offset: offset)
        scorer.score(features, in: space)
        let best = bestClass(space.scores.pointer, state)
        guard best >= 0 else { return state.forceFinal() }
        state.apply(moves[best], label: labels[best])
      }
    }
  }

  private func bestClass(_ scores: UnsafePointer<Float>, _ state: ArcEagerState) -> Int {
    let valid = state.validMoves
    var best = -1
    for run in runs {
      let isValid =
        switch run.move {
        case .shift: valid.shift
        case .reduce: valid.reduce
        case .leftArc: valid.leftArc
        case .rightArc: valid.rightArc
        case .breakSentence: valid.breakSentence
        }
      guard isValid else { continue }
      if run.joinsNeighbours, state.stackToken(0) != state.bufferToken(0) - 1 { continue }
      let index = run.classes.lowerBound + readout_argmax(scores + run.classes.lowerBound, run.classes.count)
      if best < 0 || scores[index] > scores[best] { best = index }
    }
    return best
  }

  /// The feature positions of `StateC.set_context_tokens`, as tokens of the batch.
  private func fill(_ out: UnsafeMutablePointer<Int32>, from state: ArcEagerState, offset: Int32) {
    let b0 = state.bufferToken(0)
    let s0 = state.stackToken(0)
    out[0] = b0
    out[1] = state.bufferToken(1)
    out[2] = s0
    out[3] = state.stackToken(1)
    out[4] = state.stackToken(2)
    if scorer.features == 8 {
      out[5] = state.leftChild(of: b0, 1)
      out[6] = state.leftChild(of: s0, 1)
      out[7] = state.rightChild(of: s0, 1)
    } else {
      let s1 = state.stackToken(1)
      out[5] = state.leftChild(of: s0, 1)
      // Position 6 is written twice in spaCy, and the second counts.
      out[6] = state.rightChild(of: s0, 1)
      out[7] = state.leftChild(of: b0, 1)
      out[8] = state.rightChild(of: s0, 2)
      out[9] = state.leftChild(of: s1, 1)
      out[10] = state.leftChild(of: s1, 2)
      out[11] = state.rightChild(of: s1, 1)
      out[12] = state.rightChild(of: s1, 2)
    }
    for feature in 0..<scorer.features where out[feature] >= 0 { out[feature] += offset }
  }
}
