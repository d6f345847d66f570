package import Record

extension Statement {
  /// What a statement rests on, as tokens; ``Assembly`` turns it into the record's words.
  package struct Evidence: Sendable, Equatable {
    /// What put it forward.
    package var rule: Readout.Evidence.Rule
    /// The lexicon's words for the cue.
    package var entry: [String]
    /// How surely these words attribute, 0 to 1.
    package var sure: Double
    /// The token that heads what is said, where the finder knows one.
    package var contentHead: Int?
    /// The token that heads who says it.
    package var speakerHead: Int?
    /// Where a tagger sees it.
    package var tagger: Readout.Evidence.Tagger?

    package init(rule: Readout.Evidence.Rule, entry: [String], sure: Double) {
      self.rule = rule
      self.entry = entry
      self.sure = sure
    }
  }
}
