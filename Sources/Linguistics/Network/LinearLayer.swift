import Kernels

/// A linear layer, y = x Wᵀ + b (thinc's `Linear` and the logits of its `Softmax`).
struct LinearLayer: Sendable {
  let inputs: Int
  let outputs: Int
  /// The floats that a row of outputs takes: `outputs` rounded up to whole vectors.
  let stride: Int
  private let weights: AlignedFloats
  private let bias: AlignedFloats

  /// - Parameters:
  ///   - weights: shape (outputs, inputs).
  ///   - bias: shape (outputs).
  ///   - order: which row of `weights` each column of the result holds; all of them in turn where left out.
  init(
    inputs: Int, outputs: Int, weights: UnsafeBufferPointer<Float>, bias: UnsafeBufferPointer<Float>,
    order: [Int32]? = nil
  ) {
    self.inputs = inputs
    self.outputs = outputs
    let lanes = READOUT_LANES
    stride = (outputs + lanes - 1) / lanes * lanes
    let order = order ?? (0..<Int32(outputs)).map { $0 }
    self.weights = AlignedFloats(count: readout_packed_count(outputs, inputs)) { packed in
      readout_pack(weights.baseAddress, order, outputs, inputs, packed)
    }
    self.bias = AlignedFloats(count: stride + READOUT_PANEL) { copy in
      for (column, row) in order.enumerated() where row >= 0 { copy[column] = bias[Int(row)] }
    }
  }

  /// Computes `rows` rows of `stride` floats each; rows of `x` are `inputStride` floats apart.
  func apply(_ x: UnsafePointer<Float>, inputStride: Int, rows: Int, to y: UnsafeMutablePointer<Float>) {
    readout_gemm(x, inputStride, rows, inputs, weights.pointer, bias.pointer, stride / 16, y, stride)
  }
}
