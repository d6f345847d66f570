/// What a worker remembers of the words it has met: how stretches of text are split, the attributes of word types, and
/// what the rules make of a word with a tag.
///
/// One worker owns one cache and uses it with one model. The cache is emptied between texts once it is large, so indices
/// into ``lexemes`` and ids of lemmas hold for one text: from its ``beginText()`` to the next.
package final class LexicalCache {
  /// A token of a remembered stretch.
  struct Piece {
    let lexeme: UInt32
    /// In bytes.
    let length: UInt32
    /// Whether a special case of several tokens can begin here.
    let startsSpecial: Bool
  }

  /// The attributes of the word types met so far. Tokens hold indices into them.
  package private(set) var lexemes: [Lexeme] = []
  /// Counts how often the cache was emptied.
  package private(set) var generation = 0
  private var words = ByteTable(minimumCapacity: 1 << 12)

  /// The stretches between white space that have been split, and their tokens: those of stretch `i` are
  /// `pieces[chunkStarts[i]..<chunkStarts[i + 1]]`.
  var chunks = ByteTable(minimumCapacity: 1 << 12)
  var chunkStarts: [Int32] = [0]
  var pieces: [Piece] = []
  var splitter = ChunkSplitter()

  /// What the rules make of words; see ``WordAnnotator``.
  var annotations = AnnotationMemo()

  private let limit: Int

  /// - Parameter limit: The number of bytes of words above which the cache is emptied between texts.
  package init(limit: Int = 4 << 20) { self.limit = limit }

  /// Makes room: empties the cache if it has grown over its limit. Indices and ids handed out before end here.
  package func beginText() {
    guard words.byteCount + chunks.byteCount + 16 * annotations.count > limit else { return }
    generation += 1
    lexemes.removeAll()
    words = ByteTable(minimumCapacity: 1 << 12)
    chunks = ByteTable(minimumCapacity: 1 << 12)
    chunkStarts = [0]
    pieces.removeAll()
    annotations = AnnotationMemo()
  }

  /// The index of the lexeme of a word, which is worked out by `make` when it is new.
  func lexeme(of word: UnsafeBufferPointer<UInt8>, norm: UInt64, make: () -> Lexeme) -> UInt32 {
    let (number, isNew) = words.number(of: word, salt: norm)
    if isNew { lexemes.append(make()) }
    return UInt32(number)
  }

  /// Reads the UTF-8 bytes of a word.
  package func withBytes<Result>(ofLexeme index: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    words.withBytes(of: Int(index), body)
  }

  /// The lemmas met so far, by the ids that ``WordAnnotator`` hands out; the first is empty.
  package var lemmas: [String] { annotations.lemmas }
}
