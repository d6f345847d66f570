/// Precision, recall and their harmonic mean, from counts.
package struct Rate: Sendable, Equatable {
  /// How many predictions are right, and how many there are.
  package var rightOfPredicted = 0
  package var predicted = 0
  /// How many gold ones are found, and how many there are.
  package var rightOfGold = 0
  package var gold = 0

  package init() {}

  package init(right: Int, predicted: Int, gold: Int) {
    rightOfPredicted = right
    self.predicted = predicted
    rightOfGold = right
    self.gold = gold
  }

  package var precision: Double { predicted == 0 ? 0 : Double(rightOfPredicted) / Double(predicted) }
  package var recall: Double { gold == 0 ? 0 : Double(rightOfGold) / Double(gold) }
  package var f1: Double {
    let (precision, recall) = (precision, recall)
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }
}
