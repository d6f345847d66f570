/// The plain letters under the accents of the Latin alphabet.
enum Latin {
  /// Calls `body` with the one or two ASCII letters that stand for a letter with an accent.
  ///
  /// - Parameter umlauts: whether "ö" and its like are written with an "e" after the vowel.
  /// - Returns: `false` where `scalar` is no such letter.
  static func letters(for scalar: UInt32, umlauts: Bool, _ body: (UInt8) -> Void) -> Bool {
    func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
      body(UInt8(ascii: first))
      body(UInt8(ascii: second))
      return true
    }
    switch scalar {
    case 0xc6, 0xe6: return pair("a", "e")
    case 0x152, 0x153: return pair("o", "e")
    case 0xdf: return pair("s", "s")
    case 0xde, 0xfe: return pair("t", "h")
    case 0xc4 where umlauts, 0xe4 where umlauts: return pair("a", "e")
    case 0xd6 where umlauts, 0xf6 where umlauts, 0xd8 where umlauts, 0xf8 where umlauts: return pair("o", "e")
    case 0xdc where umlauts, 0xfc where umlauts: return pair("u", "e")
    case 0xc5 where umlauts, 0xe5 where umlauts: return pair("a", "a")
    default: break
    }
    let letter: UInt8
    switch scalar {
    case 0xc0..<0x250: letter = extended[Int(scalar) - 0xc0]
    case 0x259: letter = UInt8(ascii: "a")
    case 0x1e00..<0x1f00: letter = additional[Int(scalar) - 0x1e00]
    default: return false
    }
    guard letter != UInt8(ascii: "?") else { return false }
    body(letter)
    return true
  }

  /// U+00C0 to U+024F, `?` where a scalar has no plain letter (after the Unicode Character Database's decompositions).
  private static let extended = Array(
    ("aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggg"
      + "gggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
      + "???????????????a????????????????oo?????????????uu????????????????????????????aaiioouuuuuuuuuu?aa"
      + "aa????ggkkoooo??j???gg??nnaa????aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????"
      + "????????????????").utf8)

  /// U+1E00 to U+1EFF.
  private static let additional = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
      + "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy??????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
      + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????").utf8)
}
