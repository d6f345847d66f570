/// A compiled regular expression with the meaning that Python's `re` gives it.
///
/// The first match in reading order counts, and at one place the first alternative that matches. Time is linear in the
/// text for one search: the alternatives worth trying at a place are looked up by the character there, an expression
/// anchored at the end is tried only as far back as a match can reach, and one with several loops remembers its failures.
package struct TextPattern: Sendable {
  private struct Alternative: Sendable {
    let entry: Int
    let remembers: Bool
  }

  private let program: PatternProgram
  private let alternatives: [Alternative]
  /// The alternatives that can begin with the characters from `intervalStarts[i]` to before the next.
  private let intervalStarts: [UInt32]
  private let candidateStarts: [Int32]
  private let candidates: [UInt16]
  /// The intervals of the ASCII characters.
  private let asciiIntervals: [UInt16]
  /// The alternatives that can match nothing, which are all that is left at the end.
  private let nullable: [UInt16]
  private let isAnchoredAtStart: Bool
  /// The most characters of an alternative with a limit, if all alternatives are anchored at the end.
  private let anchoredWidth: Int?
  /// What alternatives anchored at the end and without a limit can hold.
  private let tail: ScalarSet?
  /// A character without which nothing matches.
  private let required: UInt32?

  /// Compiles `source`. `file` is what errors name.
  package init(_ source: String, file: String) throws(ModelError) {
    var parser = PatternParser(source, file: file)
    let node = try parser.parse()
    let nodes: [PatternNode] = if case .alternatives(let nodes) = node { nodes } else { [node] }
    guard nodes.count < Int(UInt16.max) else {
      throw ModelError(file: file, message: "the regular expression has too many alternatives; use another model")
    }
    var program = PatternProgram(file: file)
    var alternatives: [Alternative] = []
    alternatives.reserveCapacity(nodes.count)
    for node in nodes {
      let loops = node.loops
      alternatives.append(
        Alternative(entry: try program.add(node), remembers: loops.count > 1 || loops.areNullable))
    }
    self.program = program
    self.alternatives = alternatives

    var firsts: [(ranges: [ClosedRange<UInt32>], isNullable: Bool)] = []
    var bounds: [UInt32] = [0]
    for node in nodes {
      var first = node.first
      if first.isNullable { first.ranges = [0...0x10_ffff] }
      for range in first.ranges {
        bounds.append(range.lowerBound)
        bounds.append(range.upperBound + 1)
      }
      firsts.append(first)
    }
    bounds.sort()
    var starts: [UInt32] = []
    for bound in bounds where bound != starts.last { starts.append(bound) }
    intervalStarts = starts
    nullable = firsts.indices.filter { firsts[$0].isNullable }.map { UInt16($0) }

    // Counted first, filled after: thousands of little arrays would cost more than the rest of the model's start.
    var counts = [Int32](repeating: 0, count: starts.count + 1)
    var last = [Int32](repeating: -1, count: starts.count)
    for (index, first) in firsts.enumerated() {
      Self.forEachInterval(of: first.ranges, in: starts) { interval in
        if last[interval] != Int32(index) {
          last[interval] = Int32(index)
          counts[interval + 1] += 1
        }
      }
    }
    for interval in 0..<starts.count { counts[interval + 1] += counts[interval] }
    var next = counts
    var candidates = [UInt16](repeating: 0, count: Int(counts[starts.count]))
    last = [Int32](repeating: -1, count: starts.count)
    for (index, first) in firsts.enumerated() {
      Self.forEachInterval(of: first.ranges, in: starts) { interval in
        if last[interval] != Int32(index) {
          last[interval] = Int32(index)
          candidates[Int(next[interval])] = UInt16(index)
          next[interval] += 1
        }
      }
    }
    candidateStarts = counts
    self.candidates = candidates
    asciiIntervals = (UInt32(0)..<128).map { UInt16(Self.interval(of: $0, in: starts)) }

    isAnchoredAtStart = node.isAnchoredAtStart
    if node.isAnchoredAtEnd {
      var width = 0
      var consumed: [ClosedRange<UInt32>] = []
      for node in nodes {
        if let most = node.width.most { width = max(width, most) } else { consumed += node.consumed }
      }
      anchoredWidth = width
      tail = consumed.isEmpty ? nil : ScalarSet(ranges: consumed)
    } else {
      anchoredWidth = nil
      tail = nil
    }
    required = node.required.min()
  }

  private static func forEachInterval(
    of ranges: [ClosedRange<UInt32>], in starts: [UInt32], _ body: (Int) -> Void
  ) {
    for range in ranges {
      var interval = interval(of: range.lowerBound, in: starts)
      while interval < starts.count, starts[interval] <= range.upperBound {
        body(interval)
        interval += 1
      }
    }
  }

  /// The interval that holds `scalar`.
  private static func interval(of scalar: UInt32, in starts: [UInt32]) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// `re.search` on the characters of `text` in `bounds`, which are all that there are for anchors and looks around.
  ///
  /// - Parameter from: Where matches may begin at the earliest.
  package func firstMatch(
    in text: [UInt32], bounds: Range<Int>, from: Int? = nil, matcher: inout PatternMatcher
  ) -> Range<Int>? {
    var position = from ?? bounds.lowerBound
    if isAnchoredAtStart {
      guard position == bounds.lowerBound,
        let end = match(in: text, bounds: bounds, at: position, matcher: &matcher)
      else { return nil }
      return position..<end
    }
    if let anchoredWidth { position = max(position, earliestStart(in: text, bounds: bounds, width: anchoredWidth)) }
    while position < bounds.upperBound {
      if let end = tryAlternatives(in: text, bounds: bounds, at: position, matcher: &matcher) { return position..<end }
      position += 1
    }
    guard position == bounds.upperBound, !nullable.isEmpty,
      let end = tryAlternatives(in: text, bounds: bounds, at: position, matcher: &matcher)
    else { return nil }
    return position..<end
  }

  /// `re.match`: the end of the match that begins at `position`, or `nil`.
  func match(in text: [UInt32], bounds: Range<Int>, at position: Int, matcher: inout PatternMatcher) -> Int? {
    if let required, !text[position..<bounds.upperBound].contains(required) { return nil }
    return tryAlternatives(in: text, bounds: bounds, at: position, matcher: &matcher)
  }

  /// `re.search` on a string: whether it matches anywhere.
  func matches(_ string: String, matcher: inout PatternMatcher) -> Bool {
    let text = string.unicodeScalars.map(\.value)
    return firstMatch(in: text, bounds: 0..<text.count, matcher: &matcher) != nil
  }

  private func tryAlternatives(
    in text: [UInt32], bounds: Range<Int>, at position: Int, matcher: inout PatternMatcher
  ) -> Int? {
    if position == bounds.upperBound {
      for index in nullable {
        if let end = run(index, in: text, bounds: bounds, at: position, matcher: &matcher) { return end }
      }
      return nil
    }
    let scalar = text[position]
    let interval = scalar < 128 ? Int(asciiIntervals[Int(scalar)]) : Self.interval(of: scalar, in: intervalStarts)
    for slot in Int(candidateStarts[interval])..<Int(candidateStarts[interval + 1]) {
      if let end = run(candidates[slot], in: text, bounds: bounds, at: position, matcher: &matcher) { return end }
    }
    return nil
  }

  private func run(
    _ index: UInt16, in text: [UInt32], bounds: Range<Int>, at position: Int, matcher: inout PatternMatcher
  ) -> Int? {
    let alternative = alternatives[Int(index)]
    return matcher.run(
      program, at: alternative.entry, in: text, bounds: bounds, from: position, remembers: alternative.remembers)
  }

  /// Where a match anchored at the end can begin at the earliest.
  private func earliestStart(in text: [UInt32], bounds: Range<Int>, width: Int) -> Int {
    // One more, for the line feed that may follow the match.
    var start = bounds.upperBound - width - 1
    if let tail {
      var run = bounds.upperBound
      if run > bounds.lowerBound, text[run - 1] == 0x0a { run -= 1 }
      while run > bounds.lowerBound, tail.contains(text[run - 1]) { run -= 1 }
      start = min(start, run)
    }
    return max(start, bounds.lowerBound)
  }
}
