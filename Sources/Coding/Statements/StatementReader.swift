/// Finds who said what in a story whose times and cast are known.
///
/// Rules over the parse are one reader; a learned one can take their place.
package protocol StatementReader: Sendable {
  /// The statements of `story`, in text order of their cues.
  func statements(in story: Story) -> [Statement]
}
