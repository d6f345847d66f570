/// Writes MessagePack bytes.
struct MessagePackWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: MessagePackValue) {
    switch value {
    case .nil: bytes.append(0xc0)
    case .bool(let value): bytes.append(value ? 0xc3 : 0xc2)
    case .int(let value): append(0xd3, UInt64(bitPattern: value))
    case .uint(let value): append(0xcf, value)
    case .double(let value): append(0xcb, value.bitPattern)
    case .string(let value):
      append(0xdb, UInt32(value.utf8.count))
      bytes.append(contentsOf: value.utf8)
    case .binary(let value):
      append(0xc6, UInt32(value.count))
      bytes.append(contentsOf: value)
    case .array(let values):
      append(0xdd, UInt32(values.count))
      for value in values { write(value) }
    case .map(let pairs):
      append(0xdf, UInt32(pairs.count))
      for pair in pairs {
        write(pair.key)
        write(pair.value)
      }
    }
  }

  private mutating func append(_ type: UInt8, _ value: some FixedWidthInteger) {
    bytes.append(type)
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }
}

extension MessagePackValue {
  /// A map with string keys.
  static func record(_ members: KeyValuePairs<String, MessagePackValue>) -> MessagePackValue {
    .map(members.map { Pair(key: .string($0.key), value: $0.value) })
  }

  static func ints(_ values: [Int]) -> MessagePackValue { .array(values.map { .int(Int64($0)) }) }
  static func strings(_ values: [String]) -> MessagePackValue { .array(values.map { .string($0) }) }
  static func int(_ value: Int) -> MessagePackValue { .int(Int64(value)) }
}
