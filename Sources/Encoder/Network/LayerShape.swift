import Kernels

/// The sizes of one layer of an encoder.
struct LayerShape: Sendable {
  /// The floats of a row that enters and leaves.
  let width: Int
  /// The number of attention heads.
  let heads: Int
  /// The floats of a row between the two maps of the feed-forward part.
  let inner: Int

  /// The floats that all heads give a row.
  var mixed: Int { heads * Int(READOUT_HEAD) }

  /// The shape of the layer `name` as the file has it.
  init(_ file: SafetensorsFile, _ name: String, width: Int) throws(EncoderError) {
    let outputs = try file.shape("\(name).qkv.weight").first ?? 0
    let inner = try file.shape("\(name).up.weight").first ?? 0
    let head = 3 * Int(READOUT_HEAD)
    guard outputs > 0, outputs % head == 0 else { throw file.damaged("\(name) has no whole heads") }
    guard inner > 0, inner % Int(READOUT_LANES) == 0 else {
      throw file.damaged("\(name) has an inner width of \(inner)")
    }
    self.width = width
    heads = outputs / head
    self.inner = inner
  }
}
