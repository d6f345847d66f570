#if canImport(Glibc)
  internal import Glibc
#endif

/// In how many articles of a collection each feature is: what makes a feature rare, and so telling.
public struct FeatureFrequencies: Sendable {
  /// The number of articles counted.
  public private(set) var articles = 0
  private var counts: [UInt32: Int32] = [:]

  public init() {}

  public init(_ articles: some Sequence<StoryFeatures>) {
    for article in articles { add(article) }
  }

  public mutating func add(_ article: StoryFeatures) {
    articles += 1
    for feature in article.features { counts[feature.key, default: 0] += 1 }
  }

  /// The number of articles that have the feature.
  public subscript(feature: StoryFeature) -> Int { Int(counts[feature.key] ?? 0) }

  /// As if so many articles more were there without it: what a record says is telling also while the collection is small, and only
  /// words wait for numbers to show which of them are common.
  private static let assumedArticles = 100

  /// The natural logarithm of how rare a feature is; 0 for what all have.
  func rarity(of feature: StoryFeature) -> Double {
    let total = articles + (feature.isOfRecord ? Self.assumedArticles : 0)
    return log(Double(max(1, total)) / Double(max(1, min(self[feature], total))))
  }
}
