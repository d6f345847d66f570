import Kernels

/// A maxout layer followed by layer normalisation (thinc's `Maxout(normalize=True)`; Goodfellow et al. 2013, Ba et al.
/// 2016).
struct MaxoutLayer: Sendable {
  let inputs: Int
  let outputs: Int
  /// The floats of a row of outputs, `outputs` rounded up to whole vectors.
  let stride: Int
  private let pieces: Int
  private let groups: Int
  private let weights: AlignedFloats
  private let bias: AlignedFloats
  private let gain: AlignedFloats
  private let shift: AlignedFloats

  /// The arrays of the layer: `weights` of shape (outputs, pieces, inputs), `bias` (outputs, pieces), `gain` and `shift`
  /// (outputs).
  struct Arrays {
    let weights: UnsafeBufferPointer<Float>
    let bias: UnsafeBufferPointer<Float>
    let gain: UnsafeBufferPointer<Float>
    let shift: UnsafeBufferPointer<Float>
  }

  /// `pieces` is at most 3, which fills one panel of the kernels.
  init(inputs: Int, outputs: Int, pieces: Int, arrays: Arrays) {
    precondition((1...3).contains(pieces), "the converter lets no other number pass")
    self.inputs = inputs
    self.outputs = outputs
    self.pieces = pieces
    groups = (outputs + READOUT_LANES - 1) / READOUT_LANES
    stride = groups * READOUT_LANES
    let order = Self.order(outputs: outputs, pieces: pieces)
    weights = AlignedFloats(count: readout_packed_count(order.count, inputs)) { packed in
      readout_pack(arrays.weights.baseAddress, order, order.count, inputs, packed)
    }
    bias = AlignedFloats(count: order.count) { copy in
      for (column, row) in order.enumerated() where row >= 0 { copy[column] = arrays.bias[Int(row)] }
    }
    gain = AlignedFloats(count: stride) { copy in for output in 0..<outputs { copy[output] = arrays.gain[output] } }
    shift = AlignedFloats(count: stride) { copy in for output in 0..<outputs { copy[output] = arrays.shift[output] } }
  }

  /// The row of the weights that each column of the panels holds, or -1. Where a layer has fewer pieces than a panel, the
  /// last one is repeated: the largest stays the largest.
  private static func order(outputs: Int, pieces: Int) -> [Int32] {
    var order: [Int32] = []
    for group in 0..<(outputs + READOUT_LANES - 1) / READOUT_LANES {
      for piece in 0..<3 {
        for lane in 0..<READOUT_LANES {
          let output = group * READOUT_LANES + lane
          order.append(output < outputs ? Int32(output * pieces + min(piece, pieces - 1)) : -1)
        }
      }
    }
    return order
  }

  /// The layer that computes what one row of a window of three adds to a maxout layer, at each of the three places in turn:
  /// with it, a layer whose rows come from few distinct inputs is a sum of rows known before.
  ///
  /// - Parameter weights: shape (outputs, pieces, 3 * inputs).
  static func contributions(
    inputs: Int, outputs: Int, pieces: Int, weights: UnsafeBufferPointer<Float>
  ) -> LinearLayer {
    let columns = outputs * pieces
    var places: [Float] = []
    places.reserveCapacity(3 * columns * inputs)
    for place in 0..<3 {
      for column in 0..<columns {
        let start = (column * 3 + place) * inputs
        places.append(contentsOf: weights[start..<start + inputs])
      }
    }
    let order = order(outputs: outputs, pieces: pieces)
    let all = (0..<3).flatMap { place in order.map { $0 < 0 ? -1 : $0 + Int32(place * columns) } }
    let bias = [Float](repeating: 0, count: 3 * columns)
    return places.withUnsafeBufferPointer { places in
      bias.withUnsafeBufferPointer {
        LinearLayer(inputs: inputs, outputs: all.count, weights: places, bias: $0, order: all)
      }
    }
  }

  /// Computes `rows` rows of outputs from what each row and its two neighbours contribute: `contributions[-1]` is that of
  /// the row before the first.
  func apply(
    contributions: UnsafePointer<UnsafePointer<Float>>, rows: Int, residual: UnsafePointer<Float>,
    to y: UnsafeMutablePointer<Float>
  ) {
    let place = groups * READOUT_PANEL
    for row in 0..<rows {
      readout_add3_max3(
        contributions[row - 1], contributions[row] + place, contributions[row + 1] + 2 * place, bias.pointer, groups,
        y + row * stride)
    }
    normalize(y, residual: residual, rows: rows)
  }

  /// The multiply-adds that a row of outputs takes.
  var multiplyAdds: Int { inputs * outputs * pieces }

  /// Computes `rows` rows of outputs; rows of `x` are `inputStride` floats apart and may overlap, as a window over a
  /// sequence does. Adds `residual` after normalisation where it is given.
  func apply(
    _ x: UnsafePointer<Float>, inputStride: Int, rows: Int, residual: UnsafePointer<Float>? = nil,
    to y: UnsafeMutablePointer<Float>
  ) {
    // Blocks whose outputs are still in the first-level cache when they are normalised.
    let block = 64
    var row = 0
    while row < rows {
      let count = min(block, rows - row)
      readout_gemm_max3(
        x + row * inputStride, inputStride, count, inputs, weights.pointer, bias.pointer, groups, y + row * stride,
        stride)
      normalize(y + row * stride, residual: residual.map { $0 + row * stride }, rows: count)
      row += count
    }
  }

  private func normalize(_ y: UnsafeMutablePointer<Float>, residual: UnsafePointer<Float>?, rows: Int) {
    readout_layernorm(y, residual, gain.pointer, shift.pointer, rows, outputs, stride, y)
  }
}
