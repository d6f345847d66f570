/// The 64-bit ids by which spaCy knows strings: a number for a reserved symbol, a hash for any other string.
///
/// Source: spaCy 3.8, `strings.pyx`; the hash is MurmurHash2 64A of the UTF-8 bytes with seed 1.
package enum StringID {
  /// The id of a string; 0 for the empty one.
  package static func id(of string: String) -> UInt64 {
    var string = string
    return string.withUTF8 { id(of: $0) }
  }

  /// The id of the string with the UTF-8 bytes `bytes`; 0 for none.
  package static func id(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if bytes.isEmpty { return 0 }
    let hash = murmur64A(bytes, seed: 1)
    return symbols.id(hash: hash, length: bytes.count) ?? hash
  }

  /// MurmurHash2 64A, little-endian.
  static func murmur64A(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
    let m: UInt64 = 0xc6a4_a793_5bd1_e995
    var hash = seed ^ (UInt64(bytes.count) &* m)
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return hash }
    let blocks = bytes.count / 8
    for block in 0..<blocks {
      var k = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: block * 8, as: UInt64.self))
      k = k &* m
      k ^= k >> 47
      k = k &* m
      hash = (hash ^ k) &* m
    }
    let tail = bytes.count & 7
    if tail > 0 {
      var k: UInt64 = 0
      for index in 0..<tail { k |= UInt64(bytes[blocks * 8 + index]) << UInt64(8 * index) }
      hash = (hash ^ k) &* m
    }
    hash ^= hash >> 47
    hash = hash &* m
    return hash ^ (hash >> 47)
  }

  private static let symbols = SymbolTable()

  /// The reserved symbols by the hash of their names.
  private struct SymbolTable: Sendable {
    private var slots = [(hash: UInt64, id: UInt16)](repeating: (0, 0), count: 2048)
    private var longest = 0

    init() {
      var id: UInt16 = 0
      for name in StringSymbols.names.split(whereSeparator: \.isWhitespace) {
        id += 1
        var name = String(name)
        longest = max(longest, name.utf8.count)
        let hash = name.withUTF8 { murmur64A($0, seed: 1) }
        var slot = Int(truncatingIfNeeded: hash & 2047)
        while slots[slot].id != 0 { slot = (slot + 1) & 2047 }
        slots[slot] = (hash, id)
      }
    }

    func id(hash: UInt64, length: Int) -> UInt64? {
      if length > longest { return nil }
      var slot = Int(truncatingIfNeeded: hash & 2047)
      while slots[slot].id != 0 {
        if slots[slot].hash == hash { return UInt64(slots[slot].id) }
        slot = (slot + 1) & 2047
      }
      return nil
    }
  }
}
