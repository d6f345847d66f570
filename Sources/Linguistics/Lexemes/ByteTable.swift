/// A hash table from byte strings to the numbers 0, 1, 2 … in order of insertion. It owns the bytes.
struct ByteTable: Sendable {
  private struct Entry: Sendable {
    let hash: UInt64
    let start: Int
    let length: Int
  }

  private var slots: [UInt32]
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  private var mask: Int

  init(minimumCapacity: Int = 16) {
    var size = 32
    while size < minimumCapacity * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    mask = size - 1
  }

  var count: Int { entries.count }
  /// The number of bytes held.
  var byteCount: Int { bytes.count }

  /// A hash of `key` and `salt`, as the other methods expect it.
  @inline(__always)
  static func hash(_ key: UnsafeBufferPointer<UInt8>, salt: UInt64 = 0) -> UInt64 {
    let k: UInt64 = 0x9e37_79b9_7f4a_7c15
    var hash = salt ^ UInt64(truncatingIfNeeded: key.count) &* k
    guard let base = UnsafeRawPointer(key.baseAddress) else { return hash }
    let count = key.count
    if count >= 8 {
      var offset = 0
      while offset + 8 <= count {
        hash = mix(hash ^ base.loadUnaligned(fromByteOffset: offset, as: UInt64.self), k)
        offset += 8
      }
      return mix(hash ^ base.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self), 0xd6e8_feb8_6659_fd93)
    }
    var last: UInt64 = 0
    if count >= 4 {
      last =
        UInt64(base.loadUnaligned(as: UInt32.self)) << 32
        | UInt64(base.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    } else {
      for index in 0..<count { last = last << 8 | UInt64(key[index]) }
    }
    return mix(hash ^ last, 0xd6e8_feb8_6659_fd93)
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// The number of `key`, or `nil`.
  @inline(__always)
  func find(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = slots[slot]
      if number == 0 { return nil }
      let entry = entries[Int(number - 1)]
      if entry.hash == hash, entry.length == key.count, isEqual(entry, key) { return Int(number - 1) }
      slot = (slot + 1) & mask
    }
  }

  /// Adds `key`, which must not be there, and gives its number.
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    if entries.count * 2 >= slots.count { grow() }
    entries.append(Entry(hash: hash, start: bytes.count, length: key.count))
    bytes.append(contentsOf: key)
    place(hash, UInt32(entries.count))
    return entries.count - 1
  }

  /// The number of `key`, which is added if need be.
  mutating func number(of key: UnsafeBufferPointer<UInt8>, salt: UInt64 = 0) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(key, salt: salt)
    if let number = find(key, hash: hash) { return (number, false) }
    return (insert(key, hash: hash), true)
  }

  /// Reads the bytes of the string with the number `number`.
  func withBytes<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let entry = entries[number]
    return bytes.withUnsafeBufferPointer { all in
      body(UnsafeBufferPointer(rebasing: all[entry.start..<entry.start + entry.length]))
    }
  }

  /// Forgets everything but keeps the memory.
  mutating func removeAll() {
    for slot in slots.indices { slots[slot] = 0 }
    entries.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private func isEqual(_ entry: Entry, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { all in
      for index in 0..<entry.length where all[entry.start + index] != key[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    for (index, entry) in entries.enumerated() { place(entry.hash, UInt32(index + 1)) }
  }

  private mutating func place(_ hash: UInt64, _ number: UInt32) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = number
  }
}
