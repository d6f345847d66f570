package import Record

/// An attribution as the tagger sees it: who says it, by what words, and what.
///
/// All ranges are half-open ranges of tokens of the story's document.
package struct Attribution: Sendable, Equatable {
  /// Who says it, or `nil` where the tagger points to nobody.
  package var source: Range<Int>?
  package var cue: Range<Int>
  /// What is attributed, in text order; several stretches where it is discontinuous.
  package var content: [Range<Int>]
  /// How sure the tagger is.
  package var evidence: Readout.Evidence.Tagger

  package init(source: Range<Int>?, cue: Range<Int>, content: [Range<Int>], evidence: Readout.Evidence.Tagger) {
    self.source = source
    self.cue = cue
    self.content = content
    self.evidence = evidence
  }
}
