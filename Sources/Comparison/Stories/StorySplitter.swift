/// Splits articles about one matter into the events that they report.
struct StorySplitter {
  let similarities: SimilarityMatrix
  private let recordSimilarities: SimilarityMatrix
  private let vectors: StoryVectors
  private let threshold: Float

  /// An event's articles are at least so many before they can be told from another's.
  private static let leastCamp = 3
  /// Camps are at least this part of all.
  private static let leastShare = 0.12
  /// Up to so many groups, of which the small ones are stragglers, the clustering is cut to find two camps.
  private static let cuts = 2...5
  /// Articles that are alike to this degree are one text; they say nothing about how alike an event's reports are.
  private static let sameText: Float = 0.5
  private static let rounds = 3

  init(_ vectors: StoryVectors, threshold: Float) {
    self.vectors = vectors
    self.threshold = threshold
    similarities = vectors.similarities()
    recordSimilarities = vectors.recordSimilarities()
  }

  func events(in members: [Int]) -> [[Int]] {
    guard let (a, b) = camps(of: members), contrast(a, b) < threshold else { return [members] }
    return events(in: a) + events(in: b)
  }

  /// The two camps into which the members fall most readily; `nil` where one would be too small.
  private func camps(of members: [Int]) -> ([Int], [Int])? {
    guard members.count >= 2 * Self.leastCamp else { return nil }
    let contrasts = vectors.contrasts(among: members)
    let linkage = AverageLinkage(contrasts)
    let least = max(Self.leastCamp, Int((Self.leastShare * Double(members.count)).rounded(.up)))
    for cut in Self.cuts {
      let large = linkage.groups(count: cut).filter { $0.count >= least }
      guard large.count == 2 else { continue }
      guard let (a, b) = settle(large[0], large[1], contrasts), min(a.count, b.count) >= Self.leastCamp else {
        return nil
      }
      return (a.map { members[$0] }, b.map { members[$0] })
    }
    return nil
  }

  /// Puts each, stragglers too, into the camp that it is nearer to; `nil` where that empties one.
  private func settle(_ a: [Int], _ b: [Int], _ contrasts: SimilarityMatrix) -> ([Int], [Int])? {
    var camps = (a, b)
    for _ in 0..<Self.rounds {
      func nearness(_ member: Int, _ camp: [Int]) -> Float {
        let others = camp.filter { $0 != member }
        return others.isEmpty ? 0 : others.reduce(0) { $0 + contrasts[member, $1] } / Float(others.count)
      }
      let isFirst = (0..<contrasts.count).map { nearness($0, camps.0) >= nearness($0, camps.1) }
      let next = (isFirst.indices.filter { isFirst[$0] }, isFirst.indices.filter { !isFirst[$0] })
      if next == camps { break }
      if next.0.isEmpty || next.1.isEmpty { return nil }
      camps = next
    }
    return camps
  }

  private func contrast(_ a: [Int], _ b: [Int]) -> Float {
    func within(_ camp: [Int]) -> Float {
      var sum: Float = 0
      var pairs: Float = 0
      for (place, first) in camp.enumerated() {
        for second in camp[(place + 1)...] where similarities[first, second] < Self.sameText {
          sum += similarities[first, second]
          pairs += 1
        }
      }
      return pairs == 0 ? Self.sameText : sum / pairs
    }
    func between(_ matrix: SimilarityMatrix) -> Float {
      a.reduce(0) { sum, first in b.reduce(sum) { $0 + matrix[first, $1] } } / Float(a.count * b.count)
    }
    let inside = (within(a) * within(b)).squareRoot()
    return inside == 0 ? .infinity : between(recordSimilarities) * between(similarities) / inside
  }
}
