import Kernels

/// The memory of one call of a ``TokenEncoder``, kept for the next.
// One caller has it at a time: the encoder's pool hands it out under a lock.
final class EncoderWorkspace: @unchecked Sendable {
  /// The pieces of a window, and their features.
  var ids = Buffer<Int32>()
  var features = Buffer<Int32>()
  /// The rows of the window as they go from layer to layer.
  var x = Buffer<Float>()
  /// The same rows as bytes.
  var bytes = ByteRows()
  /// Queries, keys and values; the inner rows of the feed-forward part.
  var wide = Buffer<Float>()
  /// What attention gives.
  var mixed = Buffer<Float>()
  /// What is to be added to `x`.
  var y = Buffer<Float>()
  /// What attention gives, and the inner rows, as bytes.
  var inner = ByteRows()
  var attention = Buffer<UInt8>()

  /// Makes room for a window of `rows` rows, CLS and SEP among them, in any of `layers`.
  func reserve(rows: Int, width: Int, columns: Int, layers: [LayerShape]) {
    let widest = layers.map { max(3 * $0.mixed, $0.inner) }.max() ?? 0
    let mixed = layers.map(\.mixed).max() ?? 0
    let inner = layers.map { max($0.mixed, $0.inner) }.max() ?? 0
    ids.reserve(rows)
    features.reserve(rows * columns)
    x.reserve(rows * width)
    bytes.reserve(rows: rows, width: width)
    wide.reserve(max(rows, Int(READOUT_BLOCK)) * widest)
    self.mixed.reserve(rows * mixed)
    y.reserve(rows * width)
    self.inner.reserve(rows: rows, width: inner)
    attention.reserve(readout_attention_scratch(rows))
  }
}
