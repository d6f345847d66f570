import Kernels

/// A layer whose weights, and the rows that meet them, are bytes.
struct EightBitLayer: EncoderLayer {
  let shape: LayerShape
  private let qkv: ByteMatrix
  private let output: ByteMatrix
  private let attentionNorm: LayerNorm
  private let up: ByteMatrix
  private let down: ByteMatrix
  private let norm: LayerNorm

  init(_ file: SafetensorsFile, _ name: String, width: Int) throws(EncoderError) {
    shape = try LayerShape(file, name, width: width)
    func matrix(_ part: String, _ inputs: Int, _ outputs: Int) throws(EncoderError) -> ByteMatrix {
      let tensors = try LinearTensors(file, "\(name).\(part)", inputs: inputs, outputs: outputs)
      // Once packed, the file's own weights are not read again.
      defer { file.release(tensors.weight) }
      return ByteMatrix(tensors)
    }
    qkv = try matrix("qkv", width, 3 * shape.mixed)
    output = try matrix("output", shape.mixed, width)
    attentionNorm = try LayerNorm(file, "\(name).attention_norm", width: width)
    up = try matrix("up", width, shape.inner)
    down = try matrix("down", shape.inner, width)
    norm = try LayerNorm(file, "\(name).norm", width: width)
  }

  func apply(rows: Int, in space: EncoderWorkspace) {
    let x = space.x.pointer
    let wide = space.wide.pointer
    qkv.apply(space.bytes, rows: rows, to: wide)
    readout_attention8(
      wide, qkv.outputs, rows, shape.heads, space.attention.pointer, space.mixed.pointer, shape.mixed)
    space.inner.quantize(space.mixed.pointer, rows: rows, width: shape.mixed)
    output.apply(space.inner, rows: rows, to: space.y.pointer)
    attentionNorm.apply(x, adding: space.y.pointer, rows: rows, bytes: space.bytes)
    up.applyGELU(space.bytes, rows: rows, scratch: wide, to: space.inner)
    down.apply(space.inner, rows: rows, to: space.y.pointer)
    norm.apply(x, adding: space.y.pointer, rows: rows, bytes: space.bytes)
  }
}
