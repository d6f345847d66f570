import Record

/// Whether two articles give one statement.
public struct StatementLink: Sendable, Hashable {
  /// How much of the wording both have, 0 to 1.
  public let agreement: Double

  /// Runs of so many quoted words are compared.
  static let runLength = 3
  /// At least this part of the shorter quotation's runs is in the other.
  static let quotedShare = 0.5
  /// At least so many words both quotations have.
  static let fewestWords = 4
  /// At least this part of the words of the shorter is in the other, where one or both are not quotations; and so many days lie between
  /// them at most.
  static let reportedShare = 0.6
  static let reportedWords = 5
  static let reportedDays = 2

  /// `nil` where they are different statements.
  public init?(_ a: QuotedStatement, _ b: QuotedStatement) {
    guard a.speaker == b.speaker else { return nil }
    let quoted = Self.share(of: a.quoted, in: b.quoted, width: Self.runLength, fewest: Self.fewestWords)
    if quoted >= Self.quotedShare {
      agreement = quoted
      return
    }
    guard let first = a.days, let second = b.days, first.distance(to: second) <= Self.reportedDays,
      a.quoted.isEmpty || b.quoted.isEmpty
    else { return nil }
    let reported = Self.share(of: a.words, in: b.words, width: 1, fewest: Self.reportedWords)
    guard reported >= Self.reportedShare else { return nil }
    agreement = reported
  }

  /// The part of the shorter one's runs that the other has.
  private static func share(of a: [UInt64], in b: [UInt64], width: Int, fewest: Int) -> Double {
    guard min(a.count, b.count) >= fewest else { return 0 }
    let first = Set(Shingles.of(a, width: width))
    let second = Set(Shingles.of(b, width: width))
    return Double(first.intersection(second).count) / Double(max(1, min(first.count, second.count)))
  }
}
