/// Similarities between each two of some articles.
struct SimilarityMatrix {
  let count: Int
  private var values: [Float]

  init(count: Int) {
    self.count = count
    values = Array(repeating: 0, count: count * count)
  }

  subscript(a: Int, b: Int) -> Float {
    get { a < b ? values[a * count + b] : values[b * count + a] }
    set { values[min(a, b) * count + max(a, b)] = newValue }
  }

  /// Adds one feature's part, by ascending articles.
  mutating func add(_ entries: [StoryVectors.Entry]) {
    values.withUnsafeMutableBufferPointer { values in
      entries.withUnsafeBufferPointer { entries in
        for first in entries.indices {
          let row = Int(entries[first].article) * count
          let weight = entries[first].weight
          for second in first + 1..<entries.count {
            values[row + Int(entries[second].article)] += weight * entries[second].weight
          }
        }
      }
    }
  }

  mutating func divide(by lengths: [Float]) {
    for a in 0..<count {
      for b in a + 1..<max(a + 1, count) {
        let product = lengths[a] * lengths[b]
        values[a * count + b] = product > 0 ? values[a * count + b] / product : 0
      }
    }
  }

  /// The mean similarity between articles of one group and articles of another.
  func mean(_ a: [Int], _ b: [Int]) -> Float {
    a.reduce(0) { sum, first in b.reduce(sum) { $0 + self[first, $1] } } / Float(max(1, a.count * b.count))
  }

  /// The same for some of the articles, in the order given.
  func part(_ members: [Int]) -> SimilarityMatrix {
    var part = SimilarityMatrix(count: members.count)
    for a in members.indices {
      for b in a + 1..<max(a + 1, members.count) { part[a, b] = self[members[a], members[b]] }
    }
    return part
  }
}
