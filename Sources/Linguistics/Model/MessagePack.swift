/// A MessagePack item with all that it holds.
package enum MessagePackValue: Sendable, Hashable {
  /// One entry of a map.
  package struct Pair: Sendable, Hashable {
    package let key: MessagePackValue
    package let value: MessagePackValue

    package init(key: MessagePackValue, value: MessagePackValue) {
      self.key = key
      self.value = value
    }
  }

  case `nil`
  case bool(Bool)
  /// A signed integer; one that is not negative may also come as ``uint(_:)``.
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case binary([UInt8])
  case array([MessagePackValue])
  /// The entries in file order; keys may be of any kind.
  case map([Pair])

  /// Reads the one item that `bytes` hold. `file` is what errors name.
  package init(_ bytes: [UInt8], file: String) throws(ModelError) {
    var reader = MessagePackReader(bytes, file: file)
    self = try reader.readValue()
    guard reader.isAtEnd else { throw reader.error("more bytes than one value", at: reader.position) }
  }

  /// The value of the first entry whose key is the string or the binary `key`; `nil` where this is no map.
  package subscript(key: String) -> MessagePackValue? {
    guard case .map(let pairs) = self else { return nil }
    for pair in pairs {
      switch pair.key {
      case .string(let string) where string == key: return pair.value
      case .binary(let bytes) where bytes.elementsEqual(key.utf8): return pair.value
      default: continue
      }
    }
    return nil
  }

  /// The element at `index`; `nil` where this is no list or a shorter one.
  package subscript(index: Int) -> MessagePackValue? {
    guard case .array(let values) = self, values.indices.contains(index) else { return nil }
    return values[index]
  }

  /// The string, if this is one.
  package var string: String? { if case .string(let value) = self { value } else { nil } }
  /// The truth value, if this is one.
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The bytes, if this is a binary.
  package var binary: [UInt8]? { if case .binary(let value) = self { value } else { nil } }
  /// The elements, if this is a list.
  package var array: [MessagePackValue]? { if case .array(let value) = self { value } else { nil } }
  /// The entries, if this is a map.
  package var map: [Pair]? { if case .map(let value) = self { value } else { nil } }

  /// The number, if this is an integer that fits `Int`.
  package var int: Int? {
    switch self {
    case .int(let value): Int(value)
    case .uint(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The number as 64 bits; a negative integer is its two's complement.
  package var uint: UInt64? {
    switch self {
    case .int(let value): UInt64(bitPattern: value)
    case .uint(let value): value
    default: nil
    }
  }

  /// The number, if this is one of any kind.
  package var double: Double? {
    switch self {
    case .double(let value): value
    case .int(let value): Double(value)
    case .uint(let value): Double(value)
    default: nil
    }
  }
}
