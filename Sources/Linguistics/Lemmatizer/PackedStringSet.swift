/// A set of the strings of a MessagePack list, which stay where they are in the bytes.
struct PackedStringSet: Sendable {
  /// Offsets of strings with their lengths, 0 for none.
  private var slots: [UInt64]
  private let mask: Int

  /// Room for `count` strings.
  init(count: Int) {
    var size = 16
    while size * 3 < count * 4 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size * 2)
    mask = size * 2 - 1
  }

  /// Adds the string at `range`, which ``find(_:in:)`` then gives for equal bytes; the first of equal ones counts.
  @inline(__always)
  mutating func insert(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    let hash = ByteTable.hash(UnsafeBufferPointer(rebasing: bytes[range]))
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt64(range.lowerBound) << 32 | UInt64(range.count)
  }

  /// The range of a string equal to `key` in the bytes that the set was made of.
  func find(_ key: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var slot = Int(truncatingIfNeeded: ByteTable.hash(key)) & mask
    while slots[slot] != 0 {
      let start = Int(slots[slot] >> 32)
      let length = Int(slots[slot] & 0xffff_ffff)
      if length == key.count, bytes[start..<start + length].elementsEqual(key) { return start..<start + length }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
