import Kernels

/// Layer normalisation of a sum (Ba et al. 2016).
struct LayerNorm: Sendable {
  /// What BERT adds to the variance.
  private static let epsilon: Float = 1e-12

  private let width: Int
  private let gain: Tensor<Float>
  private let bias: Tensor<Float>

  init(_ file: SafetensorsFile, _ name: String, width: Int) throws(EncoderError) {
    self.width = width
    gain = try file.floats("\(name).weight", shape: [width])
    bias = try file.floats("\(name).bias", shape: [width])
  }

  /// x = norm(x + y), for rows of `width` floats; `y` may be `nil` for zeros.
  func apply(_ x: UnsafeMutablePointer<Float>, adding y: UnsafePointer<Float>?, rows: Int) {
    readout_norm(x, width, y, width, gain.pointer, bias.pointer, Self.epsilon, rows, width, nil, 0, nil)
  }

  /// The same, with the rows as bytes too.
  func apply(
    _ x: UnsafeMutablePointer<Float>, adding y: UnsafePointer<Float>?, rows: Int, bytes: borrowing ByteRows
  ) {
    readout_norm(
      x, width, y, width, gain.pointer, bias.pointer, Self.epsilon, rows, width, bytes.bytes.pointer, bytes.stride,
      bytes.ranges.pointer)
  }
}
