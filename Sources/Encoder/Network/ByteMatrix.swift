import Kernels

/// A linear map of rows of bytes with their ranges, y = x Wᵀ + b.
struct ByteMatrix: Sendable {
  let inputs: Int
  let outputs: Int
  private let weights: PackedWeights

  init(_ tensors: LinearTensors) {
    (inputs, outputs) = (tensors.inputs, tensors.outputs)
    let size = readout_packed8_size(tensors.outputs, tensors.inputs)
    weights = PackedWeights(byteCount: size) { memory in
      readout_pack8(
        tensors.weight.pointer, tensors.scale.pointer, tensors.bias.pointer, tensors.outputs, tensors.inputs, memory)
    }
  }

  /// Computes `rows` rows of `outputs` floats.
  func apply(_ x: borrowing ByteRows, rows: Int, to y: UnsafeMutablePointer<Float>) {
    readout_product8(
      x.bytes.pointer, x.stride, x.ranges.pointer, rows, inputs, weights.pointer, outputs, y, outputs)
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
