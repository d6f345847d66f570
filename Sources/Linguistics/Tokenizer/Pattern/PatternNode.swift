/// A piece of a regular expression.
indirect enum PatternNode: Sendable {
  case empty
  case scalar(UInt32)
  case set(ScalarSet)
  /// Any character but a line feed.
  case any
  case sequence([PatternNode])
  /// The first that leads to a match counts.
  case alternatives([PatternNode])
  case repetition(PatternNode, atLeast: Int, atMost: Int?, isLazy: Bool)
  /// `^`, `\A`.
  case start
  /// `$`: the end, or before a last line feed.
  case end
  /// `\Z`.
  case absoluteEnd
  case wordBoundary(isNegated: Bool)
  case lookAhead(PatternNode, isNegated: Bool)
  case lookBehind(PatternNode, isNegated: Bool)

  /// The fewest and the most characters matched; `nil` where there is no limit.
  var width: (least: Int, most: Int?) {
    switch self {
    case .scalar, .set, .any: return (1, 1)
    case .sequence(let nodes):
      var least = 0
      var most: Int? = 0
      for node in nodes {
        let width = node.width
        least += width.least
        most = most.flatMap { sum in width.most.map { sum + $0 } }
      }
      return (least, most)
    case .alternatives(let nodes):
      var least = Int.max
      var most: Int? = 0
      for node in nodes {
        let width = node.width
        least = min(least, width.least)
        most = most.flatMap { largest in width.most.map { max(largest, $0) } }
      }
      return (least, most)
    case .repetition(let node, let atLeast, let atMost, _):
      let width = node.width
      let most: Int? = if let atMost, let most = width.most { most * atMost } else { width.most == 0 ? 0 : nil }
      return (width.least * atLeast, most)
    default: return (0, 0)
    }
  }

  /// The characters that a match can begin with, as sorted or unsorted ranges, and whether it can be empty.
  var first: (ranges: [ClosedRange<UInt32>], isNullable: Bool) {
    switch self {
    case .scalar(let scalar): return ([scalar...scalar], false)
    case .set(let set): return (set.isExplicit ? set.ranges : [0...0x10_ffff], false)
    case .any: return ([0...0x10_ffff], false)
    case .sequence(let nodes):
      var ranges: [ClosedRange<UInt32>] = []
      for node in nodes {
        let first = node.first
        ranges += first.ranges
        if !first.isNullable { return (ranges, false) }
      }
      return (ranges, true)
    case .alternatives(let nodes):
      var ranges: [ClosedRange<UInt32>] = []
      var isNullable = false
      for node in nodes {
        let first = node.first
        ranges += first.ranges
        isNullable = isNullable || first.isNullable
      }
      return (ranges, isNullable)
    case .repetition(let node, let atLeast, _, _):
      let first = node.first
      return (first.ranges, atLeast == 0 || first.isNullable)
    default: return ([], true)
    }
  }

  /// All characters that a match can hold.
  var consumed: [ClosedRange<UInt32>] {
    switch self {
    case .scalar(let scalar): [scalar...scalar]
    case .set(let set): set.isExplicit ? set.ranges : [0...0x10_ffff]
    case .any: [0...0x10_ffff]
    case .sequence(let nodes), .alternatives(let nodes): nodes.flatMap(\.consumed)
    case .repetition(let node, _, _, _): node.consumed
    default: []
    }
  }

  /// The single characters that every match holds.
  var required: Set<UInt32> {
    switch self {
    case .scalar(let scalar): return [scalar]
    case .sequence(let nodes): return nodes.reduce(into: []) { $0.formUnion($1.required) }
    case .alternatives(let nodes):
      guard var common = nodes.first?.required else { return [] }
      for node in nodes.dropFirst() where !common.isEmpty { common.formIntersection(node.required) }
      return common
    case .repetition(let node, let atLeast, _, _): return atLeast > 0 ? node.required : []
    default: return []
    }
  }

  /// Whether a match must stand at the start.
  var isAnchoredAtStart: Bool {
    switch self {
    case .start: true
    case .sequence(let nodes): nodes.first?.isAnchoredAtStart ?? false
    case .alternatives(let nodes): nodes.allSatisfy(\.isAnchoredAtStart)
    default: false
    }
  }

  /// Whether a match must end at the end, or before a last line feed.
  var isAnchoredAtEnd: Bool {
    switch self {
    case .end, .absoluteEnd: true
    case .sequence(let nodes): nodes.last?.isAnchoredAtEnd ?? false
    case .alternatives(let nodes): nodes.allSatisfy(\.isAnchoredAtEnd)
    default: false
    }
  }

  /// The number of repetitions with many turns, and whether one of them can take a turn without a character.
  var loops: (count: Int, areNullable: Bool) {
    switch self {
    case .sequence(let nodes), .alternatives(let nodes):
      return nodes.reduce((0, false)) { sum, node in
        let loops = node.loops
        return (sum.0 + loops.count, sum.1 || loops.areNullable)
      }
    case .repetition(let node, _, let atMost, _):
      let loops = node.loops
      let isLoop = (atMost ?? .max) >= 8
      return (
        loops.count + (isLoop ? 1 : 0), loops.areNullable || atMost == nil && node.width.least == 0
      )
    default: return (0, false)
    }
  }
}
