/// Reads one network's entry of a converted model's plan, with errors that name it.
struct PlanReader {
  let value: MessagePackValue
  let name: String
  let file: ModelFile

  init(_ value: MessagePackValue, name: String, file: ModelFile) {
    self.value = value
    self.name = name
    self.file = file
  }

  func damaged(_ what: String) -> ModelError {
    ModelError(
      file: file.path, message: "\(name): \(what) cannot be read; make the model again with `readout model convert`")
  }

  /// A size: a number from 1 to a million, so that no product of two overflows.
  func int(_ key: String) throws(ModelError) -> Int {
    guard let number = value[key]?.int, (1...1_000_000).contains(number) else { throw damaged(key) }
    return number
  }

  func ints(_ key: String) throws(ModelError) -> [Int] {
    guard let values = value[key]?.array else { throw damaged(key) }
    let numbers = values.compactMap(\.int).filter { (0...1_000_000).contains($0) }
    guard numbers.count == values.count else { throw damaged(key) }
    return numbers
  }

  func string(_ key: String) throws(ModelError) -> String {
    guard let text = value[key]?.string else { throw damaged(key) }
    return text
  }

  func strings(_ key: String) throws(ModelError) -> [String] {
    guard let values = value[key]?.array else { throw damaged(key) }
    let strings = values.compactMap(\.string)
    guard strings.count == values.count else { throw damaged(key) }
    return strings
  }

  func maxout(
    _ part: String, inputs: Int, outputs: Int, _ pieces: Int, isConvolution: Bool = false
  ) throws(ModelError) -> MaxoutLayer {
    guard (1...3).contains(pieces) else { throw damaged("\(part) with \(pieces) pieces") }
    return MaxoutLayer(
      inputs: inputs, outputs: outputs, pieces: pieces, isConvolution: isConvolution,
      arrays: MaxoutLayer.Arrays(
        weights: try file.floats("\(name)/\(part)/W", count: outputs * pieces * inputs),
        bias: try file.floats("\(name)/\(part)/b", count: outputs * pieces),
        gain: try file.floats("\(name)/\(part)/G", count: outputs),
        shift: try file.floats("\(name)/\(part)/shift", count: outputs)))
  }

  func linear(_ part: String, inputs: Int, outputs: Int) throws(ModelError) -> LinearLayer {
    LinearLayer(
      inputs: inputs, outputs: outputs, weights: try file.floats("\(name)/\(part)/W", count: outputs * inputs),
      bias: try file.floats("\(name)/\(part)/b", count: outputs))
  }
}
