import Record

/// Whether two articles give one statement of a speaker.
public struct StatementLink: Sendable, Hashable {
  /// How much of the wording both have, 0 to 1.
  public let agreement: Double

  /// A quotation is told again within so many days, reported speech within so many.
  public static let quotedDays = 31
  static let reportedDays = 2

  /// Runs of so many quoted words are compared.
  private static let runLength = 3
  /// At least this part of the shorter quotation's runs is in the other, and so many words both quotations have.
  private static let quotedShare = 0.5
  private static let fewestQuoted = 4
  /// At least this part of the telling words of the shorter is in the other, where one or both are not quotations.
  private static let reportedShare = 0.6
  private static let fewestReported = 4

  /// `nil` where they are different statements, or nothing says that they are one.
  public init?(_ a: QuotedStatement, _ b: QuotedStatement) {
    guard a.article != b.article else { return nil }
    let distance = a.day.flatMap { first in b.day.map { abs(first.number - $0.number) } }
    let quoted = Self.share(of: Self.runs(a.quoted), in: Self.runs(b.quoted))
    if min(a.quoted.count, b.quoted.count) >= Self.fewestQuoted, quoted >= Self.quotedShare,
      distance ?? 0 <= Self.quotedDays
    {
      agreement = quoted
      return
    }
    guard let distance, distance <= Self.reportedDays, a.quoted.isEmpty || b.quoted.isEmpty else { return nil }
    if a.wording == b.wording {
      agreement = 1
      return
    }
    // "Will" and "will not", and five and seven, have all other words in common.
    guard a.isNegative == b.isNegative,
      a.figures.isEmpty || b.figures.isEmpty || !a.figures.isDisjoint(with: b.figures),
      min(a.telling.count, b.telling.count) >= Self.fewestReported
    else { return nil }
    let reported = Self.share(of: a.telling, in: b.telling)
    guard reported >= Self.reportedShare else { return nil }
    agreement = reported
  }

  private static func runs(_ words: [UInt64]) -> Set<UInt64> { Set(Shingles.of(words, width: runLength)) }

  /// The part of the smaller set that the other has.
  private static func share(of a: Set<UInt64>, in b: Set<UInt64>) -> Double {
    Double(a.intersection(b).count) / Double(max(1, min(a.count, b.count)))
  }
}
