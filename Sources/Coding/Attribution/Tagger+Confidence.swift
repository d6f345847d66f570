internal import Record

#if canImport(Glibc)
  internal import Glibc
#endif

extension Readout.Evidence.Tagger {
  /// How often such an attribution is right, content and source, from 0 to 1.
  ///
  /// A logistic regression over the log-odds of the tagger's probabilities, fitted on PolNeAR's development articles; how
  /// often what it claims comes true is in `Documentation/attribution.md`.
  ///
  /// - Parameters:
  ///   - isKnown: Whether a rule finds the same cue.
  ///   - hasSource: Whether somebody is named.
  func confidence(isKnown: Bool, hasSource: Bool) -> Double {
    let logit =
      -1.84 + 0.24 * Self.logOdds(cue) + 0.70 * Self.logOdds(content) + 0.25 * Self.logOdds(source)
      - (isKnown ? 0 : 0.24) - (hasSource ? 0 : 0.77)
    return 1 / (1 + exp(-logit))
  }

  private static func logOdds(_ probability: Double) -> Double {
    log(max(probability, 0.02) / max(1 - probability, 0.02))
  }
}
