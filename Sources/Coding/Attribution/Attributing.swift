/// Sees who said what in a story, without completing it to statements.
package protocol Attributing: Sendable {
  /// The attributions of `story`, in text order of their cues; no range in them is empty.
  func attributions(in story: Story) -> [Attribution]
}
