/// Agglomerative clustering by the mean similarity between groups (UPGMA), by chains of nearest neighbours: O(n²).
struct AverageLinkage {
  private struct Merge {
    var first: Int
    var second: Int
    var similarity: Float
  }

  private let count: Int
  /// By falling similarity.
  private let merges: [Merge]

  init(_ similarities: SimilarityMatrix) {
    count = similarities.count
    var matrix = similarities
    var sizes = [Float](repeating: 1, count: count)
    var isActive = [Bool](repeating: true, count: count)
    var merges: [Merge] = []
    var chain: [Int] = []
    while merges.count + 1 < count {
      if chain.isEmpty, let start = isActive.firstIndex(of: true) { chain = [start] }
      while let tip = chain.last {
        let previous = chain.count > 1 ? chain[chain.count - 2] : -1
        var nearest = previous
        var best = previous >= 0 ? matrix[tip, previous] : -.infinity
        for other in 0..<matrix.count where isActive[other] && other != tip && matrix[tip, other] > best {
          best = matrix[tip, other]
          nearest = other
        }
        if nearest != previous {
          chain.append(nearest)
          continue
        }
        let (kept, gone) = (min(tip, previous), max(tip, previous))
        merges.append(Merge(first: kept, second: gone, similarity: best))
        for other in 0..<matrix.count where isActive[other] && other != kept && other != gone {
          let sum = matrix[kept, other] * sizes[kept] + matrix[gone, other] * sizes[gone]
          matrix[kept, other] = sum / (sizes[kept] + sizes[gone])
        }
        sizes[kept] += sizes[gone]
        isActive[gone] = false
        chain.removeLast(2)
        break
      }
    }
    self.merges = merges.enumerated().sorted {
      ($1.element.similarity, $0.offset) < ($0.element.similarity, $1.offset)
    }.map(\.element)
  }

  /// The groups whose parts are at least so similar to each other.
  func groups(from threshold: Float) -> [[Int]] {
    var sets = DisjointSets(count: count)
    for merge in merges where merge.similarity >= threshold { sets.join(merge.first, merge.second) }
    return sets.groups()
  }

  /// The last so many groups before all were joined.
  func groups(count wanted: Int) -> [[Int]] {
    var sets = DisjointSets(count: count)
    for merge in merges.prefix(max(0, count - wanted)) { sets.join(merge.first, merge.second) }
    return sets.groups()
  }
}
