#if canImport(Glibc)
  internal import Glibc
#endif

/// Splits articles about one matter into the events that they report.
struct StorySplitter {
  let similarities: SimilarityMatrix
  private let recordSimilarities: SimilarityMatrix
  private let factSimilarities: SimilarityMatrix
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
  /// A similarity that is as good as none: to be so much nearer to nothing is no difference.
  private static let negligible: Float = 0.02

  private static let record: [StoryFeature.Kind] = [.name, .fact]

  init(_ vectors: StoryVectors, threshold: Float) {
    self.vectors = vectors
    self.threshold = threshold
    similarities = vectors.similarities(StoryFeature.Kind.allCases)
    recordSimilarities = vectors.similarities(Self.record)
    factSimilarities = vectors.similarities([.fact])
  }

  /// - Parameter members: in ascending order.
  func events(in members: [Int]) -> [[Int]] {
    guard let camps = camps(of: members), likeness(camps, of: members) < threshold else { return [members] }
    return [camps.0, camps.1].flatMap { camp in events(in: camp.map { members[$0] }) }
  }

  /// The two camps into which the members fall most readily, as positions in `members`; `nil` where one would be too small.
  private func camps(of members: [Int]) -> ([Int], [Int])? {
    guard members.count >= 2 * Self.leastCamp else { return nil }
    let contrasts = vectors.contrasts(among: members, StoryFeature.Kind.allCases)
    let linkage = AverageLinkage(contrasts)
    let least = max(Self.leastCamp, Int((Self.leastShare * Double(members.count)).rounded(.up)))
    for cut in Self.cuts {
      let large = linkage.groups(count: cut).filter { $0.count >= least }
      guard large.count == 2 else { continue }
      let camps = settle(large[0], large[1], contrasts)
      return camps.flatMap { min($0.0.count, $0.1.count) < Self.leastCamp ? nil : $0 }
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

  /// How likely two camps report one event. Each sign alone is misled by some matters, so several have to agree: how alike they are
  /// in names and facts, the same with what all have in common left out, and how alike they are in facts compared with each in
  /// itself. Small camps look more apart than they are.
  private func likeness(_ camps: ([Int], [Int]), of members: [Int]) -> Float {
    let (a, b) = (camps.0.map { members[$0] }, camps.1.map { members[$0] })
    let contrasts = vectors.contrasts(among: members, Self.record)
    let within = (within(a) + Self.negligible) * (within(b) + Self.negligible)
    let facts = (factSimilarities.mean(a, b) + Self.negligible) / within.squareRoot()
    let smallness = (1 / Float(a.count) + 1 / Float(b.count)).squareRoot()
    return recordSimilarities.mean(a, b) * (contrasts.mean(camps.0, camps.1) + Self.negligible) * cbrt(facts)
      * smallness
  }

  /// How alike a camp's articles are in facts.
  private func within(_ camp: [Int]) -> Float {
    var sum: Float = 0
    var pairs: Float = 0
    for (place, first) in camp.enumerated() {
      for second in camp[(place + 1)...] where similarities[first, second] < Self.sameText {
        sum += factSimilarities[first, second]
        pairs += 1
      }
    }
    return pairs == 0 ? Self.sameText : sum / pairs
  }
}
