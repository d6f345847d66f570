/// A layer of an encoder: attention among the rows of a window, then a feed-forward part, each added to what it is given
/// and normalised (Vaswani et al. 2017).
protocol EncoderLayer: Sendable {
  init(_ file: SafetensorsFile, _ name: String, width: Int) throws(EncoderError)
  var shape: LayerShape { get }
  /// Replaces the first `rows` rows of `space`.
  func apply(rows: Int, in space: EncoderWorkspace)
}
