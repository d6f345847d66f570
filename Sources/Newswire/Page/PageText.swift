/// Text of a page as a reader sees it: character references resolved, white space run together.
enum PageText {
  /// `bytes` on one line, without white space around it.
  static func line(of bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    append(bytes, to: &result)
    while result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends `bytes`, with one space for each run of white space, and none after a line's beginning.
  static func append(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var at = bytes.startIndex
    let end = bytes.endIndex
    while at < end {
      let byte = bytes[at]
      if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "&") {
        result.append(byte)
        at += 1
      } else if byte <= 0x20 || byte == 0x7F {
        appendSpace(to: &result)
        at += 1
      } else if byte == UInt8(ascii: "&") {
        if let (scalar, next) = CharacterReferences.reference(in: bytes, at: at) {
          append(scalar, to: &result)
          at = next
        } else {
          result.append(byte)
          at += 1
        }
      } else if byte == 0xC2, at + 1 < end, bytes[at + 1] <= 0xAD {
        // U+0080 to U+00AD: controls, the no-break space, signs, the soft hyphen.
        switch bytes[at + 1] {
        case 0xA0: appendSpace(to: &result)
        case 0xA1...0xAC: result += bytes[at...at + 1]
        default: break
        }
        at += 2
      } else if byte == 0xE2, at + 2 < end, bytes[at + 1] == 0x80 {
        append(scalar: bytes[at...at + 2], last: bytes[at + 2], to: &result)
        at += 3
      } else if byte == 0xEF, at + 2 < end, bytes[at + 1] == 0xBB, bytes[at + 2] == 0xBF {
        // A byte order mark within the text.
        at += 3
      } else {
        result.append(byte)
        at += 1
      }
    }
  }

  /// U+2000 to U+203F: kinds of space are spaces, marks without width are left out but for those that join letters.
  private static func append(scalar: ArraySlice<UInt8>, last: UInt8, to result: inout [UInt8]) {
    switch last {
    case 0x80...0x8A, 0xA8, 0xA9, 0xAF: appendSpace(to: &result)
    case 0x8B, 0x8E, 0x8F, 0xAA...0xAE: break
    default: result += scalar
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout [UInt8]) {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F: appendSpace(to: &result)
    case 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0xFEFF: break
    default: result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private static func appendSpace(to result: inout [UInt8]) {
    if let last = result.last, last != 0x20, last != 0x0A { result.append(0x20) }
  }
}
