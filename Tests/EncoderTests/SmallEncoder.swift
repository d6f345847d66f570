import Encoder
import FoundationEssentials

/// The file of an encoder of two layers with random weights.
struct SmallEncoder {
  static let width = 64
  static let vocabulary = [
    "[PAD]", "[unused0]", "[UNK]", "[CLS]", "[SEP]", "the", "minister", "said", "talk", "##s", "##ing", "un", "##aff",
    "##able", "will", "resume", ".", ",", "a", "b", "c", "e", "n", "o", "##e", "##n", "##o", "中", "ᄒ", "##ᅡ", "##ᆫ",
    "fi",
  ]
  static let tags = "O B-source I-source B-cue I-cue B-content I-content"
  static let features = #"{"columns": ["tag", "shape"], "values": [["NN", "VBD", "DT"], ["Xx", "x"]]}"#

  var metadata = [
    "format": "readout-encoder 1", "name": "small", "version": "1", "tags": tags, "features": features,
  ]
  /// Type, shape and bytes by name.
  var tensors: [String: (type: String, shape: [Int], bytes: [UInt8])] = [:]

  init(seed: UInt64 = 7) {
    var random = SplitMix(state: seed)
    func floats(_ name: String, _ shape: [Int], mean: Float = 0, spread: Float = 0.5) {
      let values = (0..<shape.reduce(1, *)).map { _ in mean + Float.random(in: -spread...spread, using: &random) }
      tensors[name] = ("F32", shape, values.withUnsafeBytes { Array($0) })
    }
    func linear(_ name: String, _ outputs: Int, _ inputs: Int, hasBias: Bool = true) {
      tensors["\(name).weight"] = (
        "I8", [outputs, inputs], (0..<outputs * inputs).map { _ in UInt8.random(in: 0...255, using: &random) }
      )
      floats("\(name).scale", [outputs], mean: 0.002, spread: 0.001)
      if hasBias { floats("\(name).bias", [outputs]) }
    }
    func norm(_ name: String) {
      floats("\(name).weight", [Self.width], mean: 1, spread: 0.2)
      floats("\(name).bias", [Self.width], spread: 0.2)
    }
    let text = Array(Self.vocabulary.joined(separator: "\n").utf8)
    tensors["vocabulary"] = ("U8", [text.count], text)
    linear("words", Self.vocabulary.count, Self.width, hasBias: false)
    floats("positions", [258, Self.width])
    floats("features.0", [5, Self.width])
    floats("features.1", [4, Self.width])
    norm("norm")
    for (layer, (heads, inner)) in [(2, 128), (1, 64)].enumerated() {
      linear("layers.\(layer).qkv", 3 * heads * 32, Self.width)
      linear("layers.\(layer).output", Self.width, heads * 32)
      norm("layers.\(layer).attention_norm")
      linear("layers.\(layer).up", inner, Self.width)
      linear("layers.\(layer).down", Self.width, inner)
      norm("layers.\(layer).norm")
    }
    floats("tags.weight", [7, Self.width])
    floats("tags.bias", [7])
    for point in 0..<2 {
      floats("points.\(point).weight", [128, Self.width], spread: 0.2)
      floats("points.\(point).bias", [128])
    }
  }

  /// The bytes of the file.
  var bytes: [UInt8] {
    var header = metadata.map { "\"\($0)\": \(quoted($1))" }.sorted()
    header = ["\"__metadata__\": {\(header.joined(separator: ", "))}"]
    var data: [UInt8] = []
    // Larger numbers first, as the format's writers do, so that all are aligned.
    for (name, tensor) in tensors.sorted(by: { ($0.value.type, $0.key) < ($1.value.type, $1.key) }) {
      header.append(
        "\"\(name)\": {\"dtype\": \"\(tensor.type)\", \"shape\": \(tensor.shape), "
          + "\"data_offsets\": [\(data.count), \(data.count + tensor.bytes.count)]}")
      data += tensor.bytes
    }
    var json = Array("{\(header.joined(separator: ", "))}".utf8)
    while json.count % 8 != 0 { json.append(0x20) }
    return withUnsafeBytes(of: UInt64(json.count).littleEndian) { Array($0) } + json + data
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Loads the file from a temporary folder.
  func load(_ precision: TokenEncoder.Precision = .eightBit) throws -> TokenEncoder {
    try Self.load(bytes, precision)
  }

  /// Loads a file of `bytes` from a temporary folder.
  static func load(_ bytes: [UInt8], _ precision: TokenEncoder.Precision = .eightBit) throws -> TokenEncoder {
    let path = FileManager.default.temporaryDirectory.appending(path: "encoder-\(UUID().uuidString).safetensors").path
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try TokenEncoder(contentsOf: path, precision: precision)
  }
}
