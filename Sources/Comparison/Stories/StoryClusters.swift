/// Stories that grow article by article: each new one is held against the few that share rare features with it, and these with it are
/// partitioned anew (``StoryPartition``).
///
/// What a small group cannot show, more articles can: two events of one matter part once each has some reports. Then
/// articles that were put together change their story, which ``Placement/moved`` tells. The outcome depends somewhat on the order
/// of arrival. Adding one takes time that grows only slowly with the number of articles, for features that many have are not
/// looked up.
public struct StoryClusters: Sendable {
  /// Where an article was put.
  public struct Placement: Sendable, Hashable {
    /// The article's number, from 0, in the order of arrival.
    public var article: Int
    public var story: Int
    /// Whether no other article is in the story.
    public var isNew: Bool
    /// Earlier articles whose story is another now.
    public var moved: [Int]
  }

  private let thresholds: StoryPartition.Thresholds
  private var articles: [StoryFeatures] = []
  private var stories: [Int] = []
  /// By story, the number of its articles.
  private var sizes: [Int] = []
  private var frequencies = FeatureFrequencies()
  /// Who has a feature, while few have it; pairs of words are left out, being too many.
  private var holders: [UInt32: [Int32]] = [:]

  /// With so many an article is compared.
  static let neighbours = 40
  /// A feature is looked up while no more than this part of the articles has it, or so many.
  static let rareShare = 0.01
  static let rareCount = 30

  public init(thresholds: StoryPartition.Thresholds = .init()) {
    self.thresholds = thresholds
  }

  /// The number of articles.
  public var count: Int { articles.count }

  /// The number of an article's story.
  public func story(of article: Int) -> Int { stories[article] }

  /// The stories' articles in order of arrival, by the story's number.
  public var groups: [[Int]] {
    var groups: [Int: [Int]] = [:]
    for (article, story) in stories.enumerated() { groups[story, default: []].append(article) }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  @discardableResult
  public mutating func add(_ features: StoryFeatures) -> Placement {
    let article = articles.count
    frequencies.add(features)
    let compared = nearest(to: features) + [article]
    articles.append(features)
    for feature in features.features where feature.kind != .pair {
      holders[feature.key, default: []].append(Int32(article))
    }
    stories.append(-1)
    let partition = StoryPartition(
      compared.map { articles[$0] }, frequencies: frequencies, thresholds: thresholds)
    let moved = settle(partition.groups.map { $0.map { compared[$0] } })
    let story = stories[article]
    return Placement(
      article: article, story: story, isNew: sizes[story] == 1, moved: moved.filter { $0 != article }.sorted())
  }

  /// Gives each group the story that most of its articles have, the larger share first; a group whose story another has taken
  /// becomes a new one. Returns whose story is another now.
  private mutating func settle(_ groups: [[Int]]) -> [Int] {
    var claims: [(share: Int, story: Int, group: Int)] = []
    for (index, group) in groups.enumerated() {
      let shares = group.reduce(into: [Int: Int]()) { $0[stories[$1], default: 0] += 1 }
      for (story, share) in shares where story >= 0 { claims.append((share, story, index)) }
    }
    claims.sort { ($1.share, $0.story, $0.group) < ($0.share, $1.story, $1.group) }
    var taken: Set<Int> = []
    var names: [Int: Int] = [:]
    for claim in claims where names[claim.group] == nil && taken.insert(claim.story).inserted {
      names[claim.group] = claim.story
    }
    var moved: [Int] = []
    for (index, group) in groups.enumerated() {
      let story = names[index] ?? sizes.count
      if story == sizes.count { sizes.append(0) }
      for article in group where stories[article] != story {
        if stories[article] >= 0 { sizes[stories[article]] -= 1 }
        stories[article] = story
        sizes[story] += 1
        moved.append(article)
      }
    }
    return moved
  }

  /// The articles that share most of the rare features, by what these weigh.
  private func nearest(to features: StoryFeatures) -> [Int] {
    let limit = max(Self.rareCount, Int(Self.rareShare * Double(articles.count)))
    var scores: [Int32: Float] = [:]
    for index in features.features.indices {
      let feature = features.features[index]
      guard let holders = holders[feature.key], holders.count <= limit else { continue }
      let rarity = Float(frequencies.rarity(of: feature))
      let score = rarity * rarity * Float(features.weight(at: index))
      for holder in holders { scores[holder, default: 0] += score }
    }
    return scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.neighbours).map { Int($0.key) }
  }
}
