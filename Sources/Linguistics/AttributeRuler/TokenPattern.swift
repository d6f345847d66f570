/// A pattern over tokens, as spaCy's `Matcher` takes it, as a list of steps.
struct TokenPattern: Sendable {
  enum Quantifier: Sendable {
    case one
    /// One token that does not pass.
    case notOne
    case zeroOrOne
    case zeroOrMore
  }

  struct Step: Sendable {
    let quantifier: Quantifier
    /// All must pass; none lets any token pass.
    let tests: [TokenTest]

    func passes(_ subject: TokenTest.Subject) -> Bool { tests.allSatisfy { $0.passes(subject) } }
  }

  let steps: [Step]

  /// Whether it matches exactly one token.
  var isSingle: Bool {
    guard steps.count == 1, let step = steps.first else { return false }
    switch step.quantifier {
    case .one, .notOne: return true
    case .zeroOrOne, .zeroOrMore: return false
    }
  }

  /// Whether a pattern of one step matches a token.
  func matches(_ subject: TokenTest.Subject) -> Bool {
    guard let step = steps.first else { return false }
    return step.passes(subject) == (step.quantifier != .notOne)
  }

  /// The states before the first token, one bit a step; the bit after the last step's stands for a match.
  var startStates: UInt64 { closure(0) }

  /// The bit that stands for a match.
  var matchState: UInt64 { 1 << UInt64(steps.count) }

  /// The states after a token, given the steps whose tests it passes.
  func advance(_ states: UInt64, passed: (Int) -> Bool) -> UInt64 {
    var next: UInt64 = 0
    for (index, step) in steps.enumerated() where states >> UInt64(index) & 1 == 1 {
      switch step.quantifier {
      case .one, .zeroOrOne: if passed(index) { next |= closure(index + 1) }
      case .notOne: if !passed(index) { next |= closure(index + 1) }
      case .zeroOrMore: if passed(index) { next |= closure(index) }
      }
    }
    return next
  }

  private func closure(_ step: Int) -> UInt64 {
    var states: UInt64 = 0
    for index in step...steps.count {
      states |= 1 << UInt64(index)
      guard index < steps.count else { break }
      switch steps[index].quantifier {
      case .one, .notOne: return states
      case .zeroOrOne, .zeroOrMore: continue
      }
    }
    return states
  }
}
