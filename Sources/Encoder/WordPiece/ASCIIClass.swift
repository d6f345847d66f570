/// What BERT's models see in a character of ASCII.
enum ASCIIClass: UInt8 {
  case letter, capital, space, punctuation, control

  /// The class of each of the 128 characters.
  static let of: [ASCIIClass] = (0..<128).map { byte in
    switch UInt8(byte) {
    case 0x30...0x39, 0x61...0x7a: .letter
    case 0x41...0x5a: .capital
    case 0x20, 0x09, 0x0a, 0x0d: .space
    case 0x21...0x7e: .punctuation
    default: .control
    }
  }
}
