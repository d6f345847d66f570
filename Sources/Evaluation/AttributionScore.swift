/// The figures of a corpus: the counts of its articles summed, then divided.
package struct AttributionScore: Sendable {
  package private(set) var articles = 0
  package private(set) var pairs = 0
  /// By role, in characters: the union over an article's statements.
  package private(set) var source = Rate()
  package private(set) var cue = Rate()
  package private(set) var content = Rate()
  /// C: pairs whose contents share at least half of what they hold together.
  package private(set) var found = Rate()
  /// C+S: and the right source.
  package private(set) var right = Rate()
  /// C+S*: the same over those with a source.
  package private(set) var sourced = Rate()
  package private(set) var exact = Rate()
  /// What became of the gold attributions.
  package private(set) var fates = Fates()
  /// C and C+S by kind: recall by the gold's kind, precision by the prediction's.
  package private(set) var contentKinds: [ContentKind: KindRates] = [:]
  package private(set) var cueKinds: [CueKind: KindRates] = [:]
  package private(set) var reliability = Reliability()
  private var jaccardSum = 0.0

  /// How many gold attributions came out how.
  package struct Fates: Sendable, Equatable {
    package var right = 0
    package var sourceWrong = 0
    package var contentWrong = 0
    package var missed = 0
  }

  /// Those of one kind.
  package struct KindRates: Sendable, Equatable {
    package var found = Rate()
    package var right = Rate()
    package init() {}
  }

  package init() {}

  /// The mean Jaccard index of the pairs' contents.
  package var meanJaccard: Double { pairs == 0 ? 0 : jaccardSum / Double(pairs) }

  /// Adds an article.
  package mutating func add(_ article: AttributionComparison) {
    articles += 1
    Self.add(article, \.source, to: &source)
    Self.add(article, \.cue, to: &cue)
    Self.add(article, \.content, to: &content)
    let goldSourced = article.gold.count { !$0.source.isEmpty }
    let predictedSourced = article.predicted.count { !$0.source.isEmpty }
    let (gold, predicted) = (article.gold.count, article.predicted.count)
    found.add(Rate(right: article.pairs.count { $0.hasRightContent }, predicted: predicted, gold: gold))
    right.add(Rate(right: article.pairs.count { $0.isRight }, predicted: predicted, gold: gold))
    exact.add(Rate(right: article.pairs.count { $0.isExact }, predicted: predicted, gold: gold))
    let sourcedPairs = article.pairs.count { $0.hasRightContent && $0.sharesSource }
    sourced.add(Rate(right: sourcedPairs, predicted: predictedSourced, gold: goldSourced))
    pairs += article.pairs.count
    for pair in article.pairs {
      jaccardSum += pair.jaccard
      if pair.isRight {
        fates.right += 1
      } else if pair.hasRightContent {
        fates.sourceWrong += 1
      } else {
        fates.contentWrong += 1
      }
    }
    fates.missed += gold - article.pairs.count
    addKinds(article)
  }

  private static func add(
    _ article: AttributionComparison, _ role: KeyPath<AttributionComparison.Side, CharacterRanges>, to rate: inout Rate
  ) {
    let gold = CharacterRanges(article.gold.flatMap { $0[keyPath: role].ranges })
    let predicted = CharacterRanges(article.predicted.flatMap { $0[keyPath: role].ranges })
    rate.add(Rate(right: gold.sharedCount(with: predicted), predicted: predicted.count, gold: gold.count))
  }

  private mutating func addKinds(_ article: AttributionComparison) {
    var ofGold = [AttributionComparison.Pair?](repeating: nil, count: article.gold.count)
    var ofPredicted = [AttributionComparison.Pair?](repeating: nil, count: article.predicted.count)
    for pair in article.pairs {
      ofGold[pair.gold] = pair
      ofPredicted[pair.predicted] = pair
    }
    for (side, pair) in zip(article.gold, ofGold) {
      let (found, right) = (pair?.hasRightContent == true, pair?.isRight == true)
      contentKinds[side.contentKind, default: KindRates()].addGold(found: found, right: right)
      cueKinds[side.cueKind, default: KindRates()].addGold(found: found, right: right)
    }
    for (side, pair) in zip(article.predicted, ofPredicted) {
      let (found, right) = (pair?.hasRightContent == true, pair?.isRight == true)
      contentKinds[side.contentKind, default: KindRates()].addPredicted(found: found, right: right)
      cueKinds[side.cueKind, default: KindRates()].addPredicted(found: found, right: right)
      if let confidence = side.statement.confidence {
        reliability.add(confidence: confidence, hasRightContent: found, isRight: right)
      }
    }
  }
}

extension AttributionScore.KindRates {
  fileprivate mutating func addGold(found isFound: Bool, right isRight: Bool) {
    found.gold += 1
    right.gold += 1
    found.rightOfGold += isFound ? 1 : 0
    right.rightOfGold += isRight ? 1 : 0
  }

  fileprivate mutating func addPredicted(found isFound: Bool, right isRight: Bool) {
    found.predicted += 1
    right.predicted += 1
    found.rightOfPredicted += isFound ? 1 : 0
    right.rightOfPredicted += isRight ? 1 : 0
  }
}

extension Rate {
  fileprivate mutating func add(_ other: Rate) {
    rightOfPredicted += other.rightOfPredicted
    predicted += other.predicted
    rightOfGold += other.rightOfGold
    gold += other.gold
  }
}
