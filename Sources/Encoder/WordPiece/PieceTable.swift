/// The pieces of a vocabulary by their bytes, in one open hash table that points into the vocabulary.
struct PieceTable: Sendable {
  /// A piece's bytes as they are read one after the other: their hash and whether the piece begins a word.
  struct Key {
    fileprivate var hash: UInt64
    private(set) var length = 0

    /// - Parameter isFirst: whether the piece begins a word; others are written with "##" before them.
    init(isFirst: Bool) { hash = isFirst ? 0xcbf2_9ce4_8422_2325 : 0x8422_2325_cbf2_9ce5 }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      hash = (hash ^ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
      length += 1
    }
  }

  private struct Slot {
    var start: UInt32 = 0
    /// Zero where nothing is.
    var length: UInt16 = 0
    var tag: UInt16 = 0
    var id: Int32 = 0
  }

  private let slots: [Slot]
  private let vocabulary: Tensor<UInt8>
  /// The bytes of the longest piece.
  let longest: Int
  /// The number of pieces.
  let count: Int

  /// - Parameter vocabulary: the pieces, one a line, the line's number a piece's own. Those that go on within a word begin
  ///   with "##".
  init(_ vocabulary: Tensor<UInt8>) {
    let bytes = vocabulary.values
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    var size = 64
    while size < lines.count * 2 { size *= 2 }
    var slots = [Slot](repeating: Slot(), count: size)
    var longest = 0
    for (id, line) in lines.enumerated() {
      let isFirst = !(line.count > 2 && line.starts(with: [0x23, 0x23]))
      let piece = isFirst ? line : line.dropFirst(2)
      guard !piece.isEmpty, piece.count <= UInt16.max else { continue }
      var key = Key(isFirst: isFirst)
      for byte in piece { key.append(byte) }
      longest = max(longest, piece.count)
      var slot = Int(truncatingIfNeeded: key.hash) & (size - 1)
      while slots[slot].length > 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(
        start: UInt32(piece.startIndex), length: UInt16(piece.count), tag: UInt16(truncatingIfNeeded: key.hash >> 48),
        id: isFirst ? Int32(id) : ~Int32(id))
    }
    self.slots = slots
    self.vocabulary = vocabulary
    self.longest = longest
    count = lines.count
  }

  /// The number of the piece that `key` has read, its last `key.length` bytes before `end` of `word`; `nil` where the
  /// vocabulary has none.
  @inline(__always)
  func find(_ key: Key, isFirst: Bool, in word: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Int32? {
    let mask = slots.count - 1
    let tag = UInt16(truncatingIfNeeded: key.hash >> 48)
    var number = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let slot = slots[number]
      if slot.length == 0 { return nil }
      if slot.tag == tag, Int(slot.length) == key.length, (slot.id >= 0) == isFirst {
        let start = Int(slot.start)
        let first = end - key.length
        var same = 0
        while same < key.length, vocabulary.values[start + same] == word[first + same] { same += 1 }
        if same == key.length { return isFirst ? slot.id : ~slot.id }
      }
      number = (number + 1) & mask
    }
  }

  /// The number of the piece `text`, which begins a word.
  func find(_ text: String) -> Int32? {
    var key = Key(isFirst: true)
    let bytes = Array(text.utf8)
    for byte in bytes { key.append(byte) }
    return bytes.withUnsafeBufferPointer { find(key, isFirst: true, in: $0, endingAt: $0.count) }
  }
}
