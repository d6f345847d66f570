/// Reads characters beyond ASCII from UTF-8.
enum UTF8Reader {
  /// The character at `position`, which is moved past it; past one byte, with `nil`, where there is none.
  static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, before end: Int) -> Unicode.Scalar? {
    let first = bytes[position]
    position += 1
    let (length, least): (Int, UInt32)
    var value: UInt32
    switch first {
    case 0xc2...0xdf: (length, least, value) = (1, 0x80, UInt32(first & 0x1f))
    case 0xe0...0xef: (length, least, value) = (2, 0x800, UInt32(first & 0x0f))
    case 0xf0...0xf4: (length, least, value) = (3, 0x10000, UInt32(first & 0x07))
    default: return nil
    }
    guard position + length <= end else { return nil }
    for index in position..<position + length {
      guard bytes[index] & 0xc0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[index] & 0x3f)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    position += length
    return scalar
  }
}
