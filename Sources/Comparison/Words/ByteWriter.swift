/// Writes numbers and strings as bytes that ``ByteReader`` reads.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first; small numbers of either sign are short.
  mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> (Int.bitWidth - 1))))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ string: String) {
    write(string.utf8.count)
    bytes += string.utf8
  }

  /// As it stands, the lowest byte first.
  mutating func write<Number: FixedWidthInteger>(key: Number) {
    for byte in 0..<Number.bitWidth / 8 { bytes.append(UInt8(truncatingIfNeeded: key >> (8 * byte))) }
  }

  /// Something that may be missing.
  mutating func write<Value>(_ value: Value?, _ body: (inout ByteWriter, Value) -> Void) {
    bytes.append(value == nil ? 0 : 1)
    if let value { body(&self, value) }
  }

  mutating func write<Element>(_ elements: some Collection<Element>, _ body: (inout ByteWriter, Element) -> Void) {
    write(elements.count)
    for element in elements { body(&self, element) }
  }
}
