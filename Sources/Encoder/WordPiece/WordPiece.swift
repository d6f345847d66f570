/// Cuts text into the pieces of a vocabulary, as BERT's uncased models read it (Devlin et al. 2019; Wu et al. 2016).
///
/// Text is cleaned of control characters, written in lower case without accents, and parted at white space, punctuation
/// and Chinese characters; each word is then the fewest longest pieces from its start, or one unknown piece. The pieces
/// are those of the `tokenizers` library, except that names of special pieces ("[SEP]") are text like any other.
public struct WordPiece: Sendable {
  /// A longer word is unknown as a whole, in characters.
  static let longestWord = 100

  private let table: PieceTable
  /// The piece of a word that the vocabulary cannot write.
  private let unknown: Int32

  init(_ table: PieceTable, unknown: Int32) {
    self.table = table
    self.unknown = unknown
  }

  /// The pieces of `utf8[range]`, which is read as if nothing stood around it.
  ///
  /// - Parameters:
  ///   - utf8: a text; what is not UTF-8 in it is passed over.
  ///   - range: half-open, in bytes; what lies outside the text is left out.
  /// - Returns: the pieces in the order of the text, their bytes counted from the start of `utf8`.
  public func pieces(of utf8: [UInt8], in range: Range<Int>) -> [Piece] {
    let range = range.clamped(to: 0..<utf8.count)
    var reading = WordReading(capacity: range.count)
    utf8.withUnsafeBufferPointer { read($0, range, &reading) }
    return reading.pieces
  }

  private func read(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ reading: inout WordReading) {
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      let byte = text[at]
      if byte < 0x80 {
        at += 1
        switch ASCIIClass.of[Int(byte)] {
        case .letter: reading.append(byte, start..<at)
        case .capital: reading.append(byte | 0x20, start..<at)
        case .space: end(&reading)
        case .punctuation:
          end(&reading)
          reading.append(byte, start..<at)
          end(&reading)
        case .control: break
        }
        continue
      }
      guard let scalar = UTF8Reader.next(text, &at, before: range.upperBound) else { continue }
      switch BertText.change(scalar) {
      case .removed: break
      case .space: end(&reading)
      case .letters(let letters): append(letters, start..<at, &reading)
      case .ideograph(let letters):
        end(&reading)
        append(letters, start..<at, &reading)
        end(&reading)
      }
    }
    end(&reading)
  }

  private func append(_ letters: [Unicode.Scalar], _ source: Range<Int>, _ reading: inout WordReading) {
    for letter in letters {
      // Asked of what stands in the text's place: "≠" is an equals sign without its stroke.
      let isAlone = BertText.isPunctuation(letter)
      if isAlone { end(&reading) }
      reading.append(letter, source)
      if isAlone { end(&reading) }
    }
  }

  /// Adds the pieces of the word that has been read.
  private func end(_ reading: inout WordReading) {
    guard !reading.word.isEmpty else { return }
    defer { reading.endWord() }
    let before = reading.pieces.count
    if reading.characters <= Self.longestWord {
      var start = 0
      while start < reading.word.count, let found = longest(from: start, in: reading.word) {
        reading.addPiece(found.id, start..<found.end)
        start = found.end
      }
      if start == reading.word.count { return }
      reading.pieces.removeLast(reading.pieces.count - before)
    }
    reading.addPiece(unknown, 0..<reading.word.count)
  }

  /// The longest piece that begins at byte `start` of `word`, and where it ends.
  private func longest(from start: Int, in word: [UInt8]) -> (id: Int32, end: Int)? {
    word.withUnsafeBufferPointer { word in
      var key = PieceTable.Key(isFirst: start == 0)
      var best: (Int32, Int)?
      let limit = min(word.count, start + table.longest)
      for at in start..<limit {
        key.append(word[at])
        if at + 1 < word.count, word[at + 1] & 0xc0 == 0x80 { continue }
        if let id = table.find(key, isFirst: start == 0, in: word, endingAt: at + 1) { best = (id, at + 1) }
      }
      return best
    }
  }
}
