/// Stories that grow article by article: each new one is held against the stories that share rare features with it, and these are
/// partitioned anew with it (``StoryPartition``).
///
/// What a small group cannot show, more articles can: two events of one matter part once each has some reports. Then
/// articles that were put together change their story, which ``Placement/moved`` tells. Stories with more articles than are
/// compared keep those that they have. Adding one takes time that grows only slowly with the number of articles, for features
/// that many have are not looked up.
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
  /// By story, its articles in the order in which they came to it.
  private var members: [[Int]] = []
  private var frequencies = FeatureFrequencies()
  /// Who has a feature, while few have it; pairs of words are left out, being too many.
  private var holders: [UInt32: [Int32]] = [:]

  /// The stories of so many articles, the nearest, are looked at;
  static let neighbours = 16
  /// of these stories so many articles at most.
  static let compared = 64
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
    let compared = surroundings(of: features) + [article]
    articles.append(features)
    for feature in features.features where feature.kind != .pair {
      holders[feature.key, default: []].append(Int32(article))
    }
    stories.append(-1)
    var touched: Set<Int> = []
    let groups = StoryPartition.groups(of: compared.map { articles[$0] }, frequencies, thresholds) { matters in
      // What the article is about, and what else was put into the stories about that.
      let own = matters.first { $0.contains(compared.count - 1) } ?? []
      touched = Set(own.map { stories[compared[$0]] })
      return matters.filter { $0.contains { touched.contains(stories[compared[$0]]) } }
    }
    // A story of which only a part was compared keeps its articles.
    let counts = compared.reduce(into: [Int: Int]()) { $0[stories[$1], default: 0] += 1 }
    let movable = touched.filter { $0 < 0 || counts[$0] == members[$0].count }
    let moved = settle(groups.map { $0.map { compared[$0] } }, movable: movable)
    let story = stories[article]
    return Placement(
      article: article, story: story, isNew: members[story].count == 1, moved: moved.filter { $0 != article }.sorted())
  }

  /// Gives each group the story that most of its articles have, the larger share first; a group whose story another has taken
  /// becomes a new one. Returns whose story is another now.
  ///
  /// - Parameter movable: the stories that articles may leave.
  private mutating func settle(_ groups: [[Int]], movable: Set<Int>) -> [Int] {
    let shares = groups.map { group in group.reduce(into: [Int: Int]()) { $0[stories[$1], default: 0] += 1 } }
    var claims: [(share: Int, story: Int, group: Int)] = []
    for (group, shares) in shares.enumerated() {
      for (story, share) in shares where story >= 0 { claims.append((share, story, group)) }
    }
    claims.sort { ($1.share, $0.story, $0.group) < ($0.share, $1.story, $1.group) }
    var taken: Set<Int> = []
    var names: [Int: Int] = [:]
    for claim in claims where names[claim.group] == nil && taken.insert(claim.story).inserted {
      names[claim.group] = claim.story
    }
    var moved: [Int] = []
    for (index, group) in groups.enumerated() {
      let leaving = group.filter { stories[$0] != names[index] && movable.contains(stories[$0]) }
      guard !leaving.isEmpty else { continue }
      let story = names[index] ?? members.count
      if story == members.count { members.append([]) }
      for article in leaving {
        if stories[article] >= 0 { members[stories[article]].removeAll { $0 == article } }
        stories[article] = story
        members[story].append(article)
      }
      moved += leaving
    }
    return moved
  }

  /// The articles of the stories nearest to an article, by what the rare features weigh that they share with it.
  private func surroundings(of features: StoryFeatures) -> [Int] {
    let limit = max(Self.rareCount, Int(Self.rareShare * Double(articles.count)))
    var scores: [Int32: Float] = [:]
    for index in features.features.indices {
      let feature = features.features[index]
      guard let holders = holders[feature.key], holders.count <= limit else { continue }
      let rarity = Float(frequencies.rarity(of: feature))
      let score = rarity * rarity * Float(features.weight(at: index))
      for holder in holders { scores[holder, default: 0] += score }
    }
    let ranked = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.compared).map { Int($0.key) }
    var found = Array(ranked.prefix(Self.neighbours))
    var seen = Set(found)
    let near = Set(found.map { stories[$0] })
    // First those that are near themselves.
    for article in ranked where near.contains(stories[article]) && seen.insert(article).inserted {
      found.append(article)
    }
    for story in ranked.prefix(Self.neighbours).map({ stories[$0] }) {
      for article in members[story] where found.count < Self.compared && seen.insert(article).inserted {
        found.append(article)
      }
    }
    return found
  }
}
