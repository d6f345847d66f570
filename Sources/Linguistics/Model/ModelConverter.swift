/// Converts a spaCy 3 model package to the one file that ``Pipeline`` maps.
///
/// What `config.cfg` says is followed: widths, depths, rows, attributes, static vectors, where each component's vectors come
/// from. A component or an architecture that is not known is an error that names it.
public struct ModelConverter: Sendable {
  private let source: PackageSource
  private let config: PackageConfig
  private var writer = ModelFileWriter()
  private var networks: [MessagePackValue.Pair] = []

  /// Opens the package at `path`: a data folder with `config.cfg`, a folder around one, or a wheel.
  ///
  /// - Throws: where nothing there is a package, or its config cannot be read.
  public init(package path: String) throws(ModelError) {
    source = try PackageSource(path: path)
    config = try PackageConfig(
      String(decoding: source.required("config.cfg"), as: UTF8.self), file: source.name + ": config.cfg")
  }

  /// Writes the converted model to `output`.
  ///
  /// - Parameters:
  ///   - output: the file, which appears whole or not at all.
  ///   - name: what the model is to call itself; the package's own name where left out.
  /// - Throws: where the package is damaged, or holds what this release cannot run.
  public mutating func convert(to output: String, name: String? = nil) throws(ModelError) {
    let meta = try source.json("meta.json")
    let components = try activeComponents()
    var plan: [MessagePackValue.Pair] = []
    func set(_ key: String, _ value: MessagePackValue) {
      plan.append(MessagePackValue.Pair(key: .string(key), value: value))
    }
    let language = meta["lang"]?.string ?? ""
    set("name", .string(name ?? "\(language)_\(meta["name"]?.string ?? "model")"))
    set("version", .string(meta["version"]?.string ?? ""))
    set("language", .string(language))
    set("license", .string(meta["license"]?.string ?? ""))
    set("components", .strings(components))

    writer.add("tokenizer", try source.required("tokenizer"))
    writer.add("vocab/lookups", try source.optional("vocab/lookups.bin") ?? [])
    for component in components {
      let factory = try config.string("components.\(component)", "factory")
      switch factory {
      case "tok2vec":
        let file = try network(component)
        try addTok2Vec("components.\(component).model", file, name: component)
      case "tagger": set("tagger", try tagger(component))
      case "parser": set("parser", try transitions(component, moveKinds: 5, seesSentences: nil))
      case "ner":
        let parser = components.firstIndex { config.value("components.\($0)", "factory")?.string == "parser" }
        let own = components.firstIndex(of: component)
        let seesSentences = if let parser, let own { parser < own } else { false }
        set("ner", try transitions(component, moveKinds: 6, seesSentences: seesSentences))
      case "attribute_ruler": writer.add("attribute_ruler", try source.required("\(component)/patterns"))
      case "lemmatizer":
        let mode = config.value("components.\(component)", "mode")?.string ?? "lookup"
        guard mode == "rule" else { throw unknown("the lemmatizer mode \(mode) of component \(component)") }
        writer.add("lemmatizer", try source.required("\(component)/lookups/lookups.bin"))
      default: throw unknown("component \(component) (factory \(factory))")
      }
    }
    set("networks", .map(networks))
    var packed = MessagePackWriter()
    packed.write(.map(plan))
    writer.add("plan", packed.bytes)
    try writer.write(to: output)
  }

  private func activeComponents() throws(ModelError) -> [String] {
    let disabled = config.value("nlp", "disabled")?.array?.compactMap(\.string) ?? []
    return try config.strings("nlp", "pipeline").filter { !disabled.contains($0) }
  }

  private func unknown(_ what: String) -> ModelError {
    ModelError(
      file: source.name,
      message:
        "\(what) is not known to this release; it runs tok2vec, tagger, parser, ner, attribute_ruler and lemmatizer")
  }

  private func network(_ component: String) throws(ModelError) -> NetworkFile {
    try NetworkFile(source.required("\(component)/model"), file: "\(source.name): \(component)/model")
  }

  private func expect(_ section: String, _ known: String...) throws(ModelError) {
    let architecture = try config.string(section, "@architectures")
    guard known.contains(architecture) else { throw unknown("architecture \(architecture) of [\(section)]") }
  }

  private func array(
    _ layer: NetworkFile.Layer?, _ key: String, shape: [Int], _ file: NetworkFile
  ) throws(ModelError) -> [Float] {
    guard let array = layer?.arrays[key], array.shape == shape else {
      throw ModelError(
        file: file.file,
        message:
          "\(layer?.name ?? "a layer").\(key) is not of the shape \(shape) that config.cfg says; fetch the package again"
      )
    }
    return array.floats
  }

  // MARK: Networks

  /// Adds the network described in `section`, whose layers are among those of `file`.
  private mutating func addTok2Vec(_ section: String, _ file: NetworkFile, name: String) throws(ModelError) {
    try expect(section, "spacy.Tok2Vec.v2", "spacy.Tok2Vec.v1")
    try expect("\(section).embed", "spacy.MultiHashEmbed.v2")
    try expect("\(section).encode", "spacy.MaxoutWindowEncoder.v2")
    let width = try config.int("\(section).embed", "width")
    let depth = try config.int("\(section).encode", "depth")
    let window = try config.int("\(section).encode", "window_size")
    let pieces = try config.int("\(section).encode", "maxout_pieces")
    let attributes = try config.strings("\(section).embed", "attrs")
    let hasVectors = config.value("\(section).embed", "include_static_vectors")?.bool ?? false
    guard try config.int("\(section).encode", "width") == width else {
      throw unknown("an encoder of another width than its embedding, in [\(section)]")
    }
    guard width % 16 == 0 else { throw unknown("a width of \(width), no multiple of 16, in [\(section)]") }
    guard (1...3).contains(pieces) else { throw unknown("a maxout of \(pieces) pieces, in [\(section)]") }
    for attribute in attributes where LexicalAttribute(rawValue: attribute) == nil {
      throw unknown("the attribute \(attribute) of [\(section).embed]")
    }

    // A table has the rows that the config says or, where a list is longer than the attributes, that its own shape says.
    let tables = file.layers(named: "hashembed")
    guard tables.count == attributes.count else {
      throw ModelError(file: file.file, message: "has \(tables.count) embeddings for \(attributes.count) attributes")
    }
    var seeds: [Int] = []
    var rows: [Int] = []
    for (index, table) in tables.enumerated() {
      guard let shape = table.arrays["E"]?.shape, shape.count == 2, let seed = table.attributes["seed"]?.int else {
        throw ModelError(
          file: file.file, message: "embedding \(index) has no table or no seed; fetch the package again")
      }
      rows.append(shape[0])
      seeds.append(seed)
      writer.add("\(name)/embed/\(index)", try array(table, "E", shape: [shape[0], width], file))
    }

    var vectorLength: Int?
    if hasVectors {
      let layer = file.layers(named: "static_vectors").first
      let length = try addVectors()
      writer.add("\(name)/vectors", try array(layer, "W", shape: [width, length], file))
      vectorLength = length
    }

    let maxouts = file.layers(named: "maxout")
    let norms = file.layers(named: "layernorm")
    guard maxouts.count == depth + 1, norms.count == depth + 1 else {
      throw ModelError(
        file: file.file, message: "has not the \(depth) layers that config.cfg says; fetch the package again")
    }
    let inputs = width * (attributes.count + (hasVectors ? 1 : 0))
    let mixPieces = maxouts[0].arrays["b"]?.shape.last ?? 3
    guard (1...3).contains(mixPieces) else { throw unknown("a maxout of \(mixPieces) pieces, in [\(section)]") }
    try addMaxout("\(name)/mix", maxouts[0], norms[0], inputs: inputs, outputs: width, pieces: mixPieces, file)
    for index in 0..<depth {
      try addMaxout(
        "\(name)/encode/\(index)", maxouts[index + 1], norms[index + 1], inputs: width * (2 * window + 1),
        outputs: width, pieces: pieces, file)
    }

    var entry: [MessagePackValue.Pair] = []
    for (key, value) in [
      ("width", MessagePackValue.int(width)), ("depth", .int(depth)), ("window", .int(window)),
      ("pieces", .int(pieces)), ("mixPieces", .int(mixPieces)), ("attributes", .strings(attributes)),
      ("rows", .ints(rows)), ("seeds", .ints(seeds)),
    ] {
      entry.append(MessagePackValue.Pair(key: .string(key), value: value))
    }
    if let vectorLength { entry.append(MessagePackValue.Pair(key: .string("vectors"), value: .int(vectorLength))) }
    networks.append(MessagePackValue.Pair(key: .string(name), value: .map(entry)))
  }

  private mutating func addMaxout(
    _ name: String, _ layer: NetworkFile.Layer, _ norm: NetworkFile.Layer, inputs: Int, outputs: Int, pieces: Int,
    _ file: NetworkFile
  ) throws(ModelError) {
    writer.add("\(name)/W", try array(layer, "W", shape: [outputs, pieces, inputs], file))
    writer.add("\(name)/b", try array(layer, "b", shape: [outputs, pieces], file))
    writer.add("\(name)/G", try array(norm, "G", shape: [outputs], file))
    writer.add("\(name)/shift", try array(norm, "b", shape: [outputs], file))
  }

  /// Adds the package's static vectors, once, and gives their length.
  private mutating func addVectors() throws(ModelError) -> Int {
    let settings = try source.json("vocab/vectors.cfg")
    let mode = settings["mode"]?.string ?? "default"
    guard mode == "default" else { throw unknown("static vectors of mode \(mode)") }
    let attribute = settings["attr"]?.string ?? "ORTH"
    guard attribute == "ORTH" else { throw unknown("static vectors keyed by \(attribute)") }
    let table = try NumPyArray(source.required("vocab/vectors"), file: "\(source.name): vocab/vectors")
    guard table.shape.count == 2 else {
      throw ModelError(file: source.name, message: "vocab/vectors is no table; the package is damaged, fetch it again")
    }
    guard !writer.has("vectors/data") else { return table.shape[1] }
    let index = try MessagePackValue(source.required("vocab/key2row"), file: "\(source.name): vocab/key2row")
    var pairs: [(key: UInt64, row: UInt64)] = []
    for pair in index.map ?? [] {
      guard let key = pair.key.uint, let row = pair.value.int else { continue }
      guard row < table.shape[0] else {
        throw ModelError(
          file: source.name, message: "vocab/key2row names a row that is not there; fetch the package again")
      }
      if row >= 0 { pairs.append((key, UInt64(row))) }
    }
    pairs.sort { $0.key < $1.key }
    writer.add("vectors/data", table.floats)
    writer.add("vectors/keys", pairs.map(\.key))
    writer.add("vectors/rows", pairs.map(\.row))
    return table.shape[1]
  }

  /// Where the component's vectors come from: the upstream network that it listens to, or its own, which is added.
  private mutating func vectorSource(
    _ component: String, _ file: NetworkFile
  ) throws(ModelError) -> (name: String, width: Int) {
    let section = "components.\(component).model.tok2vec"
    let architecture = try config.string(section, "@architectures")
    if architecture == "spacy.Tok2VecListener.v1" {
      let upstream = try config.string(section, "upstream")
      let names = try activeComponents().filter { config.value("components.\($0)", "factory")?.string == "tok2vec" }
      guard let name = upstream == "*" ? names.first : names.first(where: { $0 == upstream }) else {
        throw unknown("the vectors \(upstream) that component \(component) listens to")
      }
      return (name, try config.int("components.\(name).model.embed", "width"))
    }
    try addTok2Vec(section, file, name: component)
    return (component, try config.int("\(section).embed", "width"))
  }

  // MARK: Components

  private mutating func tagger(_ component: String) throws(ModelError) -> MessagePackValue {
    try expect("components.\(component).model", "spacy.Tagger.v2", "spacy.Tagger.v1")
    let file = try network(component)
    let (source, width) = try vectorSource(component, file)
    let labels = try self.source.json("\(component)/cfg")["labels"]?.array?.compactMap(\.string) ?? []
    let output = file.layers(named: "softmax").first
    writer.add("tagger/output/W", try array(output, "W", shape: [labels.count, width], file))
    writer.add("tagger/output/b", try array(output, "b", shape: [labels.count], file))
    return .record(["source": .string(source), "width": .int(width), "labels": .strings(labels)])
  }

  private mutating func transitions(
    _ component: String, moveKinds: Int, seesSentences: Bool?
  ) throws(ModelError) -> MessagePackValue {
    let section = "components.\(component).model"
    try expect(section, "spacy.TransitionBasedParser.v2")
    let file = try network(component)
    let (vectors, width) = try vectorSource(component, file)
    let (kinds, labels) = try moves(component, kinds: moveKinds)
    let name = seesSentences == nil ? "parser" : "ner"

    let lower = file.layers(named: "precomputable_affine").first
    guard let shape = lower?.arrays["W"]?.shape, shape.count == 4 else {
      throw ModelError(file: file.file, message: "has no precomputable_affine layer; fetch the package again")
    }
    let (features, hidden, pieces, projected) = (shape[0], shape[1], shape[2], shape[3])
    writer.add("\(name)/lower/W", try array(lower, "W", shape: shape, file))
    writer.add("\(name)/lower/b", try array(lower, "b", shape: [hidden, pieces], file))
    writer.add("\(name)/lower/pad", try array(lower, "pad", shape: [1, features, hidden, pieces], file))
    let hasUpper = config.value(section, "use_upper")?.bool ?? true
    let upperIndex = hasUpper ? file.references["upper"] : nil
    guard
      let projection = file.layers.indices.first(where: { file.layers[$0].name == "linear" && $0 != upperIndex })
    else { throw ModelError(file: file.file, message: "has no projection of its vectors; fetch the package again") }
    writer.add("\(name)/projection/W", try array(file.layers[projection], "W", shape: [projected, width], file))
    writer.add("\(name)/projection/b", try array(file.layers[projection], "b", shape: [projected], file))
    if let upperIndex {
      let upper = file.layers[upperIndex]
      writer.add("\(name)/upper/W", try array(upper, "W", shape: [kinds.count, hidden], file))
      writer.add("\(name)/upper/b", try array(upper, "b", shape: [kinds.count], file))
    } else if hidden != kinds.count {
      throw ModelError(
        file: file.file, message: "scores \(hidden) moves, but \(kinds.count) are named; fetch the package again")
    }
    return .record([
      "source": .string(vectors), "width": .int(width), "projected": .int(projected), "features": .int(features),
      "hidden": .int(hidden), "pieces": .int(pieces), "classes": .int(kinds.count), "upper": .bool(hasUpper),
      "moves": .ints(kinds), "labels": .strings(labels), "seesSentences": .bool(seesSentences ?? false),
    ])
  }

  /// The classes of a transition model in their order: by kind of move, then by falling frequency and label, then those
  /// added after training (spaCy's `TransitionSystem.initialize_actions`).
  private func moves(_ component: String, kinds: Int) throws(ModelError) -> (kinds: [Int], labels: [String]) {
    let path = "\(component)/moves"
    let root = try MessagePackValue(source.required(path), file: "\(source.name): \(path)")
    guard let text = root["moves"]?.string, let table = PackageConfig.json(text)?.object else {
      throw ModelError(file: source.name, message: "\(path) names no moves; the package is damaged, fetch it again")
    }
    var result: (kinds: [Int], labels: [String]) = ([], [])
    var added: [(frequency: Int, label: String, kind: Int)] = []
    for kind in 0..<kinds {
      guard let labels = table[String(kind)]?.object else { continue }
      var trained: [(frequency: Int, label: String)] = []
      for (label, frequency) in labels {
        let count = frequency.int ?? 0
        if count < 0 { added.append((count, label, kind)) } else { trained.append((count, label)) }
      }
      // Python orders strings by code point, as Swift's Unicode scalars compare.
      trained.sort { ($0.frequency, Array($0.label.unicodeScalars)) > ($1.frequency, Array($1.label.unicodeScalars)) }
      for (_, label) in trained {
        // The NER system has no move for a missing annotation, and no label for outside.
        if kinds == 6, kind == 0 || (kind == 5 && !label.isEmpty) { continue }
        result.kinds.append(kind)
        result.labels.append(label)
      }
    }
    for item in added.sorted(by: { ($0.frequency, $0.label, -$0.kind) > ($1.frequency, $1.label, -$1.kind) }) {
      result.kinds.append(item.kind)
      result.labels.append(item.label)
    }
    return result
  }
}

private func > (a: (Int, [Unicode.Scalar]), b: (Int, [Unicode.Scalar])) -> Bool {
  a.0 != b.0 ? a.0 > b.0 : b.1.lexicographicallyPrecedes(a.1)
}
