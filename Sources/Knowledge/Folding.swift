/// A name as lower-case words without accents and punctuation.
///
/// A value can read one name after the other and keeps its storage.
struct Folding {
  /// The words' bytes, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Where the words stand in `bytes`.
  private(set) var words: [Range<Int>] = []
  /// Whether a hyphen follows, for each word.
  private var hyphenated: [Bool] = []

  /// Takes in a name in UTF-8, in place of the one before.
  ///
  /// - Parameter umlauts: whether "ö" and its like are written with an "e" after the vowel ("Schroeder").
  mutating func read(_ name: ArraySlice<UInt8>, umlauts: Bool = false) {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    hyphenated.removeAll(keepingCapacity: true)
    // The bytes of a scalar beyond ASCII are gathered here until the next one begins.
    var scalar: (bytes: UInt32, value: UInt32, count: Int) = (0, 0, 0)
    for byte in name {
      if byte & 0xc0 == 0x80 {
        scalar = (scalar.bytes << 8 | UInt32(byte), scalar.value << 6 | UInt32(byte & 0x3f), scalar.count + 1)
        continue
      }
      if scalar.count > 0 { append(scalar: scalar, umlauts: umlauts) }
      scalar.count = 0
      switch byte {
      case 0x61...0x7a, 0x30...0x39: bytes.append(byte)
      case 0x41...0x5a: bytes.append(byte | 0x20)
      // Periods and apostrophes hold a word together: "U.N.", "N'Djamena".
      case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "`"): break
      case UInt8(ascii: "&"):
        endWord()
        bytes.append(contentsOf: "and".utf8)
        endWord()
      case UInt8(ascii: "-"): endWord(hyphen: true)
      case 0..<0x80: endWord()
      default:
        let bits: UInt8 = byte >= 0xf0 ? 0x07 : byte >= 0xe0 ? 0x0f : 0x1f
        scalar = (UInt32(byte), UInt32(byte & bits), 1)
      }
    }
    if scalar.count > 0 { append(scalar: scalar, umlauts: umlauts) }
    endWord()
  }

  private mutating func append(scalar: (bytes: UInt32, value: UInt32, count: Int), umlauts: Bool) {
    switch scalar.value {
    case 0x2018, 0x2019, 0x2bb...0x2bf, 0x300...0x36f: break
    case 0x2010, 0x2011: endWord(hyphen: true)
    case 0xa0, 0x2000...0x206f: endWord()
    default:
      if Latin.letters(for: scalar.value, umlauts: umlauts, { bytes.append($0) }) { return }
      for index in (0..<min(scalar.count, 4)).reversed() {
        bytes.append(UInt8(truncatingIfNeeded: scalar.bytes >> (8 * UInt32(index))))
      }
    }
  }

  private mutating func endWord(hyphen: Bool = false) {
    let start = words.last?.upperBound ?? 0
    guard bytes.count > start else { return }
    words.append(start..<bytes.count)
    hyphenated.append(hyphen)
  }

  /// Whether the first of several words is "the".
  var beginsWithThe: Bool {
    guard words.count > 1, words[0].count == 3 else { return false }
    return bytes[0] == UInt8(ascii: "t") && bytes[1] == UInt8(ascii: "h") && bytes[2] == UInt8(ascii: "e")
  }

  /// Whether word `index` is an Arabic article: joined by a hyphen in any of its forms ("el-", "ash-Sh…"), or "al"
  /// and "el" standing free inside a name.
  func isArticle(_ index: Int) -> Bool {
    let word = words[index]
    guard word.count == 2 || word.count == 3 else { return false }
    switch bytes[word.lowerBound] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "u"): break
    default: return false
    }
    if word.count == 2, bytes[word.lowerBound + 1] == UInt8(ascii: "l") { return index > 0 || hyphenated[index] }
    guard hyphenated[index], index + 1 < words.count else { return false }
    return bytes[words[index + 1]].starts(with: bytes[word.dropFirst()])
  }
}
