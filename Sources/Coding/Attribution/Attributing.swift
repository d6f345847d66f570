/// Sees who said what in a story, without completing it to statements.
package protocol Attributing: Sendable {
  /// The attributions of `story`, in text order of their cues; no two share a token of cue or content.
  func attributions(in story: Story) -> [Attribution]
}
