internal import Encoder
internal import Linguistics
internal import Record

#if canImport(Glibc)
  internal import Glibc
#endif

/// Joins tagged spans to attributions by the encoder's pointers: a content belongs to the cue that its pieces point to, a cue
/// to the source that it and its contents point to. Contents of one cue are one attribution.
struct AttributionLinks: Sendable {
  let spans: [TagSequence.Span]
  let encoding: Encoding

  /// The heads of the model that point.
  private enum Head: Int { case cue, source }
  /// No window is longer, in pieces; what lies further apart shares none.
  private let longestWindow = 256
  /// How many pieces of a span are asked; its beginning says enough.
  private let reach = 24
  /// How much a content's word on the source counts beside its cue's.
  private let weightOfContent: Float = 0.5

  func attributions(in doc: Doc, bytes: [Range<Int>]) -> [Attribution] {
    let cues = spans.filter { $0.role == .cue }
    let sources = spans.filter { $0.role == .source }
    var contents: [Int: [(span: TagSequence.Span, share: Double)]] = [:]
    for content in spans where content.role == .content {
      let near = candidates(cues, around: content)
      let votes = votes(.cue, from: content, among: cues[near])
      guard let best = votes.best else { continue }
      contents[near.lowerBound + best.index, default: []].append((content, best.share))
    }
    func tokens(_ pieces: Range<Int>) -> Range<Int> {
      doc.tokens(touching: bytes[pieces.lowerBound].lowerBound..<bytes[pieces.upperBound - 1].upperBound)
    }
    return contents.sorted { $0.key < $1.key }.compactMap { index, members -> Attribution? in
      let cue = cues[index]
      let near = candidates(sources, around: cue)
      var votes = votes(.source, from: cue, among: sources[near])
      for member in members {
        votes.add(
          self.votes(.source, from: member.span, among: sources[near]), weight: weightOfContent / Float(members.count))
      }
      let weight = members.reduce(0) { $0 + $1.span.pieces.count }
      let best = votes.bestOrNone
      // What stands between passages has no tokens.
      let words = tokens(cue.pieces)
      let content = members.map { tokens($0.span.pieces) }.filter { !$0.isEmpty }
      guard !words.isEmpty, !content.isEmpty else { return nil }
      let source = best.index.map { tokens(sources[near.lowerBound + $0].pieces) }
      return Attribution(
        source: source?.isEmpty == true ? nil : source, cue: words, content: content,
        evidence: Readout.Evidence.Tagger(
          cue: cue.probability,
          content: members.reduce(0) { $0 + $1.span.probability * Double($1.span.pieces.count) } / Double(weight),
          link: members.reduce(0) { $0 + $1.share } / Double(members.count), source: best.share))
    }
  }

  /// The spans that may share a window with `span`.
  private func candidates(_ others: [TagSequence.Span], around span: TagSequence.Span) -> Range<Int> {
    func first(at piece: Int) -> Int {
      var low = 0
      var high = others.count
      while low < high {
        let middle = (low + high) / 2
        if others[middle].pieces.lowerBound < piece { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let low = first(at: span.pieces.lowerBound - longestWindow)
    return low..<max(low, first(at: span.pieces.lowerBound + reach + longestWindow))
  }

  /// The mean over a span's pieces of the logarithm of the share that each target, and none, gets of what they point to.
  private func votes(
    _ head: Head, from span: TagSequence.Span, among targets: ArraySlice<TagSequence.Span>
  ) -> Votes {
    var votes = Votes(none: 0, targets: [Float](repeating: 0, count: targets.count))
    let pieces = span.pieces.prefix(reach)
    var logits = votes.targets
    for piece in pieces {
      let none = encoding.pointer(head.rawValue, from: piece, to: nil) ?? 0
      var top = none
      for (index, target) in targets.enumerated() {
        logits[index] =
          encoding.pointer(head.rawValue, from: piece, to: target.pieces.lowerBound) ?? -.infinity
        top = max(top, logits[index])
      }
      let sum = logits.reduce(expf(none - top)) { $0 + expf($1 - top) }
      votes.none += logf(expf(none - top) / sum + 1e-4)
      for index in logits.indices { votes.targets[index] += logf(expf(logits[index] - top) / sum + 1e-4) }
    }
    votes.scale(by: 1 / Float(pieces.count))
    return votes
  }

  /// Logarithms of shares.
  private struct Votes {
    var none: Float
    var targets: [Float]

    mutating func scale(by factor: Float) {
      none *= factor
      for index in targets.indices { targets[index] *= factor }
    }

    mutating func add(_ other: Votes, weight: Float) {
      none += weight * other.none
      for index in targets.indices { targets[index] += weight * other.targets[index] }
    }

    /// The target with the most votes.
    var best: (index: Int, share: Double)? {
      guard let index = targets.indices.max(by: { targets[$0] < targets[$1] }) else { return nil }
      return (index, Double(min(1, expf(targets[index]))))
    }

    /// The same, or none where none has more.
    var bestOrNone: (index: Int?, share: Double) {
      guard let best, targets[best.index] > none else { return (nil, Double(min(1, expf(none)))) }
      return (best.index, best.share)
    }
  }
}
