/// What an encoder tells of each piece: the logits of its tags, then for each pointer a query and a key.
struct Heads: Sendable {
  /// The floats of a row: the tags' first, then unused ones up to ``pointers``, then the pointers'.
  let stride: Int
  /// Where the pointers' floats begin.
  let pointers: Int
  private let tags: FloatMatrix
  private let points: Points

  /// The tags are few and decide the spans, so that only the pointers are worth rounding.
  private enum Points {
    case eightBit(ByteMatrix)
    case single(FloatMatrix)
  }

  /// - Parameter tags: the number of tags.
  init(
    _ file: SafetensorsFile, width: Int, tags: Int, precision: TokenEncoder.Precision
  ) throws(EncoderError) {
    func matrix(_ name: String, _ outputs: Int) throws(EncoderError) -> (weights: [Float], bias: [Float]) {
      (
        Array(try file.floats("\(name).weight", shape: [outputs, width]).values),
        Array(try file.floats("\(name).bias", shape: [outputs]).values)
      )
    }
    let tag = try matrix("tags", tags)
    self.tags = FloatMatrix(inputs: width, weights: tag.weights, bias: tag.bias)
    var points: (weights: [Float], bias: [Float]) = ([], [])
    for head in 0..<Encoding.heads {
      let part = try matrix("points.\(head)", 2 * Encoding.pointerWidth)
      points.weights += part.weights
      points.bias += part.bias
    }
    self.points =
      switch precision {
      case .eightBit: .eightBit(ByteMatrix(inputs: width, weights: points.weights, bias: points.bias))
      case .single: .single(FloatMatrix(inputs: width, weights: points.weights, bias: points.bias))
      }
    pointers = self.tags.stride
    stride = pointers + points.bias.count
  }

  /// Computes `rows` rows of ``stride`` floats from those of `space`.
  func apply(rows: Int, in space: EncoderWorkspace, to y: UnsafeMutablePointer<Float>) {
    tags.apply(space.x.pointer, rows: rows, to: y, step: stride)
    switch points {
    case .eightBit(let matrix): matrix.apply(space.bytes, rows: rows, to: y + pointers, step: stride)
    case .single(let matrix): matrix.apply(space.x.pointer, rows: rows, to: y + pointers, step: stride)
    }
  }
}
