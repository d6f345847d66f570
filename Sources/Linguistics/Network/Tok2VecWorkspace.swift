/// The memory that one worker needs to run one ``Tok2Vec``: what is known of the word types seen, and rows of activations.
final class Tok2VecWorkspace {
  /// One vector a token, `width` floats each, of the documents encoded last.
  var output = Buffer<Float>()
  var features = Buffer<Float>()
  var input = Buffer<Float>()
  var scratch = Buffer<Float>()
  /// For each row the contributions of its word type to the first convolution.
  var contributions = Buffer<UnsafePointer<Float>>()
  /// One row a slot of the table of word types: the vector before any context, then its contributions.
  private var rows = Buffer<Float>()
  private var known = 0
  private var generation = 0

  /// What is known of the word type in `slot`: `network.width` floats of its vector, then its contributions.
  func row(ofSlot slot: Int32, _ network: Tok2Vec) -> UnsafePointer<Float> {
    UnsafePointer(rows.pointer + Int(slot) * network.rowSize)
  }

  /// Follows the table's renumbering, and works out the word types that have come since the last time.
  func update(_ table: WordTypeTable, network: Tok2Vec) {
    let size = network.rowSize
    if table.generation != generation {
      // A workspace that missed a renumbering knows nothing of the slots any more.
      let kept = table.generation == generation + 1 ? table.kept.prefix { Int($0) < known } : []
      for (slot, old) in kept.enumerated() where slot != Int(old) {
        (rows.pointer + slot * size).update(from: rows.pointer + Int(old) * size, count: size)
      }
      known = kept.count
      generation = table.generation
    }
    if table.count * size > rows.capacity {
      var larger = Buffer<Float>()
      // Room for a full table at once: memory that is not written yet costs nothing, and growing would need it twice.
      larger.reserve(max(table.count, table.limit + 2_048) * size)
      larger.pointer.update(from: rows.pointer, count: known * size)
      swap(&larger, &rows)
    }
    // Blocks bound the memory that many new types at once would take.
    while known < table.count {
      let end = min(table.count, known + 128)
      network.describe(table.types[known..<end], in: self, to: rows.pointer + known * size)
      known = end
    }
  }
}
