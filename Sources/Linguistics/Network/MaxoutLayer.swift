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
    let lanes = READOUT_LANES
    groups = (outputs + lanes - 1) / lanes
    stride = groups * lanes
    // Where a layer has fewer pieces than the panel holds, the last one is repeated: the largest stays the largest.
    var order: [Int32] = []
    for group in 0..<groups {
      for piece in 0..<3 {
        for lane in 0..<lanes {
          let output = group * lanes + lane
          order.append(output < outputs ? Int32(output * pieces + min(piece, pieces - 1)) : -1)
        }
      }
    }
    weights = AlignedFloats(count: readout_packed_count(order.count, inputs)) { packed in
      readout_pack(arrays.weights.baseAddress, order, order.count, inputs, packed)
    }
    bias = AlignedFloats(count: order.count) { copy in
      for (column, row) in order.enumerated() where row >= 0 { copy[column] = arrays.bias[Int(row)] }
    }
    gain = AlignedFloats(count: stride) { copy in for output in 0..<outputs { copy[output] = arrays.gain[output] } }
    shift = AlignedFloats(count: stride) { copy in for output in 0..<outputs { copy[output] = arrays.shift[output] } }
  }

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
