/// How often statements are right, by how sure the program was of them.
package struct Reliability: Sendable, Equatable {
  /// From 0 to 0.1, from 0.1 to 0.2, and so on; 1 belongs to the last.
  package private(set) var bins = [Bin](repeating: Bin(), count: 10)
  /// All that are given at least ``sureFrom``.
  package private(set) var sure = Bin()

  /// From here on a statement counts as sure.
  package static let sureFrom = 0.8

  /// Statements of about the same confidence.
  package struct Bin: Sendable, Equatable {
    package var statements = 0
    package var hundredths = 0
    package var rightContent = 0
    package var right = 0

    package var meanConfidence: Double { share(hundredths) / 100 }
    /// The share with the right content.
    package var contentShare: Double { share(rightContent) }
    /// The share with the right content and source.
    package var rightShare: Double { share(right) }

    private func share(_ count: Int) -> Double { statements == 0 ? 0 : Double(count) / Double(statements) }

    fileprivate mutating func add(_ hundredths: Int, hasRightContent: Bool, isRight: Bool) {
      statements += 1
      self.hundredths += hundredths
      rightContent += hasRightContent ? 1 : 0
      right += isRight ? 1 : 0
    }
  }

  package init() {}

  /// Counts a statement. Confidence counts as the record gives it, to the hundredth.
  package mutating func add(confidence: Double, hasRightContent: Bool, isRight: Bool) {
    let hundredths = Int((min(max(confidence, 0), 1) * 100).rounded())
    bins[min(hundredths / 10, bins.count - 1)].add(hundredths, hasRightContent: hasRightContent, isRight: isRight)
    if Double(hundredths) >= Self.sureFrom * 100 {
      sure.add(hundredths, hasRightContent: hasRightContent, isRight: isRight)
    }
  }
}
