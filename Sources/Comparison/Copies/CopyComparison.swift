import Record

/// Two texts held side by side: how much they share, and what differs.
///
/// Shares are of distinct shingles of ``CopySignature/shingleWidth`` words. Linear in the lengths of the texts, but for sorting.
public struct CopyComparison: Sendable, Equatable {
  /// The part of the shingles of either text that both have, 0 to 1 (Jaccard).
  public let resemblance: Double
  /// The part of the first text's shingles that the second has, 0 to 1.
  public let firstInSecond: Double
  /// The part of the second text's shingles that the first has, 0 to 1.
  public let secondInFirst: Double
  /// `nil` where these are different texts.
  public let kind: CopyKind?
  private let first: WordList.Matchable
  private let second: WordList.Matchable

  /// At least so much of the shorter text is in the longer for the two to be one text.
  static let shared = 0.5
  /// At least so much of both is shared in copies.
  static let copied = 0.75
  /// At least so much of an excerpt is in the longer text.
  static let excerpted = 0.8
  /// At most so long is an excerpt, as a part of the longer text.
  static let excerptLength = 0.7

  public init(_ first: String, _ second: String) {
    self.init(WordList(first), WordList(second))
  }

  package init(_ a: WordList, _ b: WordList) {
    first = WordList.Matchable(a)
    second = WordList.Matchable(b)
    let ofFirst = Set(Shingles.of(first.keys, width: CopySignature.shingleWidth))
    let ofSecond = Set(Shingles.of(second.keys, width: CopySignature.shingleWidth))
    let both = Double(ofFirst.intersection(ofSecond).count)
    firstInSecond = ofFirst.isEmpty ? 0 : both / Double(ofFirst.count)
    secondInFirst = ofSecond.isEmpty ? 0 : both / Double(ofSecond.count)
    let either = Double(ofFirst.count + ofSecond.count) - both
    resemblance = either == 0 ? 0 : both / either
    if !first.keys.isEmpty, first.keys == second.keys {
      kind = .identical
    } else if resemblance >= Self.copied {
      kind = .copy
    } else if max(firstInSecond, secondInFirst) >= Self.excerpted, Self.isPart(first.keys, second.keys) {
      kind = .excerpt
    } else {
      kind = max(firstInSecond, secondInFirst) >= Self.shared ? .update : nil
    }
  }

  /// Whether the shorter of two texts is much shorter, and the longer with passages left out: nothing is put otherwise between
  /// its begin and its end, where headlines, datelines and credits change.
  private static func isPart(_ first: [UInt64], _ second: [UInt64]) -> Bool {
    let (shorter, longer) = first.count <= second.count ? (first, second) : (second, first)
    guard Double(shorter.count) <= excerptLength * Double(longer.count) else { return false }
    var matcher = WordMatcher(shorter, longer)
    return matcher.gaps().allSatisfy {
      $0.first.isEmpty || $0.first.lowerBound == 0 || $0.first.upperBound == shorter.count
    }
  }

  /// What one text has and the other has not, in the order of the texts. Passages that moved count as left out and put in.
  public var differences: [TextDifference] {
    var matcher = WordMatcher(first.keys, second.keys)
    return matcher.gaps().map { gap in
      TextDifference(first: first.span(of: gap.first), second: second.span(of: gap.second))
    }
  }
}

/// Words that differ: a stretch of the first text that the second has otherwise. Either is empty where words were only put in or left
/// out; an empty stretch stands where the other's words would.
public struct TextDifference: Sendable, Hashable {
  public var first: Span
  public var second: Span

  public init(first: Span, second: Span) {
    self.first = first
    self.second = second
  }
}

extension WordList {
  /// Words with their places, without what else is known of them.
  struct Matchable: Sendable, Equatable {
    let keys: [UInt64]
    let spans: [Span]

    init(_ list: WordList) {
      keys = list.keys
      spans = list.words.map(\.span)
    }

    /// From the first to the last of some words; empty where there are none.
    func span(of words: Range<Int>) -> Span {
      if words.isEmpty {
        let place = words.lowerBound < spans.count ? spans[words.lowerBound].start : spans.last?.end ?? 0
        return Span(start: place, end: place)
      }
      return Span(start: spans[words.lowerBound].start, end: spans[words.upperBound - 1].end)
    }
  }
}
