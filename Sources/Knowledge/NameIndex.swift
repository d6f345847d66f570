/// Finds the rows that a name stands for, whatever its accents and punctuation.
///
/// Case counts where it tells a name from a word: "US" is not "us" and "Turkey" not "turkey", but "TURKEY" and "Nato" are found.
struct NameIndex: Sendable {
  private struct Entry {
    let hash: UInt64
    let row: Int32
    let letters: Letters
    /// The next entry of the same spelling, or -1.
    var next: Int32
  }

  /// How a name is written.
  private enum Letters {
    /// In capitals alone: "US".
    case capitals
    /// With a capital first: "Turkey".
    case capitalized
    /// With a small letter first: "world body".
    case small

    init(_ name: ArraySlice<UInt8>) {
      var first: UInt8?
      for byte in name {
        switch byte {
        case 0x61...0x7a:
          self = first.map { 0x41...0x5a ~= $0 || $0 >= 0x80 } == true ? .capitalized : .small
          return
        case 0x41...0x5a, 0x80...: first = first ?? byte
        default: break
        }
      }
      self = .capitals
    }
  }

  private var entries: [Entry] = []
  /// An open-addressing table: the first entry of a spelling stands at the slot of its hash or the next free one; -1 is free.
  private var slots: [Int32]

  /// Makes room for about `count` names; more make it grow.
  init(capacity count: Int = 512) {
    entries.reserveCapacity(count)
    slots = Array(repeating: -1, count: 2 << (Int.bitWidth - max(count, 1).leadingZeroBitCount))
  }

  /// Lets `name` stand for `row`, after the rows that it stands for already.
  mutating func insert(_ name: ArraySlice<UInt8>, row: Int, folding: inout Folding) {
    folding.read(name)
    insert(Spelling(folding), letters: Letters(Self.withoutArticle(name)), row: row)
  }

  mutating func insert(_ name: String, row: Int, folding: inout Folding) {
    insert(ArraySlice(name.utf8), row: row, folding: &folding)
  }

  /// Lets a person's `name` stand for `row`; case does not count.
  mutating func insert(person name: ArraySlice<UInt8>, row: Int, folding: inout Folding) {
    folding.read(name)
    insert(Spelling(person: folding), letters: .small, row: row)
    guard name.contains(where: { $0 >= 0x80 }) else { return }
    folding.read(name, umlauts: true)
    insert(Spelling(person: folding), letters: .small, row: row)
  }

  private mutating func insert(_ spelling: Spelling, letters: Letters, row: Int) {
    if 2 * entries.count >= slots.count { grow() }
    let new = Int32(truncatingIfNeeded: entries.count)
    let slot = slot(of: spelling.hash)
    if slots[slot] < 0 {
      slots[slot] = new
    } else {
      var last = Int(slots[slot])
      while true {
        if entries[last].row == row, entries[last].letters == letters { return }
        guard entries[last].next >= 0 else { break }
        last = Int(entries[last].next)
      }
      entries[last].next = new
    }
    entries.append(Entry(hash: spelling.hash, row: Int32(truncatingIfNeeded: row), letters: letters, next: -1))
  }

  /// The slot of the first entry with `hash`, or the free one where it would stand.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0, entries[Int(slots[slot])].hash != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let firsts = slots.filter { $0 >= 0 }
    slots = Array(repeating: -1, count: 2 * slots.count)
    for first in firsts { slots[slot(of: entries[Int(first)].hash)] = first }
  }

  /// The rows that `name` stands for, in the order in which they were inserted.
  func rows(named name: String) -> [Int] {
    var folding = Folding()
    let bytes = ArraySlice(name.utf8)
    folding.read(bytes)
    let letters = Letters(Self.withoutArticle(bytes))
    return rows(Spelling(folding)) { entry in
      switch entry {
      case .small: true
      case .capitalized: letters != .small
      // British papers write "Nato" and "Opec", but no "Us".
      case .capitals: letters == .capitals || (letters == .capitalized && bytes.count > 3)
      }
    }
  }

  /// The rows that a person's `name` stands for.
  func rows(person name: String) -> [Int] {
    var folding = Folding()
    folding.read(ArraySlice(name.utf8))
    return rows(Spelling(person: folding)) { _ in true }
  }

  /// The rows that the first and last words of a person's `name` of three words or more stand for.
  func rows(personWithoutMiddle name: String) -> [Int] {
    var folding = Folding()
    folding.read(ArraySlice(name.utf8))
    guard let spelling = Spelling(personWithoutMiddle: folding) else { return [] }
    return rows(spelling) { _ in true }
  }

  private func rows(_ spelling: Spelling, where fits: (Letters) -> Bool) -> [Int] {
    var rows: [Int] = []
    var next = slots[slot(of: spelling.hash)]
    while next >= 0 {
      let entry = entries[Int(next)]
      if fits(entry.letters), rows.last != Int(entry.row) { rows.append(Int(entry.row)) }
      next = entry.next
    }
    return rows
  }

  private static func withoutArticle(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = name.startIndex
    guard name.count > 4, name[start] | 0x20 == UInt8(ascii: "t"), name[start + 1] == UInt8(ascii: "h"),
      name[start + 2] == UInt8(ascii: "e"), name[start + 3] == UInt8(ascii: " ")
    else { return name }
    return name[(start + 4)...]
  }
}
