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
  /// For a convolution, the packed weights of the four products that give two rows.
  private let pairWeights: [AlignedFloats]

  /// The arrays of the layer: `weights` of shape (outputs, pieces, inputs), `bias` (outputs, pieces), `gain` and `shift`
  /// (outputs).
  struct Arrays {
    let weights: UnsafeBufferPointer<Float>
    let bias: UnsafeBufferPointer<Float>
    let gain: UnsafeBufferPointer<Float>
    let shift: UnsafeBufferPointer<Float>
  }

  /// `pieces` is at most 3, which fills one panel of the kernels. `isConvolution` says that the inputs are windows of three
  /// rows of a sequence, so that two rows can be computed with four products in place of six (Winograd's minimal
  /// filtering F(2, 3); Lavin and Gray 2016).
  init(inputs: Int, outputs: Int, pieces: Int, isConvolution: Bool = false, arrays: Arrays) {
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
    pairWeights = isConvolution ? Self.pairWeights(arrays.weights, inputs: inputs / 3, order: order) : []
    bias = AlignedFloats(count: order.count) { copy in
      for (column, row) in order.enumerated() where row >= 0 { copy[column] = arrays.bias[Int(row)] }
    }
    gain = AlignedFloats(count: stride) { copy in for output in 0..<outputs { copy[output] = arrays.gain[output] } }
    shift = AlignedFloats(count: stride) { copy in for output in 0..<outputs { copy[output] = arrays.shift[output] } }
  }

  /// The weights of the three places of a window as F(2, 3) combines them: g0, (g0 + g1 + g2) / 2, (g0 - g1 + g2) / 2, g2.
  private static func pairWeights(
    _ weights: UnsafeBufferPointer<Float>, inputs: Int, order: [Int32]
  ) -> [AlignedFloats] {
    let combinations: [(Float, Float, Float)] = [(1, 0, 0), (0.5, 0.5, 0.5), (0.5, -0.5, 0.5), (0, 0, 1)]
    return combinations.map { a, b, c in
      var combined = [Float](repeating: 0, count: weights.count / 3)
      for row in 0..<weights.count / (3 * inputs) {
        let at = row * 3 * inputs
        for input in 0..<inputs {
          combined[row * inputs + input] =
            a * weights[at + input] + b * weights[at + inputs + input] + c * weights[at + 2 * inputs + input]
        }
      }
      return AlignedFloats(count: readout_packed_count(order.count, inputs)) { packed in
        readout_pack(combined, order, order.count, inputs, packed)
      }
    }
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
  var multiplyAdds: Int { inputs * outputs * pieces * (pairWeights.isEmpty ? 3 : 2) / 3 }

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

  /// Computes `rows` rows of a convolution over the rows of `x`, which are `width` floats and lie without gaps; the window of
  /// the first begins at `x`. Adds `residual` after normalisation.
  func convolve(
    _ x: UnsafePointer<Float>, width: Int, rows: Int, residual: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>
  ) {
    guard !pairWeights.isEmpty, stride == width else {
      return apply(x, inputStride: width, rows: rows, residual: residual, to: y)
    }
    // Blocks whose products stay in the second-level cache.
    let block = 16
    let columns = groups * READOUT_PANEL
    let zeros = [Float](repeating: 0, count: columns)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 4 * block * (width + columns)) { scratch in
      guard let combined = scratch.baseAddress else { return }
      let products = combined + 4 * block * width
      var row = 0
      while rows - row >= 2 {
        let pairs = min(block, (rows - row) / 2)
        readout_pair_inputs(x + row * width, width, pairs, combined)
        for (product, weights) in pairWeights.enumerated() {
          readout_gemm(
            combined + product * pairs * width, width, pairs, width, weights.pointer, zeros, 3 * groups,
            products + product * pairs * columns, columns)
        }
        readout_pair_max3(products, pairs, bias.pointer, groups, y + row * stride, stride)
        normalize(y + row * stride, residual: residual + row * stride, rows: 2 * pairs)
        row += 2 * pairs
      }
      if row < rows {
        apply(
          x + row * width, inputStride: width, rows: 1, residual: residual + row * stride, to: y + row * stride)
      }
    }
  }

  private func normalize(_ y: UnsafeMutablePointer<Float>, residual: UnsafePointer<Float>?, rows: Int) {
    readout_layernorm(y, residual, gain.pointer, shift.pointer, rows, outputs, stride, y)
  }
}
