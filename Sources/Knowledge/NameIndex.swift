/// Finds the rows that a name stands for, whatever its accents and punctuation.
///
/// Case counts where it tells a name from a word: "US" is not "us" and "Turkey" not "turkey", but "TURKEY" and "Nato" are found.
struct NameIndex: Sendable {
  private struct Entry {
    let hash: UInt64
    let row: Int32
    let letters: NameKey.Letters
    /// The next entry of the same spelling, or -1.
    var next: Int32
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
    let key = NameKey(name, folding)
    insert(key.hash, letters: key.letters, row: row)
  }

  mutating func insert(_ name: String, row: Int, folding: inout Folding) {
    insert(ArraySlice(name.utf8), row: row, folding: &folding)
  }

  /// Lets a person's `name` stand for `row`; case does not count.
  mutating func insert(person name: ArraySlice<UInt8>, row: Int, folding: inout Folding) {
    folding.read(name)
    insert(Spelling(person: folding).hash, letters: .small, row: row)
    guard name.contains(where: { $0 >= 0x80 }) else { return }
    folding.read(name, umlauts: true)
    insert(Spelling(person: folding).hash, letters: .small, row: row)
  }

  private mutating func insert(_ hash: UInt64, letters: NameKey.Letters, row: Int) {
    if 2 * entries.count >= slots.count { grow() }
    let new = Int32(truncatingIfNeeded: entries.count)
    let slot = slot(of: hash)
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
    entries.append(Entry(hash: hash, row: Int32(truncatingIfNeeded: row), letters: letters, next: -1))
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
  func rows(named name: String) -> [Int] { rows(named: NameKey(name)) }

  /// The rows that `name` stands for, in the order in which they were inserted.
  func rows(named name: NameKey) -> [Int] { rows(name.hash) { name.fits($0) } }

  /// The first of the rows that `name` stands for.
  func row(named name: NameKey) -> Int? {
    var next = slots[slot(of: name.hash)]
    while next >= 0 {
      let entry = entries[Int(next)]
      if name.fits(entry.letters) { return Int(entry.row) }
      next = entry.next
    }
    return nil
  }

  /// The rows that a person's `name` stands for.
  func rows(person name: String) -> [Int] {
    var folding = Folding()
    folding.read(ArraySlice(name.utf8))
    return rows(Spelling(person: folding).hash) { _ in true }
  }

  /// The rows that the first and last words of a person's `name` of three words or more stand for.
  func rows(personWithoutMiddle name: String) -> [Int] {
    var folding = Folding()
    folding.read(ArraySlice(name.utf8))
    guard let spelling = Spelling(personWithoutMiddle: folding) else { return [] }
    return rows(spelling.hash) { _ in true }
  }

  private func rows(_ hash: UInt64, where fits: (NameKey.Letters) -> Bool) -> [Int] {
    var rows: [Int] = []
    var next = slots[slot(of: hash)]
    while next >= 0 {
      let entry = entries[Int(next)]
      if fits(entry.letters), rows.last != Int(entry.row) { rows.append(Int(entry.row)) }
      next = entry.next
    }
    return rows
  }
}
