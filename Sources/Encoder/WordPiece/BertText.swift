// Canonical decomposition has no public name in the standard library.
@_spi(_Unicode) import Swift

/// What BERT's uncased models make of each character before they cut a text into pieces.
///
/// As the `tokenizers` library does it (`BertNormalizer`, `BertPreTokenizer`), whose tables are of Unicode 8; characters
/// that are newer are to it without properties. Six characters of old scripts whose kind Unicode has changed since are read as
/// they are now.
enum BertText {
  /// What becomes of a character.
  enum Change {
    /// It goes, and parts no words.
    case removed
    /// It parts words.
    case space
    /// These characters stand in its place, and are a word by themselves.
    case ideograph([Unicode.Scalar])
    /// These characters stand in its place.
    case letters([Unicode.Scalar])
  }

  /// What becomes of a character beyond ASCII.
  static func change(_ scalar: Unicode.Scalar) -> Change {
    let properties = scalar.properties
    let isKnown = isKnown(properties)
    switch properties.generalCategory {
    case .control, .surrogate, .privateUse: return .removed
    case .format where isKnown: return .removed
    default: break
    }
    if scalar == "\u{fffd}" { return .removed }
    if properties.isWhitespace { return .space }
    var letters: [Unicode.Scalar] = []
    let parts = isKnown ? String(scalar)._nfd.map { $0 } : [scalar]
    for part in parts where !isNonspacing(part) { letters += part.properties.lowercaseMapping.unicodeScalars }
    if letters.isEmpty { return .removed }
    return isIdeograph(scalar) ? .ideograph(letters) : .letters(letters)
  }

  private static func isKnown(_ properties: Unicode.Scalar.Properties) -> Bool {
    guard let age = properties.age else { return false }
    return age.major <= 8
  }

  private static func isNonspacing(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark && isKnown(scalar.properties)
  }

  /// Whether a character is a word by itself.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ASCIIClass.of[Int(scalar.value)] == .punctuation }
    return switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      isKnown(scalar.properties)
    default: false
    }
  }

  /// The blocks of Chinese characters as BERT has them.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x2a6df, 0x2a700...0x2b73f, 0x2b740...0x2b81f,
      0x2b920...0x2ceaf, 0x2f800...0x2fa1f:
      true
    default: false
    }
  }
}
