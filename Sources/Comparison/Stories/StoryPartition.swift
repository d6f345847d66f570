/// Articles in groups that report the same event.
///
/// Two steps. Average-link clustering over all features puts articles together that are about the same matter. Then each such group
/// is split in two as long as it falls apart: with what all have in common left out, its articles form two camps, and
/// these camps differ in *names and facts* and not only in words. Two earthquakes of one island are one matter to their words; day,
/// strength and villages tell them apart.
public struct StoryPartition: Sendable {
  /// The articles' positions in the input, each group in ascending order, by their first member.
  public let groups: [[Int]]

  /// What holds a group together and what splits it.
  public struct Thresholds: Sendable, Hashable {
    /// The mean similarity that articles about one matter have.
    public var matter: Double
    /// The likeness under which two camps are two events: the mean similarity between them in names and facts, times the same with
    /// what all have in common left out, times the cube root of the ratio of similarity in facts between them to that within them,
    /// times `√(1/m + 1/n)` for camps of m and n articles.
    public var likeness: Double

    public init(matter: Double = 0.06, likeness: Double = 0.0045) {
      self.matter = matter
      self.likeness = likeness
    }
  }

  /// - Parameters:
  ///   - frequencies: those of the collection that the articles belong to; of the articles themselves where `nil`.
  public init(
    _ articles: [StoryFeatures], frequencies: FeatureFrequencies? = nil, thresholds: Thresholds = Thresholds()
  ) {
    let frequencies = frequencies ?? FeatureFrequencies(articles)
    groups = Self.groups(of: articles, frequencies, thresholds) { $0 }
  }

  /// - Parameter choose: of which of the matters, as they are put together first, the events are wanted.
  static func groups(
    of articles: [StoryFeatures], _ frequencies: FeatureFrequencies, _ thresholds: Thresholds,
    choose: ([[Int]]) -> [[Int]]
  ) -> [[Int]] {
    // In an order of their own, so that the order of the input cannot show.
    let order = articles.indices.sorted { (articles[$0], $0) < (articles[$1], $1) }
    let vectors = StoryVectors(order.map { articles[$0] }, frequencies: frequencies)
    let splitter = StorySplitter(vectors, threshold: Float(thresholds.likeness))
    var places = [Int](repeating: 0, count: order.count)
    for (place, article) in order.enumerated() { places[article] = place }
    let matters = AverageLinkage(splitter.similarities).groups(from: Float(thresholds.matter))
    return choose(matters.map { $0.map { order[$0] } }).flatMap { splitter.events(in: $0.map { places[$0] }.sorted()) }
      .map { $0.map { order[$0] }.sorted() }.sorted { $0[0] < $1[0] }
  }
}

extension StoryFeatures: Comparable {
  /// An order without meaning that depends on nothing but the features.
  public static func < (a: StoryFeatures, b: StoryFeatures) -> Bool {
    a.features.lexicographicallyPrecedes(b.features) { $0.key < $1.key }
      || a.features == b.features && a.steps.lexicographicallyPrecedes(b.steps)
  }
}
