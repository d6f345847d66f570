#if canImport(Glibc)
  internal import Glibc
#endif

/// The best sequence of BIO tags for the pieces of a text: Viterbi's, with no transition weights but the rule that a span
/// goes on only where it has begun.
package struct TagSequence: Sendable {
  /// A tagged stretch of pieces.
  package struct Span: Sendable, Equatable {
    package var role: Role
    /// Half-open, pieces.
    package var pieces: Range<Int>
    /// The mean probability of its tags.
    package var probability: Double
  }

  /// In the order of the model's tags: each has one that begins a span and one that goes on with it.
  package enum Role: Int, Sendable, CaseIterable { case source, cue, content }

  /// The tags that a model must have, in this order.
  static let names = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]

  /// In text order, without overlap.
  package private(set) var spans: [Span] = []

  /// - Parameter logits: `count` rows of 7.
  package init(logits: [Float], count: Int) {
    let width = Self.names.count
    guard count > 0, logits.count >= count * width else { return }
    let tags = Self.best(logits, count: count, width: width)
    for (piece, tag) in tags.enumerated() where tag > 0 {
      let probability = Self.probability(of: tag, in: logits[piece * width..<(piece + 1) * width])
      if tag % 2 == 0, let last = spans.indices.last, spans[last].pieces.upperBound == piece {
        spans[last].pieces = spans[last].pieces.lowerBound..<piece + 1
        spans[last].probability += probability
      } else if let role = Role(rawValue: (tag - 1) / 2) {
        spans.append(Span(role: role, pieces: piece..<piece + 1, probability: probability))
      }
    }
    for index in spans.indices { spans[index].probability /= Double(spans[index].pieces.count) }
  }

  private static func best(_ logits: [Float], count: Int, width: Int) -> [Int] {
    let impossible = -Float.greatestFiniteMagnitude / 4
    var back = [UInt8](repeating: 0, count: count * width)
    var totals = Array(logits[..<width])
    for tag in stride(from: 2, to: width, by: 2) { totals[tag] = impossible }
    var next = totals
    for piece in 1..<max(1, count) {
      var top = 0
      for tag in 1..<width where totals[tag] > totals[top] { top = tag }
      for tag in 0..<width {
        var from = top
        if tag > 0, tag % 2 == 0 { from = totals[tag] > totals[tag - 1] ? tag : tag - 1 }
        back[piece * width + tag] = UInt8(from)
        next[tag] = totals[from] + logits[piece * width + tag]
      }
      swap(&totals, &next)
    }
    var tag = 0
    for other in 1..<width where totals[other] > totals[tag] { tag = other }
    var tags = [Int](repeating: 0, count: count)
    for piece in stride(from: count - 1, through: 0, by: -1) {
      tags[piece] = tag
      tag = Int(back[piece * width + tag])
    }
    return tags
  }

  private static func probability(of tag: Int, in logits: ArraySlice<Float>) -> Double {
    let top = logits.max() ?? 0
    var sum = 0.0
    for logit in logits { sum += exp(Double(logit - top)) }
    return exp(Double(logits[logits.startIndex + tag] - top)) / sum
  }
}
