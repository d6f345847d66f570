import Kernels

/// A linear map in single precision, y = x Wᵀ + b.
struct FloatMatrix: Sendable {
  let inputs: Int
  let outputs: Int
  /// The floats of a row of outputs: `outputs` rounded up to whole vectors.
  let stride: Int
  private let weights: PackedWeights
  private let bias: PackedWeights

  /// - Parameters:
  ///   - weights: shape (bias.count, inputs).
  ///   - bias: one a row of `weights`.
  init(inputs: Int, weights: [Float], bias: [Float]) {
    let outputs = bias.count
    let stride = (outputs + READOUT_LANES - 1) / READOUT_LANES * READOUT_LANES
    let count = readout_packed_count(stride, inputs)
    let order = (0..<Int32(outputs)).map { $0 } + [Int32](repeating: -1, count: stride - outputs)
    self.weights = PackedWeights(byteCount: count * MemoryLayout<Float>.stride) { memory in
      readout_pack(weights, order, stride, inputs, memory.bindMemory(to: Float.self, capacity: count))
    }
    self.bias = PackedWeights(byteCount: stride * MemoryLayout<Float>.stride) { memory in
      let copy = memory.bindMemory(to: Float.self, capacity: stride)
      copy.initialize(repeating: 0, count: stride)
      copy.update(from: bias, count: outputs)
    }
    self.inputs = inputs
    self.outputs = outputs
    self.stride = stride
  }

  /// Weights that the file has as bytes, in single precision.
  init(_ tensors: LinearTensors) {
    var weights = [Float](repeating: 0, count: tensors.outputs * tensors.inputs)
    for row in 0..<tensors.outputs {
      let scale = tensors.scale.values[row]
      for at in row * tensors.inputs..<(row + 1) * tensors.inputs {
        weights[at] = Float(tensors.weight.values[at]) * scale
      }
    }
    self.init(inputs: tensors.inputs, weights: weights, bias: Array(tensors.bias.values))
  }

  /// Computes `rows` rows of `stride` floats from rows of `inputs` floats.
  ///
  /// - Parameter step: the floats from one row of `y` to the next; `stride` where it is `nil`.
  func apply(_ x: UnsafePointer<Float>, rows: Int, to y: UnsafeMutablePointer<Float>, step: Int? = nil) {
    readout_gemm(
      x, inputs, rows, inputs, weights.pointer.assumingMemoryBound(to: Float.self),
      bias.pointer.assumingMemoryBound(to: Float.self), stride / READOUT_LANES, y, step ?? stride)
  }
}
