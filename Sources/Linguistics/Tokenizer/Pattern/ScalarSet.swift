/// A set of characters: what a class of a regular expression matches.
struct ScalarSet: Sendable {
  /// The classes that depend on Unicode's data.
  struct Classes: OptionSet, Sendable {
    let rawValue: UInt8
    static let word = Classes(rawValue: 1)
    static let digit = Classes(rawValue: 2)
    static let space = Classes(rawValue: 4)
    static let notWord = Classes(rawValue: 8)
    static let notDigit = Classes(rawValue: 16)
    static let notSpace = Classes(rawValue: 32)
  }

  /// The explicit ranges, sorted, disjoint, both ends included.
  let ranges: [ClosedRange<UInt32>]
  let classes: Classes
  let isNegated: Bool
  private let asciiLow: UInt64
  private let asciiHigh: UInt64

  init(ranges: [ClosedRange<UInt32>], classes: Classes = [], isNegated: Bool = false) {
    var merged: [ClosedRange<UInt32>] = []
    merged.reserveCapacity(ranges.count)
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
    self.classes = classes
    self.isNegated = isNegated
    var low: UInt64 = 0
    var high: UInt64 = 0
    for range in merged where range.lowerBound < 128 {
      for scalar in range.lowerBound...min(range.upperBound, 127) {
        if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
      }
    }
    if !classes.isEmpty {
      for scalar in UInt32(0)..<128 where Self.holds(classes, scalar) {
        if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
      }
    }
    asciiLow = isNegated ? ~low : low
    asciiHigh = isNegated ? ~high : high
  }

  /// Whether the set is given by its ranges alone.
  var isExplicit: Bool { classes.isEmpty && !isNegated }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return asciiLow >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return asciiHigh >> UInt64(scalar - 64) & 1 == 1 }
    return containsBeyondASCII(scalar)
  }

  private func containsBeyondASCII(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    let found = low < ranges.count && ranges[low].lowerBound <= scalar || Self.holds(classes, scalar)
    return found != isNegated
  }

  private static func holds(_ classes: Classes, _ scalar: UInt32) -> Bool {
    if classes.isEmpty { return false }
    return classes.contains(.word) && ScalarProperties.isWord(scalar)
      || classes.contains(.digit) && ScalarProperties.isDecimal(scalar)
      || classes.contains(.space) && ScalarProperties.isSpace(scalar)
      || classes.contains(.notWord) && !ScalarProperties.isWord(scalar)
      || classes.contains(.notDigit) && !ScalarProperties.isDecimal(scalar)
      || classes.contains(.notSpace) && !ScalarProperties.isSpace(scalar)
  }
}
