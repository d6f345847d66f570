/// Finds the rows that a name stands for, whatever its accents and punctuation.
///
/// Case counts where it tells a name from a word: "US" is not "us" and "Turkey" not "turkey", but "TURKEY" and "Nato" are found.
struct NameIndex: Sendable {
  private struct Entry {
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

    init(_ name: some Sequence<UInt8>) {
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
  private var spellings: [UInt64: Int32] = [:]

  /// Makes room for `count` names.
  mutating func reserveCapacity(_ count: Int) {
    entries.reserveCapacity(count)
    spellings.reserveCapacity(count)
  }

  /// Lets `name` stand for `row`, after the rows that it stands for already.
  mutating func insert(_ name: String, row: Int, folding: inout Folding) {
    folding.read(name.utf8)
    insert(Spelling(folding), letters: Letters(Self.withoutArticle(name)), row: row)
  }

  /// Lets a person's `name` stand for `row`; case does not count.
  mutating func insert(person name: String, row: Int, folding: inout Folding) {
    folding.read(name.utf8)
    insert(Spelling(person: folding), letters: .small, row: row)
    guard name.utf8.contains(where: { $0 >= 0x80 }) else { return }
    folding.read(name.utf8, umlauts: true)
    insert(Spelling(person: folding), letters: .small, row: row)
  }

  private mutating func insert(_ spelling: Spelling, letters: Letters, row: Int) {
    let new = Int32(truncatingIfNeeded: entries.count)
    if var last = spellings[spelling.hash] {
      while true {
        if entries[Int(last)].row == row, entries[Int(last)].letters == letters { return }
        guard entries[Int(last)].next >= 0 else { break }
        last = entries[Int(last)].next
      }
      entries[Int(last)].next = new
    } else {
      spellings[spelling.hash] = new
    }
    entries.append(Entry(row: Int32(truncatingIfNeeded: row), letters: letters, next: -1))
  }

  /// The rows that `name` stands for, in the order in which they were inserted.
  func rows(named name: String) -> [Int] {
    var folding = Folding()
    folding.read(name.utf8)
    let letters = Letters(Self.withoutArticle(name))
    return rows(Spelling(folding)) { entry in
      switch entry {
      case .small: true
      case .capitalized: letters != .small
      // British papers write "Nato" and "Opec", but no "Us".
      case .capitals: letters == .capitals || (letters == .capitalized && name.utf8.count > 3)
      }
    }
  }

  /// The rows that a person's `name` stands for.
  func rows(person name: String) -> [Int] {
    var folding = Folding()
    folding.read(name.utf8)
    return rows(Spelling(person: folding)) { _ in true }
  }

  /// The rows that the first and last words of a person's `name` of three words or more stand for.
  func rows(personWithoutMiddle name: String) -> [Int] {
    var folding = Folding()
    folding.read(name.utf8)
    guard let spelling = Spelling(personWithoutMiddle: folding) else { return [] }
    return rows(spelling) { _ in true }
  }

  private func rows(_ spelling: Spelling, where fits: (Letters) -> Bool) -> [Int] {
    var rows: [Int] = []
    var next = spellings[spelling.hash] ?? -1
    while next >= 0 {
      let entry = entries[Int(next)]
      if fits(entry.letters), rows.last != Int(entry.row) { rows.append(Int(entry.row)) }
      next = entry.next
    }
    return rows
  }

  private static func withoutArticle(_ name: String) -> Substring.UTF8View {
    let bytes = name[...].utf8
    guard bytes.count > 4, bytes.prefix(4).elementsEqual("the ".utf8) || bytes.prefix(4).elementsEqual("The ".utf8)
    else { return bytes }
    return bytes.dropFirst(4)
  }
}
