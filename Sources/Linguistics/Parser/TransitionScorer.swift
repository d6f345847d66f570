import Kernels

/// Scores the transitions of a state from the vectors of a few of its tokens (spaCy's `TransitionBasedParser.v2`).
///
/// Each token's contribution to the hidden layer at each feature position is computed ahead, a block of tokens at a time;
/// a state then costs a sum of rows, a maximum and one small product (`ml/parser_model.pyx`, after Chen & Manning 2014).
struct TransitionScorer: Sendable {
  /// The number of feature positions.
  let features: Int
  let hidden: Int
  let classes: Int
  /// Floats of a row of scores.
  let scoreStride: Int
  private let pieces: Int
  private let hiddenStride: Int
  private let projection: LinearLayer
  private let lower: LinearLayer
  private let upper: LinearLayer?
  private let padding: AlignedFloats
  private let bias: AlignedFloats

  /// Tokens computed at once.
  static let block = 32
  /// Tokens whose contributions are kept, few enough for the second-level cache; older ones, which deep stacks alone refer
  /// to, are computed again.
  static let kept = 256

  init(_ plan: MessagePackValue, name: String, file: ModelFile) throws(ModelError) {
    let plan = PlanReader(plan, name: name, file: file)
    let width = try plan.int("width")
    let projected = try plan.int("projected")
    let features = try plan.int("features")
    let hidden = try plan.int("hidden")
    let pieces = try plan.int("pieces")
    let classes = try plan.int("classes")
    let hasUpper = plan.value["upper"]?.bool ?? false
    guard hasUpper || classes == hidden else { throw plan.damaged("classes") }
    guard features * hidden * pieces <= 1_000_000 else { throw plan.damaged("hidden") }
    let hiddenStride = (hidden + 15) / 16 * 16
    projection = try plan.linear("projection", inputs: width, outputs: projected)
    // Laid out by feature, then piece, then output, so that pieces are compared vector by vector.
    var order: [Int32] = []
    for feature in 0..<features {
      for piece in 0..<pieces {
        for output in 0..<hiddenStride {
          order.append(output < hidden ? Int32((feature * hidden + output) * pieces + piece) : -1)
        }
      }
    }
    let count = features * hidden * pieces
    let zeros = [Float](repeating: 0, count: count)
    let weights = try file.floats("\(name)/lower/W", count: count * projected)
    lower = zeros.withUnsafeBufferPointer {
      LinearLayer(inputs: projected, outputs: order.count, weights: weights, bias: $0, order: order)
    }
    let pads = try file.floats("\(name)/lower/pad", count: count)
    padding = AlignedFloats(count: order.count) { copy in
      for (column, row) in order.enumerated() where row >= 0 { copy[column] = pads[Int(row)] }
    }
    let biases = try file.floats("\(name)/lower/b", count: hidden * pieces)
    bias = AlignedFloats(count: pieces * hiddenStride) { copy in
      for piece in 0..<pieces {
        for output in 0..<hidden { copy[piece * hiddenStride + output] = biases[output * pieces + piece] }
      }
    }
    upper = hasUpper ? try plan.linear("upper", inputs: hidden, outputs: classes) : nil
    scoreStride = max(upper?.stride ?? 0, hiddenStride)
    self.features = features
    self.hidden = hidden
    self.pieces = pieces
    self.classes = classes
    self.hiddenStride = hiddenStride
  }

  /// Floats of one token's contributions at one feature position.
  private var rowSize: Int { pieces * hiddenStride }

  /// Makes `space` ready for `count` tokens whose vectors are `vectors`, `width` floats each.
  func begin(_ vectors: UnsafePointer<Float>, width: Int, count: Int, in space: TransitionWorkspace) {
    space.projected.reserve(count * projection.stride)
    projection.apply(vectors, inputStride: width, rows: count, to: space.projected.pointer)
    // One row a feature beside the kept ones, for tokens that are no longer kept.
    space.rows.reserve((Self.kept + features) * features * rowSize)
    space.hidden.reserve(hiddenStride)
    space.scores.reserve(scoreStride)
    space.count = count
    space.frontier = 0
  }

  /// Scores the state whose feature positions hold `tokens` (-1 for none); the scores are in `space.scores`.
  func score(_ tokens: UnsafePointer<Int32>, in space: TransitionWorkspace) {
    withUnsafeTemporaryAllocation(of: UnsafePointer<Float>?.self, capacity: features) { rows in
      for feature in 0..<features {
        rows.initializeElement(at: feature, to: row(of: Int(tokens[feature]), feature: feature, in: space))
      }
      let target = upper == nil ? space.scores.pointer : space.hidden.pointer
      readout_sum_max(
        rows.baseAddress, features, bias.pointer, hiddenStride, pieces, target)
    }
    upper?.apply(space.hidden.pointer, inputStride: hiddenStride, rows: 1, to: space.scores.pointer)
  }

  private func row(of token: Int, feature: Int, in space: TransitionWorkspace) -> UnsafePointer<Float> {
    if token < 0 { return padding.pointer + feature * rowSize }
    while token >= space.frontier { computeBlock(in: space) }
    let tokenSize = features * rowSize
    if token >= space.frontier - Self.kept {
      return UnsafePointer(space.rows.pointer + (token % Self.kept) * tokenSize + feature * rowSize)
    }
    let spare = space.rows.pointer + (Self.kept + feature) * tokenSize
    lower.apply(
      space.projected.pointer + token * projection.stride, inputStride: projection.stride, rows: 1, to: spare)
    return UnsafePointer(spare + feature * rowSize)
  }

  private func computeBlock(in space: TransitionWorkspace) {
    let start = space.frontier
    let count = min(Self.block, space.count - start)
    lower.apply(
      space.projected.pointer + start * projection.stride, inputStride: projection.stride, rows: count,
      to: space.rows.pointer + (start % Self.kept) * features * rowSize)
    space.frontier = start + Self.block
  }
}
