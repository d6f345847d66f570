#if canImport(Glibc)
  internal import Glibc
#endif

/// Some articles as vectors over the features that at least two of them share, and the similarities between them.
///
/// A feature weighs its weight in the article times the logarithm of how rare it is in the whole collection.
struct StoryVectors {
  struct Entry {
    var article: Int32
    var weight: Float
  }

  /// For each feature that several have, who has it with what weight.
  private var postings: [(entries: [Entry], kind: StoryFeature.Kind)] = []
  /// The squares of the articles' lengths in the features of each kind, by kind.
  private var squares: [[Float]]
  let count: Int

  init(_ articles: [StoryFeatures], frequencies: FeatureFrequencies) {
    count = articles.count
    squares = Array(repeating: Array(repeating: 0, count: count), count: StoryFeature.Kind.allCases.count)
    var order: [(feature: StoryFeature, entry: Entry)] = []
    order.reserveCapacity(articles.reduce(0) { $0 + $1.features.count })
    for (index, article) in articles.enumerated() {
      for place in article.features.indices {
        let feature = article.features[place]
        order.append((feature, Entry(article: Int32(index), weight: Float(article.weight(at: place)))))
      }
    }
    order.sort { ($0.feature.key, $0.entry.article) < ($1.feature.key, $1.entry.article) }
    var start = 0
    while start < order.count {
      let feature = order[start].feature
      var end = start
      while end < order.count, order[end].feature == feature { end += 1 }
      let rarity = Float(frequencies.rarity(of: feature))
      if rarity > 0 {
        let kind = feature.kind
        var entries = order[start..<end].map(\.entry)
        for index in entries.indices {
          entries[index].weight *= rarity
          squares[Int(kind.rawValue)][Int(entries[index].article)] += entries[index].weight * entries[index].weight
        }
        if entries.count > 1 { postings.append((entries, kind)) }
      }
      start = end
    }
  }

  /// An article's squared length in features of these kinds.
  private func square(_ article: Int, _ kinds: [StoryFeature.Kind]) -> Float {
    kinds.reduce(0) { $0 + squares[Int($1.rawValue)][article] }
  }

  /// The cosines over the features of these kinds.
  func similarities(_ kinds: [StoryFeature.Kind]) -> SimilarityMatrix {
    var matrix = SimilarityMatrix(count: count)
    for posting in postings where kinds.contains(posting.kind) { matrix.add(posting.entries) }
    matrix.divide(by: (0..<count).map { square($0, kinds).squareRoot() })
    return matrix
  }

  /// The cosines among `members` with each feature weighed also by how rare it is among them: what they all have in common, being
  /// about the same matter, counts for nothing.
  ///
  /// - Parameter members: in ascending order.
  func contrasts(among members: [Int], _ kinds: [StoryFeature.Kind]) -> SimilarityMatrix {
    var places = [Int32](repeating: -1, count: count)
    for (place, member) in members.enumerated() { places[member] = Int32(place) }
    var matrix = SimilarityMatrix(count: members.count)
    var squares = members.map { square($0, kinds) }
    // What only one of all has lies outside the postings; it weighs as what one of the members has.
    let alone = Float(log(Double(members.count + 1)))
    var outside = squares
    for posting in postings where kinds.contains(posting.kind) {
      let entries = posting.entries.compactMap { entry -> Entry? in
        let place = places[Int(entry.article)]
        return place < 0 ? nil : Entry(article: place, weight: entry.weight)
      }
      guard !entries.isEmpty else { continue }
      let rarity = Float(log(Double(members.count + 1) / Double(entries.count)))
      for entry in entries {
        outside[Int(entry.article)] -= entry.weight * entry.weight
        squares[Int(entry.article)] += entry.weight * entry.weight * (rarity * rarity - 1)
      }
      if entries.count > 1 {
        matrix.add(entries.map { Entry(article: $0.article, weight: $0.weight * rarity) })
      }
    }
    for index in squares.indices {
      squares[index] = max(0, squares[index] + max(0, outside[index]) * (alone * alone - 1)).squareRoot()
    }
    matrix.divide(by: squares)
    return matrix
  }
}
