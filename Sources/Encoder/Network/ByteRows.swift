import Kernels

/// Rows of activations as bytes, each row with the range that its bytes stand for.
struct ByteRows: ~Copyable {
  private(set) var bytes = Buffer<UInt8>()
  private(set) var ranges = Buffer<readout_range>()
  /// The bytes from one row to the next.
  private(set) var stride = 0

  /// Makes room for `rows` rows of `width` numbers, whose values are then undefined.
  mutating func reserve(rows: Int, width: Int) {
    stride = readout_stride8(width)
    bytes.reserve(rows * stride)
    ranges.reserve(rows)
  }

  /// Takes over `rows` rows of `width` floats.
  func quantize(_ x: UnsafePointer<Float>, rows: Int, width: Int) {
    readout_quantize(x, width, rows, width, bytes.pointer, stride, ranges.pointer)
  }
}
