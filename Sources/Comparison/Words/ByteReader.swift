/// Reads what ``ByteWriter`` writes. Bytes that it did not write give `nil`, never a crash.
struct ByteReader {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  var isAtEnd: Bool { bytes.isEmpty }

  mutating func number() -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = bytes.popFirst(), shift < 64 {
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value >> 1) ^ -Int64(value & 1)) }
      shift += 7
    }
    return nil
  }

  mutating func string() -> String? {
    guard let count = number(), count >= 0, count <= bytes.count else { return nil }
    defer { bytes = bytes.dropFirst(count) }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  mutating func key<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number? {
    let count = Number.bitWidth / 8
    guard bytes.count >= count else { return nil }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count).reversed().reduce(0) { $0 << 8 | Number($1) }
  }

  /// - Returns: `nil` where the bytes are damaged, `.some(nil)` where the value is missing.
  mutating func optional<Value>(_ body: (inout ByteReader) -> Value?) -> Value?? {
    switch bytes.popFirst() {
    case 0: .some(nil)
    case 1: body(&self).map { .some($0) }
    default: nil
    }
  }

  mutating func list<Element>(_ body: (inout ByteReader) -> Element?) -> [Element]? {
    guard let count = number(), count >= 0, count <= bytes.count else { return nil }
    var elements: [Element] = []
    for _ in 0..<count {
      guard let element = body(&self) else { return nil }
      elements.append(element)
    }
    return elements
  }
}
