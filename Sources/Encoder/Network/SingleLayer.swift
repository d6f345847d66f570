import Kernels

/// A layer in single precision.
struct SingleLayer: EncoderLayer {
  let shape: LayerShape
  private let qkv: FloatMatrix
  private let output: FloatMatrix
  private let attentionNorm: LayerNorm
  private let up: FloatMatrix
  private let down: FloatMatrix
  private let norm: LayerNorm

  init(_ file: SafetensorsFile, _ name: String, width: Int) throws(EncoderError) {
    shape = try LayerShape(file, name, width: width)
    let mixed = shape.mixed
    qkv = FloatMatrix(try LinearTensors(file, "\(name).qkv", inputs: width, outputs: 3 * mixed))
    output = FloatMatrix(try LinearTensors(file, "\(name).output", inputs: mixed, outputs: width))
    attentionNorm = try LayerNorm(file, "\(name).attention_norm", width: width)
    up = FloatMatrix(try LinearTensors(file, "\(name).up", inputs: width, outputs: shape.inner))
    down = FloatMatrix(try LinearTensors(file, "\(name).down", inputs: shape.inner, outputs: width))
    norm = try LayerNorm(file, "\(name).norm", width: width)
  }

  func apply(rows: Int, in space: EncoderWorkspace) {
    let x = space.x.pointer
    let wide = space.wide.pointer
    qkv.apply(x, rows: rows, to: wide)
    readout_attention(
      wide, qkv.stride, rows, shape.heads, space.attention.pointer, space.mixed.pointer, shape.mixed)
    output.apply(space.mixed.pointer, rows: rows, to: space.y.pointer)
    attentionNorm.apply(x, adding: space.y.pointer, rows: rows)
    up.apply(x, rows: rows, to: wide)
    readout_gelu(wide, rows * shape.inner)
    down.apply(wide, rows: rows, to: space.y.pointer)
    norm.apply(x, adding: space.y.pointer, rows: rows)
  }
}
