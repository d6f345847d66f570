import Kernels

/// Assigns each token the tag whose logit is largest (spaCy's `tagger`, `spacy.Tagger.v2`).
struct Tagger: Sendable {
  /// The network whose vectors it reads.
  let source: String
  let labels: [String]
  /// The width of those vectors.
  let width: Int
  private let output: LinearLayer

  init(_ plan: MessagePackValue, name: String, file: ModelFile) throws(ModelError) {
    let plan = PlanReader(plan, name: name, file: file)
    source = try plan.string("source")
    labels = try plan.strings("labels")
    width = try plan.int("width")
    guard !labels.isEmpty, labels.count < Int(UInt16.max) else { throw plan.damaged("labels") }
    output = try plan.linear("output", inputs: width, outputs: labels.count)
  }

  /// The label index of each of `count` tokens, from `vectors` of `width` floats each.
  func tag(_ vectors: UnsafePointer<Float>, count: Int, logits: inout Buffer<Float>) -> [UInt16] {
    let block = 256
    logits.reserve(block * output.stride)
    var tags = [UInt16](repeating: 0, count: count)
    var start = 0
    while start < count {
      let rows = min(block, count - start)
      output.apply(vectors + start * width, inputStride: width, rows: rows, to: logits.pointer)
      for row in 0..<rows {
        tags[start + row] = UInt16(readout_argmax(logits.pointer + row * output.stride, labels.count))
      }
      start += rows
    }
    return tags
  }
}
