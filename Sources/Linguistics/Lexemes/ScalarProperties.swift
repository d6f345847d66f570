/// What Python's `str` methods and regular expressions ask of a character.
///
/// Characters that came after Unicode 14, which Python 3.11 has, count as unassigned.
enum ScalarProperties {
  /// `str.isspace`, `\s`.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0d, 0x1c...0x20: true
    case 0x85, 0xa0, 0x1680, 0x2000...0x200a, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000: true
    default: false
    }
  }

  /// `str.isalpha`: a letter.
  static func isAlpha(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
    guard let properties = properties(scalar) else { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }

  /// `str.isupper` of one character.
  static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x41 < 26 }
    return properties(scalar)?.isUppercase ?? false
  }

  /// `str.isdigit`.
  static func isDigit(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x30 < 10 }
    guard let type = properties(scalar)?.numericType else { return false }
    return type == .decimal || type == .digit
  }

  /// `str.isdecimal`, `\d`.
  static func isDecimal(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x30 < 10 }
    return properties(scalar)?.numericType == .decimal
  }

  /// `\w`: `str.isalnum` or the low line.
  static func isWord(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar == 0x5f || isAlpha(scalar) || isDecimal(scalar) }
    return isAlpha(scalar) || properties(scalar)?.numericType != nil
  }

  /// The properties of a character that Unicode 14 has.
  static func properties(_ scalar: UInt32) -> Unicode.Scalar.Properties? {
    guard let scalar = Unicode.Scalar(scalar) else { return nil }
    let properties = scalar.properties
    guard let age = properties.age, age.major <= 14 else { return nil }
    return properties
  }
}
