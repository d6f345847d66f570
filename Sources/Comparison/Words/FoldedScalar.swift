// Canonical decomposition has no public name in the standard library.
@_spi(_Unicode) import Swift

/// What a scalar counts as when words of different spelling are compared.
enum FoldedScalar {
  /// A letter or digit, in lower case and without its diacritics, as UTF-8.
  case letter([UInt8])
  /// The same for ASCII, which most text is.
  case ascii(UInt8)
  /// An ideograph or syllable of a script that writes no spaces: a word by itself.
  case ideograph([UInt8])
  /// A mark that combines with the letter before it.
  case mark
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: self = .ascii(UInt8(scalar.value))
    case 0x41...0x5A: self = .ascii(UInt8(scalar.value) | 0x20)
    case 0..<0x80: self = .other
    default: self = Self.folded(scalar)
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> FoldedScalar {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return .mark
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .decimalNumber, .letterNumber:
      return .letter(Self.base(of: properties.lowercaseMapping))
    case .otherLetter:
      let isSpaceless =
        properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value) || (0x0E00...0x0EFF).contains(scalar.value)
      return isSpaceless ? .ideograph(Array(String(scalar).utf8)) : .letter(Array(String(scalar).utf8))
    default: return .other
    }
  }

  private static func base(of letter: String) -> [UInt8] {
    if let ascii = undecomposed[letter] { return Array(ascii.utf8) }
    return letter._nfd.filter { $0.properties.generalCategory != .nonspacingMark }.flatMap { Array(String($0).utf8) }
  }

  /// Letters that Unicode does not take for others with a mark.
  private static let undecomposed = [
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
  ]
}
