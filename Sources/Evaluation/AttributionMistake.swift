/// A gold attribution that did not come out right, or a statement that stands for none.
package struct AttributionMistake: Sendable {
  package let cause: Cause
  package let gold: AttributionComparison.Side?
  package let predicted: AttributionComparison.Side?
  /// Of the contents, where there are two.
  package let jaccard: Double?

  package enum Cause: String, Sendable, CaseIterable { case missed, sourceWrong, contentWrong, spurious }

  /// Of the gold where there is one.
  package var side: AttributionComparison.Side? { gold ?? predicted }
}

extension AttributionComparison {
  /// What is wrong: first what is wrong with the gold attributions, in their order, then what is spurious.
  package var mistakes: [AttributionMistake] {
    var ofGold = [Pair?](repeating: nil, count: gold.count)
    var isPaired = [Bool](repeating: false, count: predicted.count)
    for pair in pairs {
      ofGold[pair.gold] = pair
      isPaired[pair.predicted] = true
    }
    var mistakes: [AttributionMistake] = []
    for (side, pair) in zip(gold, ofGold) where pair?.isRight != true {
      guard let pair else {
        mistakes.append(AttributionMistake(cause: .missed, gold: side, predicted: nil, jaccard: nil))
        continue
      }
      mistakes.append(
        AttributionMistake(
          cause: pair.hasRightContent ? .sourceWrong : .contentWrong, gold: side, predicted: predicted[pair.predicted],
          jaccard: pair.jaccard))
    }
    for (side, isPaired) in zip(predicted, isPaired) where !isPaired {
      mistakes.append(AttributionMistake(cause: .spurious, gold: nil, predicted: side, jaccard: nil))
    }
    return mistakes
  }
}
