/// The immutable store behind a ``Doc``: the columns, and the walks over the tree laid out flat.
final class DocStorage: Sendable {
  let columns: Columns
  let count: Int
  let sentences: [Range<Int>]
  let sentenceOfToken: [Int32]
  let entityOfToken: [Int32]
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

    var leftEdges = (0..<n).map { Int32($0) }
    var rightEdges = leftEdges
    // Each token widens its ancestors until one is wide enough already. Edges only grow, so the work is small in
    // practice; the depth of a tree bounds it.
    for i in 0..<n {
      var child = i
      var head = Int(columns.heads[child])
      while head != child {
        let left = min(leftEdges[head], leftEdges[child])
        let right = max(rightEdges[head], rightEdges[child])
        if left == leftEdges[head], right == rightEdges[head] { break }
        leftEdges[head] = left
        rightEdges[head] = right
        child = head
        head = Int(columns.heads[child])
      }
    }
    self.leftEdges = leftEdges
    self.rightEdges = rightEdges
  }
}
