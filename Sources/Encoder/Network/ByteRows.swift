import Kernels

/// Rows of activations as bytes, each row with a scale.
struct ByteRows: ~Copyable {
  private(set) var bytes = Buffer<UInt8>()
  private(set) var scales = Buffer<Float>()
  /// The bytes from one row to the next.
  private(set) var stride = 0

  /// Makes room for `rows` rows of `width` numbers, whose values are then undefined.
  mutating func reserve(rows: Int, width: Int) {
    stride = readout_stride8(width)
    bytes.reserve(rows * stride)
    scales.reserve(rows)
  }

  /// Takes over `rows` rows of `width` floats.
  func quantize(_ x: UnsafePointer<Float>, rows: Int, width: Int) {
    readout_quantize(x, width, rows, width, bytes.pointer, stride, scales.pointer)
  }
}
