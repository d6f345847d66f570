import Comparison

/// What adding one article to a large collection costs.
///
/// The articles are made up: each takes 150 features from those of its story (of which each has 20 reports, one after the other) and
/// its region's, and the rest from a vocabulary in which the k-th word is in one of k articles.
struct StoryBenchmark {
  private let articles: Int
  private static let measured = 2000
  private static let reports = 20

  init(articles: Int) { self.articles = max(articles, 1) }

  func run() {
    var clusters = StoryClusters()
    var random = SystemRandomNumberGenerator()
    for number in 0..<articles { clusters.add(article(number, &random)) }
    var times: [Double] = []
    var placed = 0
    for number in articles..<articles + Self.measured {
      let features = article(number, &random)
      let start = Clock.now
      let placement = clusters.add(features)
      times.append(Clock.now - start)
      let isFirst = number % Self.reports == 0
      if placement.isNew == isFirst { placed += 1 }
    }
    times.sort()
    func milliseconds(_ seconds: Double) -> Double { (seconds * 100_000).rounded() / 100 }
    print("articles \(articles)  well placed \(placed) of \(Self.measured)")
    print(
      "adding one, ms: median \(milliseconds(times[Self.measured / 2]))  "
        + "95th percentile \(milliseconds(times[Self.measured * 19 / 20]))  longest \(milliseconds(times[Self.measured - 1]))"
    )
  }

  private func article(_ number: Int, _ random: inout SystemRandomNumberGenerator) -> StoryFeatures {
    var weights: [StoryFeature: Double] = [:]
    let story = UInt64(number / Self.reports)
    for _ in 0..<100 {
      let feature = UInt64.random(in: 0..<140, using: &random)
      let kind: StoryFeature.Kind = feature < 50 ? .name : feature < 70 ? .fact : .word
      weights[StoryFeature(kind, StableHash.mix(story << 8 | feature)), default: 0] += 3
    }
    // Names of a region, which a hundred stories share.
    for _ in 0..<10 {
      let name = UInt64.random(in: 0..<40, using: &random)
      weights[StoryFeature(.name, StableHash.mix(1 << 62 | (story % 500) << 8 | name)), default: 0] += 6
    }
    while weights.count < 200 {
      let rank = 1 / Double.random(in: 0.00001..<1, using: &random)
      weights[StoryFeature(.word, StableHash.mix(1 << 61 | UInt64(rank * 10))), default: 0] += 1
    }
    return StoryFeatures(weights)
  }
}
