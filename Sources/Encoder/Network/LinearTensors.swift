/// A linear map as the file has it: a byte a weight, a scale and a bias for each output.
struct LinearTensors {
  let inputs: Int
  let outputs: Int
  /// Shape (outputs, inputs).
  let weight: Tensor<Int8>
  let scale: Tensor<Float>
  let bias: Tensor<Float>

  init(_ file: SafetensorsFile, _ name: String, inputs: Int, outputs: Int) throws(EncoderError) {
    self.inputs = inputs
    self.outputs = outputs
    weight = try file.bytes("\(name).weight", shape: [outputs, inputs])
    scale = try file.floats("\(name).scale", shape: [outputs])
    bias = try file.floats("\(name).bias", shape: [outputs])
  }
}
