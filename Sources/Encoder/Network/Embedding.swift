import Kernels

/// What enters the first layer: the sum of what is learned of a piece, of its place and of its features, normalised.
struct Embedding: Sendable {
  let width: Int
  private let words: Tensor<Int8>
  private let wordScale: Tensor<Float>
  private let wordCount: Int
  private let positions: Tensor<Float>
  private let tables: [Tensor<Float>]
  private let sizes: [Int]
  private let norm: LayerNorm
  private let special: (unknown: Int32, first: Int32, last: Int32)

  init(
    _ file: SafetensorsFile, vocabulary: Int, features: FeatureTables,
    special: (unknown: Int32, first: Int32, last: Int32)
  ) throws(EncoderError) {
    let shape = try file.shape("words.weight")
    guard shape.count == 2, shape[1] > 0, shape[1] % Int(READOUT_LANES) == 0 else {
      throw file.damaged("words.weight is of shape \(shape)")
    }
    width = shape[1]
    words = try file.bytes("words.weight", shape: [vocabulary, width])
    wordScale = try file.floats("words.scale", shape: [vocabulary])
    wordCount = vocabulary
    let places = try file.shape("positions").first ?? 0
    guard places >= Windows.size + 2 else { throw file.damaged("it has only \(places) positions") }
    positions = try file.floats("positions", shape: [places, width])
    var tables: [Tensor<Float>] = []
    for (column, size) in features.sizes.enumerated() {
      tables.append(try file.floats("features.\(column)", shape: [size, width]))
    }
    self.tables = tables
    sizes = features.sizes
    norm = try LayerNorm(file, "norm", width: width)
    self.special = special
  }

  /// Fills the rows of `space` for the pieces of a window, with CLS before and SEP behind them.
  func apply(_ pieces: [Int32], _ features: [Int32], _ window: Range<Int>, in space: EncoderWorkspace) {
    let rows = window.count + 2
    let ids = space.ids.pointer
    let numbers = space.features.pointer
    let columns = tables.count
    numbers.update(repeating: FeatureTables.none, count: rows * columns)
    ids[0] = special.first
    ids[rows - 1] = special.last
    for (row, piece) in window.enumerated() {
      let id = pieces[piece]
      ids[row + 1] = id >= 0 && Int(id) < wordCount ? id : special.unknown
      guard (piece + 1) * columns <= features.count else { continue }
      for column in 0..<columns {
        let number = features[piece * columns + column]
        numbers[(row + 1) * columns + column] =
          number >= 0 && Int(number) < sizes[column] ? number : FeatureTables.unknown
      }
    }
    withUnsafeTemporaryAllocation(of: UnsafePointer<Float>?.self, capacity: columns + 1) { pointers in
      for (column, table) in tables.enumerated() { pointers.initializeElement(at: column, to: table.pointer) }
      readout_embed(
        ids, numbers, rows, words.pointer, wordScale.pointer, positions.pointer, pointers.baseAddress, columns, width,
        space.x.pointer, width)
    }
    norm.apply(space.x.pointer, adding: nil, rows: rows, bytes: space.bytes)
  }
}
