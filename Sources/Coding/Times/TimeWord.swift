internal import Knowledge
internal import Linguistics

/// A run of letters, a run of digits or a single mark: what temporal expressions are made of.
///
/// Finer than the parser's tokens ("third-quarter", "1990s", "2018-09-11"), and there where the text has no tokens.
struct TimeWord: Sendable {
  enum Shape: Sendable { case letters, digits, mark }

  var shape: Shape
  /// In lower case; curly apostrophes straight, all dashes `-`.
  var text: String
  /// UTF-8 bytes of the whole text.
  var bytes: Range<Int>
  /// Whether nothing stands between it and the word before.
  var isGlued: Bool
  var isCapitalized: Bool
  /// The number that digits write; at most nine of them.
  var number: Int?
  /// What the lexicon knows of it, an index into its entries.
  var entry: Int32?

  /// The words of `range` of `utf8`, with what the lexicon knows of them. Linear.
  static func words(of range: Range<Int>, in utf8: [UInt8], lexicon: TimeWords) -> [TimeWord] {
    var words: [TimeWord] = []
    var at = range.lowerBound
    var end = range.lowerBound - 1
    func kind(_ byte: UInt8) -> Shape? {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: .letters
      case UInt8(ascii: "0")...UInt8(ascii: "9"): .digits
      case 0...0x20, 0x7F: nil
      default: .mark
      }
    }
    while at < range.upperBound {
      let start = at
      var text: String
      let shape: Shape
      if let (mark, length) = typographic(utf8, at, range.upperBound) {
        at += length
        guard let mark else { continue }
        (text, shape) = (mark, .mark)
      } else {
        guard let found = kind(utf8[at]) else {
          at += 1
          continue
        }
        shape = found
        at += 1
        if shape != .mark {
          while at < range.upperBound, kind(utf8[at]) == shape, typographic(utf8, at, range.upperBound) == nil {
            at += 1
          }
        }
        text = String(decoding: utf8[start..<at], as: UTF8.self)
      }
      var word = TimeWord(
        shape: shape, text: text, bytes: start..<at, isGlued: start == end, isCapitalized: utf8[start] & 0xE0 == 0x40)
      end = at
      switch shape {
      case .letters:
        // Longer runs are no words of time.
        if at - start <= 24 {
          word.text = text.lowercased()
          word.entry = lexicon.index(of: word.text)
        }
      case .digits: word.number = at - start <= 9 ? Int(text) : nil
      case .mark: break
      }
      words.append(word)
    }
    return words
  }

  /// The plain form of a typographic mark at `at` and its length in bytes; no form for a space.
  private static func typographic(_ utf8: [UInt8], _ at: Int, _ end: Int) -> (String?, Int)? {
    if utf8[at] == 0xC2, at + 1 < end, utf8[at + 1] == 0xA0 { return (nil, 2) }
    guard utf8[at] == 0xE2, at + 2 < end, utf8[at + 1] == 0x80 else { return nil }
    switch utf8[at + 2] {
    case 0x80...0x8A, 0xAF: return (nil, 3)
    case 0x90...0x95: return ("-", 3)
    case 0x98, 0x99: return ("'", 3)
    case 0x9A...0x9F: return ("\"", 3)
    default: return nil
    }
  }
}
