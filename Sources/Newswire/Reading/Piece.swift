/// A word, a number or a mark in the few lines of a story's head that are read closely.
struct Piece: Sendable, Equatable {
  enum Kind: Sendable { case word, number, mark }

  var kind: Kind
  var text: String
  /// UTF-8 bytes of the article's text.
  var range: Range<Int>
  /// Whether white space stands before it.
  var isSpaced: Bool

  /// Splits the bytes `range` of `utf8` into pieces: words with their inner apostrophes, hyphens and full stops ("U.S",
  /// "al-Sisi"), numbers, and marks of one character each, but for runs of hyphens.
  static func pieces(of utf8: [UInt8], in range: Range<Int>) -> [Piece] {
    var pieces: [Piece] = []
    var at = range.lowerBound
    var isSpaced = true

    func isLetter(_ index: Int) -> Bool {
      guard index < range.upperBound else { return false }
      let byte = utf8[index]
      if byte < 0x80 { return byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }
      return !isMark(index) && !isSpace(index)
    }
    func isDigit(_ index: Int) -> Bool { index < range.upperBound && utf8[index] &- 48 < 10 }
    /// General punctuation (U+2000 to U+206F), guillemets, the copyright sign and the like.
    func isMark(_ index: Int) -> Bool {
      guard index < range.upperBound else { return true }
      if utf8[index] == 0xE2, index + 1 < range.upperBound { return utf8[index + 1] == 0x80 || utf8[index + 1] == 0x81 }
      if utf8[index] == 0xC2 { return true }
      return utf8[index] == 0xE3 && index + 1 < range.upperBound && utf8[index + 1] == 0x80
    }
    func isSpace(_ index: Int) -> Bool { TextLines.spaceLength(in: utf8, at: index, limit: range.upperBound) > 0 }
    func isApostrophe(_ index: Int) -> Bool {
      guard index < range.upperBound else { return false }
      return utf8[index] == UInt8(ascii: "'") || isTypographicApostrophe(index)
    }
    func isTypographicApostrophe(_ index: Int) -> Bool {
      index + 2 < range.upperBound && utf8[index] == 0xE2 && utf8[index + 1] == 0x80 && utf8[index + 2] == 0x99
    }

    while at < range.upperBound {
      let space = TextLines.spaceLength(in: utf8, at: at, limit: range.upperBound)
      if space > 0 {
        at += space
        isSpaced = true
        continue
      }
      let start = at
      let kind: Kind
      if isLetter(at) {
        kind = .word
        while at < range.upperBound {
          if isLetter(at) || isDigit(at) {
            at += 1
          } else if isApostrophe(at), isLetter(at + (isTypographicApostrophe(at) ? 3 : 1)) {
            at += isTypographicApostrophe(at) ? 3 : 1
          } else if utf8[at] == UInt8(ascii: "-") || utf8[at] == UInt8(ascii: ".") || utf8[at] == UInt8(ascii: "&"),
            isLetter(at + 1)
          {
            at += 1
          } else {
            break
          }
        }
      } else if isDigit(at) {
        kind = .number
        while isDigit(at) { at += 1 }
      } else {
        kind = .mark
        let first = utf8[at]
        at += 1
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "_") {
          while at < range.upperBound, utf8[at] == first { at += 1 }
        } else {
          while at < range.upperBound, utf8[at] & 0xC0 == 0x80 { at += 1 }
        }
      }
      pieces.append(
        Piece(
          kind: kind, text: String(decoding: utf8[start..<at], as: UTF8.self), range: start..<at, isSpaced: isSpaced))
      isSpaced = false
    }
    return pieces
  }

  var lower: String { text.lowercased() }
  /// Whether the first letter is a capital.
  var isCapitalized: Bool { kind == .word && text.first?.isUppercase == true }
  /// Whether it has capitals and no small letters.
  var isAllCapitals: Bool { isCapitalized && !text.contains { $0.isLowercase } }
  /// Whether it is a hyphen or a dash of any length, a low line or a bar.
  var isDash: Bool {
    kind == .mark && (["–", "—", "―", "‒", "|", "•"].contains(text) || text.allSatisfy { $0 == "-" || $0 == "_" })
  }
}
