/// Lines two sequences of words up, as patience diff does: runs of words that occur once in both are anchors, the longest
/// ascending chain of them holds, and between two anchors shorter runs are tried.
///
/// O(n log n); not always the shortest difference, but one that keeps passages whole.
struct WordMatcher {
  struct Gap: Equatable {
    var first: Range<Int>
    var second: Range<Int>
  }

  private let first: [UInt64]
  private let second: [UInt64]
  private var found: [Gap] = []

  /// The lengths of the runs that are tried, one after the other.
  private static let widths = [6, 3, 1]

  init(_ first: [UInt64], _ second: [UInt64]) {
    self.first = first
    self.second = second
  }

  /// The stretches that have no counterpart, in order.
  mutating func gaps() -> [Gap] {
    found = []
    match(Gap(first: 0..<first.count, second: 0..<second.count), level: 0)
    return found
  }

  private mutating func match(_ gap: Gap, level: Int) {
    var gap = gap
    // What the two begin and end with alike.
    while let a = gap.first.first, let b = gap.second.first, first[a] == second[b] {
      gap = Gap(first: a + 1..<gap.first.upperBound, second: b + 1..<gap.second.upperBound)
    }
    while let a = gap.first.last, let b = gap.second.last, first[a] == second[b] {
      gap = Gap(first: gap.first.lowerBound..<a, second: gap.second.lowerBound..<b)
    }
    if gap.first.isEmpty && gap.second.isEmpty { return }
    guard level < Self.widths.count, !gap.first.isEmpty, !gap.second.isEmpty else {
      found.append(gap)
      return
    }
    let anchors = anchors(in: gap, width: Self.widths[level])
    var from = (gap.first.lowerBound, gap.second.lowerBound)
    for anchor in anchors {
      // An earlier anchor may have grown over this one.
      guard anchor.0 >= from.0, anchor.1 >= from.1 else { continue }
      match(Gap(first: from.0..<anchor.0, second: from.1..<anchor.1), level: level + 1)
      var end = anchor
      while end.0 < gap.first.upperBound, end.1 < gap.second.upperBound, first[end.0] == second[end.1] {
        end = (end.0 + 1, end.1 + 1)
      }
      from = end
    }
    match(Gap(first: from.0..<gap.first.upperBound, second: from.1..<gap.second.upperBound), level: level + 1)
  }

  /// Where runs begin that occur once in each part: the longest chain that ascends in both.
  private func anchors(in gap: Gap, width: Int) -> [(Int, Int)] {
    let ofFirst = unique(first, gap.first, width)
    let ofSecond = unique(second, gap.second, width)
    let pairs = ofFirst.compactMap { key, place in ofSecond[key].map { (place, $0) } }.sorted { $0.0 < $1.0 }
    // The longest increasing subsequence of the second places.
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for index in pairs.indices {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].1 < pairs[index].1 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var chain: [(Int, Int)] = []
    var index = tails.last ?? -1
    while index >= 0 {
      chain.append(pairs[index])
      index = before[index]
    }
    return chain.reversed()
  }

  private func unique(_ words: [UInt64], _ part: Range<Int>, _ width: Int) -> [UInt64: Int] {
    guard part.count >= width else { return [:] }
    var places: [UInt64: Int] = [:]
    for (offset, key) in Shingles.of(Array(words[part]), width: width).enumerated() {
      places[key] = places[key] == nil ? part.lowerBound + offset : -1
    }
    return places.filter { $0.value >= 0 }
  }
}
