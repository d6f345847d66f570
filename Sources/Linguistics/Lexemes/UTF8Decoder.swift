/// Reads characters from UTF-8 bytes. What is not UTF-8 is read byte by byte as U+FFFD.
enum UTF8Decoder {
  /// The character at `position`, which is moved past it; `position` must be in `bytes`.
  @inline(__always)
  static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32 {
    let first = bytes[position]
    position += 1
    return first < 0x80 ? UInt32(first) : rest(first, bytes, &position)
  }

  private static func rest(_ first: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32 {
    let length: Int
    var scalar: UInt32
    switch first {
    case 0xc2...0xdf: (length, scalar) = (1, UInt32(first & 0x1f))
    case 0xe0...0xef: (length, scalar) = (2, UInt32(first & 0x0f))
    case 0xf0...0xf4: (length, scalar) = (3, UInt32(first & 0x07))
    default: return 0xfffd
    }
    guard position + length <= bytes.count else { return 0xfffd }
    for index in position..<position + length {
      guard bytes[index] & 0xc0 == 0x80 else { return 0xfffd }
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3f)
    }
    position += length
    return scalar
  }
}
