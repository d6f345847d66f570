import Kernels
import Synchronization

/// A BERT encoder whose pieces carry features, with a head that tags them and two that point from one to another.
///
/// Immutable once loaded and safe to share: any number of threads may call it at once, each with memory of its own that is
/// kept for the next call. The same pieces give the same bits whatever else is encoded.
///
///     let encoder = try TokenEncoder(contentsOf: "Models/attribution.safetensors")
///     let pieces = encoder.wordPiece.pieces(of: utf8, in: 0..<utf8.count)
///     let none = [Int32](repeating: 0, count: pieces.count * encoder.features.columns.count)
///     let encoding = encoder.encode(pieces.map(\.id), features: none)
public final class TokenEncoder: Sendable {
  /// How the arithmetic is done.
  public enum Precision: Sendable {
    /// Rows of activations as bytes, multiplied as integers.
    case eightBit
    /// The same weights in single precision throughout; slower, and four times as large.
    case single
  }

  /// What the model calls itself.
  public let name: String
  public let version: String
  /// The names of the tags, in the order of their logits.
  public let tags: [String]
  /// Cuts text into the pieces that the encoder knows.
  public let wordPiece: WordPiece
  /// What the encoder can be told of a piece.
  public let features: FeatureTables
  public let precision: Precision

  private let embedding: Embedding
  private let layers: [any EncoderLayer]
  private let heads: Heads
  private let idle = Mutex<[EncoderWorkspace]>([])

  private static let format = "readout-encoder 1"

  /// Loads an encoder.
  ///
  /// - Parameter path: a file that `training/export.py` wrote. It is mapped into memory, and must not change while in use.
  /// - Throws: ``EncoderError`` where the file is missing, damaged or of another format; the message says what to do.
  public init(contentsOf path: String, precision: Precision = .eightBit) throws(EncoderError) {
    let file = try SafetensorsFile(path: path)
    let format = try file.text("format")
    guard format == Self.format else {
      throw EncoderError(
        file: path, message: "is of format \(format), and this release reads \(Self.format); \(SafetensorsFile.remedy)")
    }
    guard let features = FeatureTables(json: try file.text("features")) else { throw file.damaged("its features") }
    name = try file.text("name")
    version = try file.text("version")
    tags = try file.text("tags").split(separator: " ").map(String.init)
    self.features = features
    self.precision = precision
    let table = PieceTable(try file.text(bytesOf: "vocabulary"))
    guard let unknown = table.find("[UNK]"), let first = table.find("[CLS]"), let last = table.find("[SEP]") else {
      throw file.damaged("its vocabulary has no special pieces")
    }
    wordPiece = WordPiece(table, unknown: unknown)
    embedding = try Embedding(
      file, vocabulary: table.count, features: features, special: (unknown: unknown, first: first, last: last))
    let width = embedding.width
    var layers: [any EncoderLayer] = []
    while file.has("layers.\(layers.count).qkv.weight") {
      let name = "layers.\(layers.count)"
      layers.append(
        precision == .single
          ? try SingleLayer(file, name, width: width) : try EightBitLayer(file, name, width: width))
    }
    guard !layers.isEmpty else { throw file.damaged("it has no layers") }
    self.layers = layers
    heads = try Heads(file, width: width, tags: tags.count, precision: precision)
  }

  /// Encodes a text.
  ///
  /// - Parameters:
  ///   - pieces: numbers of the vocabulary, as ``WordPiece`` gives them. Others count as unknown words.
  ///   - features: row-major, shape (pieces.count, features.columns.count); see ``FeatureTables/number(of:column:)``.
  ///     Other numbers than the tables have count as unknown values, and those that are missing as none.
  public func encode(_ pieces: [Int32], features: [Int32]) -> Encoding {
    let windows = Windows.covering(pieces.count)
    var starts: [Int] = []
    var rows = 0
    for window in windows {
      starts.append(rows)
      rows += window.count + 2
    }
    let space = idle.withLock { $0.popLast() } ?? EncoderWorkspace()
    defer { idle.withLock { $0.append(space) } }
    space.reserve(
      rows: (windows.first?.count ?? 0) + 2, width: embedding.width, columns: self.features.columns.count,
      layers: layers.map(\.shape))
    let output = [Float](unsafeUninitializedCapacity: rows * heads.stride) { output, count in
      count = rows * heads.stride
      guard let base = output.baseAddress else { return }
      for (window, start) in zip(windows, starts) {
        embedding.apply(pieces, features, window, in: space)
        for layer in layers { layer.apply(rows: window.count + 2, in: space) }
        heads.apply(rows: window.count + 2, in: space, to: base + start * heads.stride)
      }
    }
    return Encoding(
      count: pieces.count, tagCount: tags.count, windows: windows, starts: starts, rows: output, heads: heads)
  }
}
