import Kernels

/// A linear map of rows of bytes with their ranges, y = x Wᵀ + b.
struct ByteMatrix: Sendable {
  let inputs: Int
  let outputs: Int
  private let weights: PackedWeights

  /// Weights in single precision, each output's rounded to 255 steps.
  ///
  /// - Parameters:
  ///   - weights: shape (bias.count, inputs).
  ///   - bias: one a row of `weights`.
  init(inputs: Int, weights: [Float], bias: [Float]) {
    var bytes: [Int8] = []
    var scales: [Float] = []
    bytes.reserveCapacity(weights.count)
    for output in bias.indices {
      let row = weights[output * inputs..<(output + 1) * inputs]
      let largest = row.reduce(0) { max($0, abs($1)) }
      let inverse = largest > 0 && largest.isFinite ? 127 / largest : 0
      for weight in row { bytes.append(inverse > 0 ? Int8((weight * inverse).rounded()) : 0) }
      scales.append(largest / 127)
    }
    (self.inputs, outputs) = (inputs, bias.count)
    self.weights = PackedWeights(byteCount: readout_packed8_size(bias.count, inputs)) { memory in
      readout_pack8(bytes, scales, bias, bias.count, inputs, memory)
    }
  }

  init(_ tensors: LinearTensors) {
    (inputs, outputs) = (tensors.inputs, tensors.outputs)
    let size = readout_packed8_size(tensors.outputs, tensors.inputs)
    weights = PackedWeights(byteCount: size) { memory in
      readout_pack8(
        tensors.weight.pointer, tensors.scale.pointer, tensors.bias.pointer, tensors.outputs, tensors.inputs, memory)
    }
  }

  /// Computes `rows` rows of `outputs` floats.
  ///
  /// - Parameter step: the floats from one row of `y` to the next; `outputs` where it is `nil`.
  func apply(_ x: borrowing ByteRows, rows: Int, to y: UnsafeMutablePointer<Float>, step: Int? = nil) {
    readout_product8(
      x.bytes.pointer, x.stride, x.ranges.pointer, rows, inputs, weights.pointer, outputs, y, step ?? outputs)
  }

  /// Computes `rows` rows of `outputs` bytes, after GELU.
  ///
  /// - Parameter scratch: room for `READOUT_BLOCK` rows of floats.
  func applyGELU(
    _ x: borrowing ByteRows, rows: Int, scratch: UnsafeMutablePointer<Float>, to y: borrowing ByteRows
  ) {
    readout_product8_gelu(
      x.bytes.pointer, x.stride, x.ranges.pointer, rows, inputs, weights.pointer, outputs, scratch, y.bytes.pointer,
      y.stride, y.ranges.pointer)
  }
}
