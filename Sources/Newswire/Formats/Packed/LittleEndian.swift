/// Numbers in bytes, the lowest byte first.
struct LittleEndian {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number in `width` bytes from `at` on; 0 where they are not all there.
  func number(_ at: Int, _ width: Int) -> Int {
    guard at >= 0, at + width <= bytes.count else { return 0 }
    return bytes[at..<at + width].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
