/// A text on its way to pieces: the word that is being read, with the characters of the text that it stands for.
struct WordReading {
  /// The word's bytes, as the vocabulary writes them.
  private(set) var word: [UInt8] = []
  /// For each of the word's bytes, the bytes of the character of the text that gave it.
  private var sources: [Range<Int>] = []
  /// The word's length in characters.
  private(set) var characters = 0
  var pieces: [Piece] = []

  /// - Parameter capacity: the bytes of the text.
  init(capacity: Int) { pieces.reserveCapacity(capacity / 4 + 1) }

  mutating func append(_ byte: UInt8, _ source: Range<Int>) {
    word.append(byte)
    sources.append(source)
    characters += 1
  }

  mutating func append(_ scalar: Unicode.Scalar, _ source: Range<Int>) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      word.append(byte)
      sources.append(source)
    }
    characters += 1
  }

  /// Adds a piece that is `bytes` of the word.
  mutating func addPiece(_ id: Int32, _ bytes: Range<Int>) {
    pieces.append(
      Piece(id: id, bytes: sources[bytes.lowerBound].lowerBound..<sources[bytes.upperBound - 1].upperBound))
  }

  mutating func endWord() {
    word.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    characters = 0
  }
}
