import Synchronization

/// A spaCy v3 statistical pipeline, run natively: tokenizer, tok2vec, tagger, parser, attribute ruler, lemmatizer, named
/// entities.
///
/// Immutable once loaded and safe to share: any number of threads may call it at once, each with memory of its own that is
/// kept for the next call.
///
///     let pipeline = try Pipeline(contentsOf: "Models/en_core_web_sm.readout")
///     for sentence in pipeline("Seoul welcomed the talks.").sentences { … }
public final class Pipeline: Sendable {
  /// What the model calls itself, `en_core_web_sm`.
  public let name: String
  /// The model's version, `3.8.0`.
  public let version: String
  /// The model's language, BCP 47.
  public let language: String
  /// The components that run, in order.
  public let components: [String]

  /// The longest stretch that is analysed as one, in bytes, so that memory is bounded. Longer ones are cut at the
  /// last line's end, or else the last space, before the limit.
  public static let longestStretch = 100_000

  private let tokenizer: Tokenizer
  private let networks: [String: Tok2Vec]
  private let tagger: Tagger?
  private let parser: DependencyParser?
  private let recognizer: EntityRecognizer?
  private let annotator: WordAnnotator?
  private let idle = Mutex<[PipelineWorker]>([])

  /// Loads a converted model.
  ///
  /// - Parameter path: a file that ``ModelConverter`` wrote. It is mapped into memory, and must not change while in use.
  /// - Throws: ``ModelError`` where the file is missing, damaged or of another format; the message says what to do.
  public init(contentsOf path: String) throws(ModelError) {
    let file = try ModelFile(path: path)
    let plan = try MessagePackValue(Array(file.bytes("plan")), file: path)
    let reader = PlanReader(plan, name: "plan", file: file)
    name = try reader.string("name")
    version = try reader.string("version")
    language = try reader.string("language")
    components = try reader.strings("components")
    tokenizer = try Tokenizer(
      rules: TokenizerRules(Array(file.bytes("tokenizer"))),
      lexicon: Lexicon(lookups: Array(file.bytes("vocab/lookups"))))
    var networks: [String: Tok2Vec] = [:]
    for pair in plan["networks"]?.map ?? [] {
      guard let name = pair.key.string else { throw reader.damaged("networks") }
      networks[name] = try Tok2Vec(pair.value, name: name, file: file)
    }
    self.networks = networks
    func width(_ source: String) throws(ModelError) -> Int {
      guard let network = networks[source] else { throw reader.damaged("the network \(source)") }
      return network.width
    }
    tagger = if let plan = plan["tagger"] { try Tagger(plan, name: "tagger", file: file) } else { nil }
    parser = if let plan = plan["parser"] { try DependencyParser(plan, name: "parser", file: file) } else { nil }
    recognizer = if let plan = plan["ner"] { try EntityRecognizer(plan, name: "ner", file: file) } else { nil }
    annotator = try Self.annotator(
      file, tags: [""] + (tagger?.labels ?? []), labels: parser?.labelNames ?? [""])
    for (source, own) in [
      (tagger?.source, tagger?.width), (parser?.source, parser?.width), (recognizer?.source, recognizer?.width),
    ] {
      guard let source, let own else { continue }
      guard try width(source) == own else { throw reader.damaged("the width of \(source)") }
    }
  }

  /// The attribute ruler and the lemmatizer, whichever of them the model has.
  private static func annotator(
    _ file: ModelFile, tags: [String], labels: [String]
  ) throws(ModelError) -> WordAnnotator? {
    let ruler = try file.optionalBytes("attribute_ruler")
    let lemmas = try file.optionalBytes("lemmatizer")
    guard ruler != nil || lemmas != nil else { return nil }
    // What is absent is an empty list of patterns, or an empty map of tables.
    return WordAnnotator(
      ruler: try AttributeRuler(patterns: ruler ?? [0x90], tagNames: tags, labelNames: labels),
      lemmatizer: try Lemmatizer(lookups: lemmas ?? [0x80]))
  }

  /// Analyses all of `text`.
  public func callAsFunction(_ text: String) -> Doc {
    self(text, passages: [0..<text.utf8.count])
  }

  /// Analyses `passages` of `text`, each on its own, and joins them to one document.
  ///
  /// - Parameter passages: ranges of UTF-8 bytes, ascending and without overlap; what lies outside them has no tokens.
  ///   Bounds inside a character are moved to its start.
  public func callAsFunction(_ text: String, passages: [Range<Int>]) -> Doc {
    let worker = idle.withLock { $0.popLast() } ?? PipelineWorker()
    defer { idle.withLock { $0.append(worker) } }
    worker.times.begin()
    var columns = Columns(text: text)
    if let tagger { columns.tagNames = [""] + tagger.labels }
    if let parser { columns.labelNames = parser.labelNames }
    let stretches = Self.stretches(of: passages, in: columns.utf8)
    worker.times.lap(.document)
    // Batches bound the memory that a long text needs at once.
    var lexemes: [UInt32] = []
    var documents: [Range<Int>] = []
    var first = 0
    worker.lexical.beginText()
    while first < stretches.count {
      var last = first
      var size = 0
      while last < stretches.count, size < Self.batchBytes {
        size += stretches[last].count
        last += 1
      }
      let tokens = tokenize(stretches[first..<last], &columns, &documents, worker)
      lexemes += tokens.lexemes
      first = last
    }
    worker.times.lap(.document)
    annotator?.annotate(&columns, lexemes: lexemes, documents: documents, cache: worker.lexical)
    worker.times.lap(.words)
    let doc = Doc(columns)
    worker.times.lap(.document)
    return doc
  }

  /// What the steps took in the calls that have returned.
  package var stageTimes: StageTimes {
    idle.withLock { workers in workers.reduce(into: StageTimes()) { $0.add($1.times) } }
  }

  /// Bytes of text that go through the networks together, so that activations stay in the cache.
  private static let batchBytes = 16_384

  /// Passages clamped to the text and to characters, and those over the limit cut.
  private static func stretches(of passages: [Range<Int>], in utf8: [UInt8]) -> [Range<Int>] {
    func aligned(_ offset: Int) -> Int {
      var offset = Swift.min(Swift.max(offset, 0), utf8.count)
      while offset > 0, offset < utf8.count, utf8[offset] & 0xc0 == 0x80 { offset -= 1 }
      return offset
    }
    var result: [Range<Int>] = []
    var end = 0
    for passage in passages {
      var start = Swift.max(aligned(passage.lowerBound), end)
      end = Swift.max(aligned(passage.upperBound), start)
      while end - start > longestStretch {
        let window = start..<aligned(start + longestStretch)
        let cut =
          utf8[window].lastIndex(of: 0x0a) ?? utf8[window].lastIndex(of: 0x20) ?? window.upperBound - 1
        let next = aligned(Swift.max(cut, start) + 1)
        result.append(start..<next)
        start = next
      }
      if start < end { result.append(start..<end) }
    }
    return result
  }

  /// Splits stretches into tokens, which it appends with their heads, tags and entities; each stretch with tokens becomes
  /// one of `documents`.
  private func tokenize(
    _ stretches: ArraySlice<Range<Int>>, _ columns: inout Columns, _ documents: inout [Range<Int>],
    _ worker: PipelineWorker
  ) -> Tokenization {
    let base = columns.starts.count
    var tokens = Tokenization()
    var batch: [Range<Int>] = []
    for stretch in stretches {
      let start = tokens.count
      tokenizer.tokenize(columns.utf8, in: stretch, cache: worker.lexical, into: &tokens)
      if tokens.count > start { batch.append(start..<tokens.count) }
    }
    worker.times.lap(.tokenizer)
    guard tokens.count > 0 else { return tokens }
    columns.append(tokens, worker.lexical)
    worker.times.lap(.document)
    analyse(tokens, batch, base: base, &columns, worker)
    documents += batch.map { $0.lowerBound + base..<$0.upperBound + base }
    return tokens
  }

  /// Runs the networks over the tokens of a batch, which begin at `base` in `columns`.
  private func analyse(
    _ tokens: Tokenization, _ batch: [Range<Int>], base: Int, _ columns: inout Columns, _ worker: PipelineWorker
  ) {
    let count = tokens.count
    let slots = worker.types.slots(of: tokens, worker.lexical)
    for (name, network) in networks {
      let space = worker.space(of: name)
      space.update(worker.types, network: network)
      worker.times.lap(.wordTypes)
      worker.times.multiplyAdds += network.encode(slots, documents: batch, in: space)
      worker.times.lap(.encoder)
    }
    if let tagger, let vectors = worker.vectors(of: tagger.source) {
      let tags = tagger.tag(vectors, count: count, logits: &worker.logits)
      for token in 0..<count { columns.tags[base + token] = tags[token] + 1 }
    }
    worker.times.lap(.tagger)
    if let parser, let vectors = worker.vectors(of: parser.source) {
      parser.begin(vectors, count: count, in: worker.transitions)
      for document in batch {
        parser.parse(
          document.lowerBound + base..<document.upperBound + base, base: base, columns: &columns,
          in: worker.transitions)
      }
    }
    worker.times.lap(.parser)
    if let recognizer, let vectors = worker.vectors(of: recognizer.source) {
      recognizer.begin(vectors, count: count, in: worker.transitions)
      for document in batch {
        recognizer.recognize(
          document.lowerBound + base..<document.upperBound + base, base: base, columns: &columns,
          in: worker.transitions)
      }
    }
    worker.times.lap(.recognizer)
  }
}
