/// How well groups of articles agree with the events that they report (B-cubed, Bagga and Baldwin 1998).
package struct ClusterScore: Sendable, Equatable {
  /// An article: what it reports, as people say and as a system does, and the topic within which events are easily taken for
  /// one another.
  package struct Item: Sendable, Hashable {
    package var gold: String
    package var predicted: Int
    package var topic: String?

    package init(gold: String, predicted: Int, topic: String? = nil) {
      self.gold = gold
      self.predicted = predicted
      self.topic = topic
    }
  }

  package let articles: Int
  package let events: Int
  package let groups: Int
  /// Over articles: how much of an article's group is of its event, and how much of its event is in its group.
  package let precision: Double
  package let recall: Double
  /// Of the pairs of a topic that report the same event, those in one group.
  package let joined: Double
  /// Of the pairs of a topic that report different events, those in one group.
  package let falselyMerged: Double

  package var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

  package init(_ items: [Item]) {
    struct Cell: Hashable {
      var gold: String
      var predicted: Int
    }
    func counts<Key: Hashable>(_ key: (Item) -> Key) -> [Key: Int] {
      items.reduce(into: [:]) { $0[key($1), default: 0] += 1 }
    }
    let gold = counts(\.gold)
    let predicted = counts(\.predicted)
    let cells = counts { Cell(gold: $0.gold, predicted: $0.predicted) }
    articles = items.count
    events = gold.count
    groups = predicted.count
    let total = Double(max(1, items.count))
    precision =
      items.reduce(0) { sum, item in
        sum + Double(cells[Cell(gold: item.gold, predicted: item.predicted)] ?? 0)
          / Double(predicted[item.predicted] ?? 1)
      } / total
    recall =
      items.reduce(0) { sum, item in
        sum + Double(cells[Cell(gold: item.gold, predicted: item.predicted)] ?? 0) / Double(gold[item.gold] ?? 1)
      } / total

    var (same, sameJoined, different, differentJoined) = (0, 0, 0, 0)
    for members in Dictionary(grouping: items.filter { $0.topic != nil }, by: \.topic).values {
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...] {
          let isJoined = first.predicted == second.predicted ? 1 : 0
          if first.gold == second.gold {
            same += 1
            sameJoined += isJoined
          } else {
            different += 1
            differentJoined += isJoined
          }
        }
      }
    }
    joined = same == 0 ? 0 : Double(sameJoined) / Double(same)
    falselyMerged = different == 0 ? 0 : Double(differentJoined) / Double(different)
  }
}
