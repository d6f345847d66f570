/// The immutable store behind a ``Doc``: the columns, and the walks over the tree laid out flat.
final class DocStorage: Sendable {
  let columns: Columns
  let count: Int
  let sentences: [Range<Int>]
  let sentenceOfToken: [Int32]
  let entityOfToken: [Int32]
  /// Each token in lower case.
  let lowerWords: [String]
  /// The lemmas of `columns.lemmaNames` in lower case.
  let lowerLemmas: [String]
  /// The children of token `i` are `childList[childStarts[i]..<childStarts[i + 1]]`, in text order.
  let childStarts: [Int32]
  let childList: [Int32]
  /// The first and the last token of each token's subtree.
  let leftEdges: [Int32]
  let rightEdges: [Int32]

  init(_ columns: Columns) {
    self.columns = columns
    count = columns.starts.count
    let n = count

    var sentences: [Range<Int>] = []
    var sentenceOfToken = [Int32](repeating: 0, count: n)
    var start = 0
    for i in 0..<n {
      if i > start, columns.isSentenceStart[i] {
        sentences.append(start..<i)
        start = i
      }
      sentenceOfToken[i] = Int32(sentences.count)
    }
    if start < n { sentences.append(start..<n) }
    self.sentences = sentences
    self.sentenceOfToken = sentenceOfToken

    var entityOfToken = [Int32](repeating: -1, count: n)
    for (index, entity) in columns.entities.enumerated() {
      for token in entity.tokens { entityOfToken[token] = Int32(index) }
    }
    self.entityOfToken = entityOfToken

    lowerWords = (0..<n).map { Self.lower(columns.utf8[Int(columns.starts[$0])..<Int(columns.ends[$0])]) }
    lowerLemmas = columns.lemmaNames.map { $0.lowercased() }

    var childStarts = [Int32](repeating: 0, count: n + 1)
    for i in 0..<n where Int(columns.heads[i]) != i { childStarts[Int(columns.heads[i]) + 1] += 1 }
    for i in 0..<n { childStarts[i + 1] += childStarts[i] }
    var next = childStarts
    var childList = [Int32](repeating: 0, count: Int(childStarts[n]))
    for i in 0..<n where Int(columns.heads[i]) != i {
      let head = Int(columns.heads[i])
      childList[Int(next[head])] = Int32(i)
      next[head] += 1
    }
    self.childStarts = childStarts
    self.childList = childList

    // From the leaves up, each token once, so that no tree is too deep.
    var leftEdges = (0..<n).map { Int32($0) }
    var rightEdges = leftEdges
    var waiting = (0..<n).map { childStarts[$0 + 1] - childStarts[$0] }
    var ready = (0..<n).filter { waiting[$0] == 0 }
    while let child = ready.popLast() {
      let head = Int(columns.heads[child])
      guard head != child else { continue }
      leftEdges[head] = min(leftEdges[head], leftEdges[child])
      rightEdges[head] = max(rightEdges[head], rightEdges[child])
      waiting[head] -= 1
      if waiting[head] == 0 { ready.append(head) }
    }
    self.leftEdges = leftEdges
    self.rightEdges = rightEdges
  }

  /// A word in lower case.
  private static func lower(_ word: ArraySlice<UInt8>) -> String {
    guard word.allSatisfy({ $0 < 0x80 }) else { return String(decoding: word, as: UTF8.self).lowercased() }
    return String(unsafeUninitializedCapacity: word.count) { lower in
      for (place, byte) in word.enumerated() { lower[place] = byte &- 0x41 < 26 ? byte | 0x20 : byte }
      return word.count
    }
  }
}
