/// The memory that one worker needs to run one ``Tok2Vec``: the vectors of word types seen, and rows of activations.
final class Tok2VecWorkspace {
  /// One vector a token, `width` floats each, of the documents encoded last.
  var output = Buffer<Float>()
  var features = Buffer<Float>()
  var input = Buffer<Float>()
  var scratch = Buffer<Float>()
  /// `width` floats a slot of the table of word types.
  private var vectors = Buffer<Float>()
  private var embedded = 0
  private var generation = 0
  private let width: Int

  init(width: Int) { self.width = width }

  /// The vector of a word type, before any context.
  func vector(ofSlot slot: Int32) -> UnsafePointer<Float> { UnsafePointer(vectors.pointer + Int(slot) * width) }

  /// Embeds the word types that have come since the last time.
  func embedNewTypes(_ table: WordTypeTable, network: Tok2Vec) {
    if table.generation != generation {
      generation = table.generation
      embedded = 0
    }
    if table.count > vectors.capacity / width {
      var larger = Buffer<Float>()
      larger.reserve(max(table.count, 2048) * 2 * width)
      larger.pointer.update(from: vectors.pointer, count: embedded * width)
      swap(&larger, &vectors)
    }
    // Blocks bound the memory that many new types at once would take.
    while embedded < table.count {
      let end = min(table.count, embedded + 256)
      network.embed(Array(table.types[embedded..<end]), in: self, to: vectors.pointer + embedded * width)
      embedded = end
    }
  }
}
