/// The special cases that can also come about from several tokens: a trie over the tokens that their strings would be
/// split into without them (spaCy's `_special_matcher`).
struct SpecialSequences: Sendable {
  private var words = ByteTable()
  /// The next node by node and word.
  private var steps: [UInt64: Int32] = [:]
  private var isEnd: [Bool] = [false]

  init() {}

  var isEmpty: Bool { steps.isEmpty }

  mutating func add(_ tokens: [[UInt8]]) {
    if tokens.isEmpty { return }
    var node: Int32 = 0
    for token in tokens {
      let word = token.withUnsafeBufferPointer { words.number(of: $0).number }
      let key = Self.key(node, Int32(word))
      if let next = steps[key] {
        node = next
      } else {
        node = Int32(isEnd.count)
        isEnd.append(false)
        steps[key] = node
      }
    }
    isEnd[Int(node)] = true
  }

  /// The number of a word, or -1 where no sequence has it.
  func word(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    words.find(bytes, hash: ByteTable.hash(bytes)).map(Int32.init) ?? -1
  }

  /// Whether a sequence can begin with a word.
  func canStart(with word: Int32) -> Bool { word >= 0 && steps[Self.key(0, word)] != nil }

  /// The node after `node` and `word`; the root is 0.
  func step(_ node: Int32, _ word: Int32) -> Int32? { word < 0 ? nil : steps[Self.key(node, word)] }

  /// Whether a sequence ends at `node`.
  func ends(at node: Int32) -> Bool { isEnd[Int(node)] }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
