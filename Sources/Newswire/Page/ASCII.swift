extension UInt8 {
  /// The small letter of a capital of ASCII; any other byte as it is.
  var lowercasedASCII: UInt8 { self &- 65 < 26 ? self | 0x20 : self }

  /// Whether space, tab, line feed, form feed or carriage return.
  var isHTMLSpace: Bool { self == 0x20 || (self <= 0x0D && self >= 0x09 && self != 0x0B) }

  var isASCIILetter: Bool { (self | 0x20) &- 97 < 26 }

  var isASCIIDigit: Bool { self &- 48 < 10 }
}

extension Collection where Element == UInt8 {
  /// Whether these are the bytes of `word`, which is in lower case, in any case.
  func equalsIgnoringCase(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    var at = 0
    for byte in self {
      if byte.lowercasedASCII != word.utf8Start[at] { return false }
      at += 1
    }
    return true
  }
}
