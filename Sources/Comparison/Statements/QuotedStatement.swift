package import Record

/// One statement as one article gives it, in terms that can be held against other articles'. The caller compares only statements of
/// one speaker.
public struct QuotedStatement: Sendable, Hashable {
  /// The number by which the caller knows it.
  public var number: Int64
  /// The number by which the caller knows the article.
  public var article: Int64
  /// The day on which it was said, else that of the article.
  package var day: CalendarDay?
  /// Keys of the words in quotation marks, in order.
  let quoted: [UInt64]
  /// Keys of all words that tell what it is about.
  let telling: Set<UInt64>
  /// The numbers in it.
  let figures: Set<UInt64>
  /// Whether it denies something.
  let isNegative: Bool
  /// Keys of all words, in order: two statements with the same are worded alike.
  public let wording: [UInt64]

  /// - Parameter content: what is attributed, quotation marks included, its stretches joined by ` … `.
  package init(number: Int64, article: Int64, quotation: Quotation, content: String, day: CalendarDay?) {
    self.number = number
    self.article = article
    self.day = day
    let words = WordList(content).words
    let spans: SpanSet? =
      switch quotation {
      case .direct: nil
      case .mixed: SpanSet(Self.quotedParts(of: content))
      case .indirect: SpanSet([])
      }
    quoted = words.filter { spans?.contains($0.span.start) ?? true }.map(\.key)
    telling = Set(words.filter(SmallWords.tells).map(\.key))
    figures = Set(words.filter(\.isNumber).map(\.key))
    wording = words.map(\.key)
    isNegative = wording.contains(where: Self.negations.contains) || Self.isContracted(content)
  }

  private static let negations = Set(
    WordList("not no never none nobody nothing neither nor cannot without refuse refused refuses").keys)

  /// Whether it has a word such as "won't".
  private static func isContracted(_ content: String) -> Bool {
    content.contains("n't") || content.contains("n\u{2019}t")
  }

  /// What stands between quotation marks.
  private static func quotedParts(of content: String) -> [Span] {
    var parts: [Span] = []
    var open: Int?
    for (offset, scalar) in content.unicodeScalars.enumerated() {
      switch scalar {
      case "\u{201C}": open = offset
      case "\"" where open == nil: open = offset
      case "\"", "\u{201D}":
        if let start = open { parts.append(Span(start: start, end: offset)) }
        open = nil
      default: break
      }
    }
    return parts
  }
}
