/// An attribution as the tagger sees it: who says it, by what words, and what.
///
/// All ranges are half-open ranges of tokens of the story's document.
package struct Attribution: Sendable, Equatable {
  /// Who says it, or `nil` where the tagger points to nobody.
  package var source: Range<Int>?
  package var cue: Range<Int>
  /// What is attributed, in text order; several stretches where it is discontinuous.
  package var content: [Range<Int>]
  package var evidence: Evidence

  package init(source: Range<Int>?, cue: Range<Int>, content: [Range<Int>], evidence: Evidence) {
    self.source = source
    self.cue = cue
    self.content = content
    self.evidence = evidence
  }

  /// How sure the tagger is, each from 0 to 1.
  package struct Evidence: Sendable, Equatable {
    /// The mean probability of the cue's tags.
    package var cue: Double
    /// The mean probability of the content's tags.
    package var content: Double
    /// The share of the content's pieces that point to this cue.
    package var link: Double
    /// The share of the cue's and the content's pieces that point to this source, or to none.
    package var source: Double

    package init(cue: Double, content: Double, link: Double, source: Double) {
      self.cue = cue
      self.content = content
      self.link = link
      self.source = source
    }
  }
}
