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
    guard attributes.count == rows.count, rows.count == seeds.count else { throw plan.damaged("its embeddings") }
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
        try plan.maxout("encode/\(index)", inputs: width * (2 * window + 1), outputs: width, encoderPieces))
    }
    self.layers = layers
  }

  /// Rows of zeros that stand between documents, as many as a document's last row can see (thinc's `with_array` pad).
  var padding: Int { window * layers.count }

  /// The vectors of `types`, each `width` floats, before any context.
  func embed(_ types: [WordType], in space: Tok2VecWorkspace, to out: UnsafeMutablePointer<Float>) {
    let inputs = mix.inputs
    space.features.reserve(types.count * inputs)
    let features = space.features.pointer
    for (row, type) in types.enumerated() {
      var at = features + row * inputs
      for embedding in embeddings {
        embedding.write(type.value(of: embedding.attribute), to: at)
        at += width
      }
      vectors?.write(type.lexeme.orth, to: at)
    }
    mix.apply(features, inputStride: inputs, rows: types.count, to: out)
  }

  /// Encodes the tokens of `documents` and leaves one vector a token, `width` floats each without gaps, in `space.output`.
  ///
  /// - Parameters:
  ///   - slots: the slot of each token's word type.
  ///   - documents: the tokens of each document; none sees another.
  func encode(_ slots: [Int32], documents: [Range<Int>], types: WordTypeTable, in space: Tok2VecWorkspace) {
    space.embedNewTypes(types, network: self)
    // Row `margin` is the first; the window of the first row reaches `window` rows before it.
    let margin = window
    let pad = padding
    var rows = pad
    for document in documents { rows += document.count + pad }
    let size = (rows + 2 * margin) * width
    space.input.reserve(size)
    space.scratch.reserve(size)
    space.output.reserve(max(slots.count, 1) * width)
    space.input.pointer.update(repeating: 0, count: size)
    space.scratch.pointer.update(repeating: 0, count: size)

    var row = margin + pad
    for document in documents {
      for token in document {
        (space.input.pointer + row * width).update(from: space.vector(ofSlot: slots[token]), count: width)
        row += 1
      }
      row += pad
    }
    var source = space.input.pointer
    var target = space.scratch.pointer
    for layer in layers {
      layer.apply(
        source, inputStride: width, rows: rows, residual: source + margin * width, to: target + margin * width)
      swap(&source, &target)
    }
    row = margin + pad
    for document in documents {
      (space.output.pointer + document.lowerBound * width).update(
        from: source + row * width, count: document.count * width)
      row += document.count + pad
    }
  }
}
