/// Finds named entities by greedy BILUO transitions (spaCy's `ner`; Ratinov & Roth 2009, Lample et al. 2016).
struct EntityRecognizer: Sendable {
  /// The kinds of move, numbered as in a model's `moves`.
  private enum Move: Int {
    case missing, begin, inside, last, unit, outside
  }

  /// The network whose vectors it reads.
  let source: String
  /// Whether it runs after the parser, so that no entity crosses the parser's sentence boundaries.
  let seesSentences: Bool
  /// The width of those vectors.
  let width: Int
  private let scorer: TransitionScorer
  private let moves: [Move]
  private let labels: [String]
  private let labelIndices: [Int]

  init(_ plan: MessagePackValue, name: String, file: ModelFile) throws(ModelError) {
    let reader = PlanReader(plan, name: name, file: file)
    source = try reader.string("source")
    width = try reader.int("width")
    seesSentences = plan["seesSentences"]?.bool ?? false
    scorer = try TransitionScorer(plan, name: name, file: file)
    guard scorer.features == 3 || scorer.features == 6 else { throw reader.damaged("features") }
    moves = try reader.ints("moves").compactMap { Move(rawValue: $0) }
    labels = try reader.strings("labels")
    guard moves.count == scorer.classes, labels.count == moves.count else { throw reader.damaged("moves") }
    var indices: [String: Int] = [:]
    labelIndices = labels.map { label in
      let index = indices[label] ?? indices.count
      indices[label] = index
      return index
    }
  }

  /// Makes `space` ready for the `count` tokens of one or more documents.
  func begin(_ vectors: UnsafePointer<Float>, count: Int, in space: TransitionWorkspace) {
    scorer.begin(vectors, width: width, count: count, in: space)
  }

  /// Appends the entities among the tokens of `document` to those of `columns`. `base` is the token that the vectors given
  /// to ``begin(_:count:in:)`` begin with.
  func recognize(_ document: Range<Int>, base: Int, columns: inout Columns, in space: TransitionWorkspace) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: scorer.features) { tokens in
      guard let features = tokens.baseAddress else { return }
      // The open entity: its first token and the class that opened it.
      var open: (start: Int, opener: Int)?
      for token in document {
        fill(features, token: token - base, start: open.map { $0.start - base })
        scorer.score(features, in: space)
        let best = bestClass(space.scores.pointer, token: token, end: document.upperBound, open: open?.opener, columns)
        guard best >= 0 else { return }
        switch moves[best] {
        case .begin: open = (token, best)
        case .last:
          if let entity = open {
            columns.entities.append(NamedEntity(label: labels[entity.opener], tokens: entity.start..<token + 1))
          }
          open = nil
        case .unit: columns.entities.append(NamedEntity(label: labels[best], tokens: token..<token + 1))
        case .inside, .outside, .missing: break
        }
      }
    }
  }

  private func bestClass(
    _ scores: UnsafePointer<Float>, token: Int, end: Int, open: Int?, _ columns: borrowing Columns
  ) -> Int {
    let isLast = token + 1 == end
    let breaksAfter = !isLast && seesSentences && columns.isSentenceStart[token + 1]
    let isSpace = columns.isSpace[token]
    let canBegin = open == nil && !isLast && !breaksAfter && !isSpace
    let canContinue = !isLast && !breaksAfter
    let openLabel = open.map { labelIndices[$0] }
    var best = -1
    for index in 0..<moves.count {
      let isValid =
        switch moves[index] {
        case .missing: false
        case .begin: canBegin && !labels[index].isEmpty
        case .inside: canContinue && openLabel == labelIndices[index]
        case .last: openLabel == labelIndices[index]
        // A unit without a label blocks entities, which nothing asks for here.
        case .unit: open == nil && !isSpace && !labels[index].isEmpty
        case .outside: open == nil
        }
      if isValid, best < 0 || scores[index] > scores[best] { best = index }
    }
    return best
  }

  /// The feature positions of `StateC.set_context_tokens`.
  private func fill(_ out: UnsafeMutablePointer<Int32>, token: Int, start: Int?) {
    out[0] = Int32(token)
    if scorer.features == 3 {
      out[1] = start.map { Int32($0) } ?? -1
      out[2] = start == nil ? -1 : Int32(token - 1)
    } else {
      for feature in 1..<6 {
        let inside = start.map { $0 + feature - 1 } ?? token
        out[feature] = inside < token ? Int32(inside) : -1
      }
    }
  }
}
