import Record

#if canImport(Glibc)
  internal import Glibc
#endif

/// What an article's story is known by: names, figures, days and events from its readout, and words as support. At most
/// ``limit`` features, those that weigh most, each with a weight by how often and how early it comes.
///
/// A feature's weight is `log(1 + Σ kind · (1 + 3·e^(-w/60)))` over its mentions, `w` the number of words before it and `kind` 3 for
/// names and facts (2 for events), 1 for words and pairs; kept in steps of 1/32.
public struct StoryFeatures: Sendable, Hashable {
  public static let limit = 256
  static let weightSteps = 32.0

  /// By ascending key.
  public let features: [StoryFeature]
  /// A weight for each feature, above 0, in steps of 1/32.
  let steps: [UInt8]

  public init(_ readout: Readout) {
    self.init(readout, words: WordList(readout.document.text))
  }

  package init(_ readout: Readout, words list: WordList) {
    var collector = FeatureCollector(readout, list)
    collector.collect()
    self.init(collector.weights)
  }

  /// - Parameter weights: for each feature, the sum of its mentions' weights.
  package init(_ weights: [StoryFeature: Double]) {
    let heaviest = weights.sorted { ($1.value, $0.key.key) < ($0.value, $1.key.key) }.prefix(Self.limit)
    let kept = heaviest.sorted { $0.key.key < $1.key.key }
    features = kept.map(\.key)
    steps = kept.map { UInt8(max(1, min(255, (log(1 + $0.value) * Self.weightSteps).rounded()))) }
  }

  func weight(at index: Int) -> Double { Double(steps[index]) / Self.weightSteps }
}

extension StoryFeatures {
  /// For storage: five bytes a feature, its key (little-endian) and its weight.
  public var bytes: [UInt8] {
    zip(features, steps).flatMap { feature, step in
      (0..<4).map { UInt8(truncatingIfNeeded: feature.key >> (8 * UInt32($0))) } + [step]
    }
  }

  /// Reads what ``bytes`` gives; `nil` where it is not of that form.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count % 5 == 0, bytes.count <= 5 * Self.limit else { return nil }
    var features: [StoryFeature] = []
    var steps: [UInt8] = []
    var key: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      if index % 5 < 4 {
        key = key >> 8 | UInt32(byte) << 24
      } else {
        features.append(StoryFeature(key: key))
        steps.append(byte)
      }
    }
    guard zip(features, features.dropFirst()).allSatisfy({ $0.key < $1.key }), !steps.contains(0) else { return nil }
    self.features = features
    self.steps = steps
  }
}
