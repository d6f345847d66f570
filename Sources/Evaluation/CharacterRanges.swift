/// A set of character positions: sorted half-open ranges that neither overlap nor touch.
package struct CharacterRanges: Sendable, Equatable {
  package private(set) var ranges: [Range<Int>]
  /// How many positions it holds.
  package private(set) var count: Int

  /// The union of `ranges`, in whatever order they come.
  package init(_ ranges: some Sequence<Range<Int>>) {
    self.ranges = []
    count = 0
    for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound {
        self.ranges[self.ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
    for range in self.ranges { count += range.count }
  }

  package var isEmpty: Bool { ranges.isEmpty }

  /// How many positions both hold.
  package func sharedCount(with other: CharacterRanges) -> Int {
    var shared = 0
    var (a, b) = (0, 0)
    while a < ranges.count, b < other.ranges.count {
      let (mine, theirs) = (ranges[a], other.ranges[b])
      shared += max(0, min(mine.upperBound, theirs.upperBound) - max(mine.lowerBound, theirs.lowerBound))
      if mine.upperBound < theirs.upperBound { a += 1 } else { b += 1 }
    }
    return shared
  }

  /// What both hold of all that either holds, 0 to 1; 0 where both are empty.
  package func jaccard(_ other: CharacterRanges) -> Double {
    let shared = sharedCount(with: other)
    return shared == 0 ? 0 : Double(shared) / Double(count + other.count - shared)
  }
}
