/// A thinc network as serialised by `Model.to_bytes`: layers in breadth-first order, each with its arrays.
struct NetworkFile {
  /// One layer of the network.
  struct Layer {
    let name: String
    /// MessagePack bytes by attribute.
    let attributes: [String: MessagePackValue]
    let arrays: [String: Array]
  }

  /// An array of floats in C order.
  struct Array {
    let shape: [Int]
    let floats: [Float]
  }

  let layers: [Layer]
  /// The layers that the network as a whole refers to by a name, by their index.
  let references: [String: Int]
  let file: String

  init(_ bytes: [UInt8], file: String) throws(ModelError) {
    self.file = file
    let root = try MessagePackValue(bytes, file: file)
    guard let nodes = root["nodes"]?.array, let attributes = root["attrs"]?.array, let params = root["params"]?.array,
      nodes.count == attributes.count, nodes.count == params.count
    else { throw ModelError(file: file, message: "is not a thinc network; is this a spaCy 3 package?") }
    var layers: [Layer] = []
    for index in nodes.indices {
      guard let name = nodes[index]["name"]?.string else {
        throw ModelError(file: file, message: "layer \(index) has no name; the file is damaged, fetch it again")
      }
      var values: [String: MessagePackValue] = [:]
      for pair in attributes[index].map ?? [] {
        guard let key = Self.text(pair.key), let packed = pair.value.binary else { continue }
        values[key] = try MessagePackValue(packed, file: file)
      }
      var arrays: [String: Array] = [:]
      for pair in params[index].map ?? [] where pair.value != .nil {
        guard let key = Self.text(pair.key) else { continue }
        arrays[key] = try Self.array(pair.value, of: "\(name).\(key)", file: file)
      }
      layers.append(Layer(name: name, attributes: values, arrays: arrays))
    }
    self.layers = layers
    var references: [String: Int] = [:]
    for pair in nodes.first?["refs"]?.map ?? [] {
      if let key = Self.text(pair.key), let index = pair.value.int, layers.indices.contains(index) {
        references[key] = index
      }
    }
    self.references = references
  }

  /// The layers called `name`, in order.
  func layers(named name: String) -> [Layer] { layers.filter { $0.name == name } }

  private static func text(_ value: MessagePackValue?) -> String? {
    value?.string ?? value?.binary.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func array(_ value: MessagePackValue, of name: String, file: String) throws(ModelError) -> Array {
    guard let data = value["data"]?.binary, let shape = value["shape"]?.array?.compactMap(\.int) else {
      throw ModelError(file: file, message: "\(name) is not an array; the file is damaged, fetch it again")
    }
    guard text(value["type"]) == "<f4" else {
      throw ModelError(file: file, message: "\(name) is not of 32-bit floats; only such weights can be converted")
    }
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard length >= 0, !overflow else {
        throw ModelError(file: file, message: "\(name) has an impossible shape; the file is damaged, fetch it again")
      }
      count = product
    }
    guard data.count % 4 == 0, data.count / 4 == count else {
      throw ModelError(
        file: file, message: "\(name) has not the size of its shape; the file is damaged, fetch it again")
    }
    let floats = data.withUnsafeBytes { raw in
      (0..<count).map {
        Float(bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
      }
    }
    return Array(shape: shape, floats: floats)
  }
}
