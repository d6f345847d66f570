/// A token-to-vector network: `MultiHashEmbed.v2` and `MaxoutWindowEncoder.v2` (spaCy's `ml/models/tok2vec.py`).
///
/// Each attribute of a word type is embedded by hash; a maxout layer mixes the embeddings to one vector; then `depth`
/// residual convolutions look at a window of neighbours. Immutable and shared; what one worker needs is in
/// ``Tok2VecWorkspace``.
final class Tok2Vec: Sendable {
  let width: Int
  /// Tokens on each side that a convolution sees.
  let window: Int
  let embeddings: [HashEmbedding]
  let vectors: StaticVectors?
  let mix: MaxoutLayer
  let layers: [MaxoutLayer]
  /// What a word type adds to the first convolution at each place in its window, worked out once a type. Windows of three
  /// only; `nil` where the first layer is computed like the others.
  let contributions: LinearLayer?
  private let zeros: AlignedFloats
  // Keeps the mapped weights alive.
  private let file: ModelFile

  /// Loads the network whose sections in `file` begin with `name`; `plan` is its entry in the model's plan.
  init(_ plan: MessagePackValue, name: String, file: ModelFile) throws(ModelError) {
    self.file = file
    let plan = PlanReader(plan, name: name, file: file)
    width = try plan.int("width")
    window = try plan.int("window")
    let depth = try plan.int("depth")
    let attributes = try plan.strings("attributes")
    let rows = try plan.ints("rows")
    let seeds = try plan.ints("seeds")
    guard width % 16 == 0, attributes.count == rows.count, rows.count == seeds.count else {
      throw plan.damaged("its embeddings")
    }
    var embeddings: [HashEmbedding] = []
    for index in attributes.indices {
      guard let attribute = LexicalAttribute(rawValue: attributes[index]), rows[index] > 0,
        let seed = UInt32(exactly: seeds[index]), let count = UInt32(exactly: rows[index]),
        let table = try file.floats("\(name)/embed/\(index)", count: Int(count) * width).baseAddress
      else { throw plan.damaged("embedding \(index)") }
      embeddings.append(
        HashEmbedding(attribute: attribute, seed: seed, rows: rows[index], width: width, table: table))
    }
    self.embeddings = embeddings
    if let length = plan.value["vectors"]?.int {
      vectors = try StaticVectors(
        width: width, length: length, keys: file.bytes("vectors/keys").bindMemory(to: UInt64.self),
        rows: file.bytes("vectors/rows").bindMemory(to: UInt64.self),
        vectors: file.bytes("vectors/data").bindMemory(to: Float.self),
        weights: file.floats("\(name)/vectors", count: width * length))
    } else {
      vectors = nil
    }
    let pieces = try plan.int("mixPieces")
    mix = try plan.maxout("mix", inputs: width * (embeddings.count + (vectors == nil ? 0 : 1)), outputs: width, pieces)
    var layers: [MaxoutLayer] = []
    let encoderPieces = try plan.int("pieces")
    for index in 0..<depth {
      layers.append(
        try plan.maxout(
          "encode/\(index)", inputs: width * (2 * window + 1), outputs: width, encoderPieces,
          isConvolution: window == 1 && width % 16 == 0))
    }
    self.layers = layers
    contributions =
      window == 1 && width % 16 == 0 && depth > 0
      ? MaxoutLayer.contributions(
        inputs: width, outputs: width, pieces: encoderPieces,
        weights: try file.floats("\(name)/encode/0/W", count: width * encoderPieces * width * 3)) : nil
    zeros = AlignedFloats(count: contributions?.stride ?? 0) { _ in }
  }

  /// Rows of zeros that stand between documents, as many as a document's last row can see (thinc's `with_array` pad).
  var padding: Int { window * layers.count }

  /// Floats that are known of a word type: its vector, and its contributions to the first convolution.
  var rowSize: Int { width + (contributions?.stride ?? 0) }

  /// Works out what is known of each of `types`, `rowSize` floats each.
  func describe(_ types: ArraySlice<WordType>, in space: Tok2VecWorkspace, to out: UnsafeMutablePointer<Float>) {
    let inputs = mix.inputs
    let count = types.count
    space.features.reserve(count * inputs)
    for (row, type) in types.enumerated() {
      var at = space.features.pointer + row * inputs
      for embedding in embeddings {
        embedding.write(type.value(of: embedding.attribute), to: at)
        at += width
      }
      vectors?.write(type.lexeme.orth, to: at)
    }
    // Vectors and contributions are computed in blocks and then laid side by side, one row a type.
    let stride = contributions?.stride ?? 0
    space.scratch.reserve(count * (mix.stride + stride))
    let embedded = space.scratch.pointer
    let contributed = embedded + count * mix.stride
    mix.apply(space.features.pointer, inputStride: inputs, rows: count, to: embedded)
    contributions?.apply(embedded, inputStride: mix.stride, rows: count, to: contributed)
    for row in 0..<count {
      (out + row * rowSize).update(from: embedded + row * mix.stride, count: width)
      (out + row * rowSize + width).update(from: contributed + row * stride, count: stride)
    }
  }

  /// Encodes the tokens of `documents` and leaves one vector a token, `width` floats each without gaps, in `space.output`.
  ///
  /// - Parameters:
  ///   - slots: the slot of each token's word type.
  ///   - documents: the tokens of each document; none sees another.
  ///   - space: knows all the types that the slots stand for.
  /// - Returns: the multiply-adds done in matrix products.
  func encode(_ slots: [Int32], documents: [Range<Int>], in space: Tok2VecWorkspace) -> Int {
    // Row `margin` is the first; the window of the first row reaches `window` rows before it.
    let margin = window
    let pad = padding
    var rows = pad
    for document in documents { rows += document.count + pad }
    let size = (rows + 2 * margin) * width
    space.input.reserve(size)
    space.scratch.reserve(size)
    space.output.reserve(max(slots.count, 1) * width)
    space.contributions.reserve(rows + 2 * margin)
    space.input.pointer.update(repeating: 0, count: size)
    // Only the margins of the second buffer are read before they are written.
    space.scratch.pointer.update(repeating: 0, count: margin * width)
    (space.scratch.pointer + (rows + margin) * width).update(repeating: 0, count: margin * width)

    // Padding contributes nothing to the first convolution.
    for row in 0..<rows + 2 * margin { space.contributions.pointer[row] = zeros.pointer }
    var row = margin + pad
    for document in documents {
      for token in document {
        let known = space.row(ofSlot: slots[token], self)
        (space.input.pointer + row * width).update(from: known, count: width)
        space.contributions.pointer[row] = known + width
        row += 1
      }
      row += pad
    }
    var source = space.input.pointer
    var target = space.scratch.pointer
    var multiplyAdds = 0
    for (index, layer) in layers.enumerated() {
      let residual = UnsafePointer(source + margin * width)
      if index == 0, contributions != nil {
        layer.apply(
          contributions: UnsafePointer(space.contributions.pointer + margin), rows: rows, residual: residual,
          to: target + margin * width)
      } else {
        layer.convolve(source, width: width, rows: rows, residual: residual, to: target + margin * width)
        multiplyAdds += rows * layer.multiplyAdds
      }
      swap(&source, &target)
    }
    row = margin + pad
    for document in documents {
      (space.output.pointer + document.lowerBound * width).update(
        from: source + row * width, count: document.count * width)
      row += document.count + pad
    }
    return multiplyAdds
  }
}
