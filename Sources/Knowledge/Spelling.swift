/// What stays of a name when its case, accents, punctuation and a leading "the" are left aside, as a hash.
///
/// "Türkiye" and "TURKIYE" spell alike, as do "U.N." and "UN", "Guinea-Bissau" and "Guinea Bissau". A person's name
/// leaves aside more: the joints of its words ("Nak-yeon", "Nak Yeon"), Arabic articles ("el-Sisi", "al-Sisi") and
/// initials in the middle.
struct Spelling: Hashable {
  /// 64 bits of FNV-1a: a word of a text has the hash of one of 2¹⁵ names that it is not about once in 2⁴⁹ words.
  let hash: UInt64

  /// The spelling of a thing's name: its words stay apart.
  init(_ name: Folding) {
    var hasher = Hasher()
    for index in (name.beginsWithThe ? 1 : 0)..<name.words.count {
      if hasher.hasBegun { hasher.combine(UInt8(ascii: " ")) }
      for place in name.words[index] { hasher.combine(name.bytes[place]) }
    }
    hash = hasher.value
  }

  /// The spelling of a person's name.
  init(person name: Folding) {
    var hasher = Hasher()
    for index in name.words.indices {
      let isLast = index == name.words.count - 1
      if !isLast, name.isArticle(index) || (index > 0 && name.words[index].count == 1) { continue }
      for place in name.words[index] { hasher.combine(name.bytes[place]) }
    }
    hash = hasher.value
  }

  /// The spelling of the first and the last word of a person's name; `nil` where there is nothing between them.
  init?(personWithoutMiddle name: Folding) {
    guard name.words.count > 2, let first = name.words.first, let last = name.words.last else { return nil }
    var hasher = Hasher()
    for byte in name.bytes[first] { hasher.combine(byte) }
    for byte in name.bytes[last] { hasher.combine(byte) }
    hash = hasher.value
  }

  /// The spelling of a run of small-letter words that grows by the word, periods left aside.
  struct Words {
    private var hasher = Hasher()
    var value: UInt64 { hasher.value }

    mutating func combine(_ word: some Sequence<UInt8>) {
      if hasher.hasBegun { hasher.combine(UInt8(ascii: " ")) }
      for byte in word where byte != UInt8(ascii: ".") { hasher.combine(byte) }
    }
  }

  /// FNV-1a, 64 bits (Fowler, Noll and Vo).
  private struct Hasher {
    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private(set) var value = seed
    var hasBegun: Bool { value != Self.seed }
    mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}
