/// A cursor over MessagePack bytes that reads one item after another and builds no tree.
///
/// Every read is bounds-checked and throws a ``ModelError`` that names the file and the offset; no bytes make it crash.
/// Format: <https://github.com/msgpack/msgpack/blob/master/spec.md>. Extension types are refused.
package struct MessagePackReader: Sendable {
  /// The bytes read from.
  package let bytes: [UInt8]
  /// The offset of the next byte.
  package private(set) var position: Int
  /// What errors name.
  package let file: String

  /// The deepest nesting that is read; more is taken for damage.
  package static let maximalDepth = 64

  package init(_ bytes: [UInt8], at position: Int = 0, file: String) {
    self.bytes = bytes
    self.position = position
    self.file = file
  }

  /// Whether all bytes have been read.
  package var isAtEnd: Bool { position >= bytes.count }

  /// What the next item is; reads its head, so that the content of a string, array or map follows.
  package mutating func readHead() throws(ModelError) -> MessagePackHead {
    let at = position
    let first = try UInt8(truncatingIfNeeded: readBigEndian(1))
    switch first {
    case 0x00...0x7f: return .uint(UInt64(first))
    case 0x80...0x8f: return .map(try checked(Int(first & 0x0f), itemBytes: 2))
    case 0x90...0x9f: return .array(try checked(Int(first & 0x0f), itemBytes: 1))
    case 0xa0...0xbf: return .string(try take(Int(first & 0x1f)))
    case 0xc0: return .nil
    case 0xc2: return .bool(false)
    case 0xc3: return .bool(true)
    case 0xc4: return .binary(try take(readCount(1)))
    case 0xc5: return .binary(try take(readCount(2)))
    case 0xc6: return .binary(try take(readCount(4)))
    case 0xca: return .double(Double(Float(bitPattern: UInt32(truncatingIfNeeded: try readBigEndian(4)))))
    case 0xcb: return .double(Double(bitPattern: try readBigEndian(8)))
    case 0xcc: return .uint(try readBigEndian(1))
    case 0xcd: return .uint(try readBigEndian(2))
    case 0xce: return .uint(try readBigEndian(4))
    case 0xcf: return .uint(try readBigEndian(8))
    case 0xd0: return .int(Int64(Int8(truncatingIfNeeded: try readBigEndian(1))))
    case 0xd1: return .int(Int64(Int16(truncatingIfNeeded: try readBigEndian(2))))
    case 0xd2: return .int(Int64(Int32(truncatingIfNeeded: try readBigEndian(4))))
    case 0xd3: return .int(Int64(bitPattern: try readBigEndian(8)))
    case 0xd9: return .string(try take(readCount(1)))
    case 0xda: return .string(try take(readCount(2)))
    case 0xdb: return .string(try take(readCount(4)))
    case 0xdc: return .array(try checked(readCount(2), itemBytes: 1))
    case 0xdd: return .array(try checked(readCount(4), itemBytes: 1))
    case 0xde: return .map(try checked(readCount(2), itemBytes: 2))
    case 0xdf: return .map(try checked(readCount(4), itemBytes: 2))
    case 0xe0...0xff: return .int(Int64(Int8(bitPattern: first)))
    default: throw error("a value of the unsupported type 0x\(String(first, radix: 16))", at: at)
    }
  }

  /// Reads one item with all that it holds.
  package mutating func readValue() throws(ModelError) -> MessagePackValue { try readValue(depth: 0) }

  /// Steps over one item with all that it holds.
  package mutating func skip() throws(ModelError) {
    // Heads alone are counted: no recursion, so no limit on depth is needed.
    var left = 1
    while left > 0 {
      left -= 1
      switch try readHead() {
      case .array(let count): left += count
      case .map(let count): left += 2 * count
      default: break
      }
    }
  }

  /// Reads the head of a map and gives the number of its pairs. `what` is named where there is something else.
  package mutating func readMapCount(_ what: String) throws(ModelError) -> Int {
    let at = position
    guard case .map(let count) = try readHead() else { throw error("no map where \(what) should be", at: at) }
    return count
  }

  /// Reads the head of an array and gives the number of its elements.
  package mutating func readArrayCount(_ what: String) throws(ModelError) -> Int {
    let at = position
    guard case .array(let count) = try readHead() else { throw error("no list where \(what) should be", at: at) }
    return count
  }

  /// Reads a string and gives the range of its bytes, which are not validated.
  package mutating func readStringRange(_ what: String) throws(ModelError) -> Range<Int> {
    let at = position
    guard case .string(let range) = try readHead() else { throw error("no string where \(what) should be", at: at) }
    return range
  }

  /// Reads `count` strings and calls `body` with the range of each and all bytes.
  mutating func readStrings(
    _ count: Int, _ what: String, _ body: (Range<Int>, UnsafeBufferPointer<UInt8>) -> Void
  ) throws(ModelError) {
    var left = count
    while left > 0 {
      // The short strings, which most are, go in one run without a head being built for each.
      position = bytes.withUnsafeBufferPointer { all in
        var at = position
        while left > 0, at < all.count, all[at] & 0xe0 == 0xa0 {
          let range = at + 1..<at + 1 + Int(all[at] & 0x1f)
          guard range.upperBound <= all.count else { break }
          body(range, all)
          at = range.upperBound
          left -= 1
        }
        return at
      }
      if left > 0 {
        let range = try readStringRange(what)
        bytes.withUnsafeBufferPointer { body(range, $0) }
        left -= 1
      }
    }
  }

  /// Reads a string.
  package mutating func readString(_ what: String) throws(ModelError) -> String {
    try string(readStringRange(what))
  }

  /// Reads an integer that is not negative.
  package mutating func readUInt(_ what: String) throws(ModelError) -> UInt64 {
    let at = position
    switch try readHead() {
    case .uint(let value): return value
    case .int(let value) where value >= 0: return UInt64(value)
    default: throw error("no number from 0 up where \(what) should be", at: at)
    }
  }

  /// The string in a range of the bytes, which must be UTF-8.
  package func string(_ range: Range<Int>) throws(ModelError) -> String {
    guard let string = String(validating: bytes[range], as: UTF8.self) else {
      throw error("a string that is not UTF-8", at: range.lowerBound)
    }
    return string
  }

  /// An error that says where the damage is.
  package func error(_ found: String, at offset: Int) -> ModelError {
    ModelError(
      file: file, message: "found \(found), at byte \(offset); the file is damaged, install the model again")
  }

  private mutating func readValue(depth: Int) throws(ModelError) -> MessagePackValue {
    let at = position
    switch try readHead() {
    case .nil: return .nil
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .uint(let value): return .uint(value)
    case .double(let value): return .double(value)
    case .string(let range): return .string(try string(range))
    case .binary(let range): return .binary(Array(bytes[range]))
    case .array(let count):
      guard depth < Self.maximalDepth else { throw error("lists nested too deep", at: at) }
      var values: [MessagePackValue] = []
      // A count is only a claim, so no more is set aside than a small file would need.
      values.reserveCapacity(min(count, 1024))
      for _ in 0..<count { values.append(try readValue(depth: depth + 1)) }
      return .array(values)
    case .map(let count):
      guard depth < Self.maximalDepth else { throw error("maps nested too deep", at: at) }
      var pairs: [MessagePackValue.Pair] = []
      pairs.reserveCapacity(min(count, 1024))
      for _ in 0..<count {
        let key = try readValue(depth: depth + 1)
        pairs.append(MessagePackValue.Pair(key: key, value: try readValue(depth: depth + 1)))
      }
      return .map(pairs)
    }
  }

  private mutating func readBigEndian(_ width: Int) throws(ModelError) -> UInt64 {
    let range = try take(width)
    var value: UInt64 = 0
    for index in range { value = value << 8 | UInt64(bytes[index]) }
    return value
  }

  private mutating func readCount(_ width: Int) throws(ModelError) -> Int { Int(try readBigEndian(width)) }

  private mutating func take(_ count: Int) throws(ModelError) -> Range<Int> {
    guard position <= bytes.count, count <= bytes.count - position else {
      throw error("an end where \(count) more bytes should be", at: position)
    }
    defer { position += count }
    return position..<position + count
  }

  private func checked(_ count: Int, itemBytes: Int) throws(ModelError) -> Int {
    guard count <= (bytes.count - position) / itemBytes else {
      throw error("a list of \(count) items in fewer bytes", at: position)
    }
    return count
  }
}
