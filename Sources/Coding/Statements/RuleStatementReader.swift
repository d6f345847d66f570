package import Knowledge
internal import Linguistics

/// Finds statements by rules over the parse: a lexicon of cues, quotation marks and what hangs on the cues.
package struct RuleStatementReader: StatementReader {
  private let cues: Cues
  /// Statements below this confidence are left out.
  private let floor: Double

  package init(cues: Cues, floor: Double = 0.4) {
    self.cues = cues
    self.floor = floor
  }

  package func statements(in story: Story) -> [Statement] {
    guard !story.doc.isEmpty else { return [] }
    let context = SpeechContext(story: story, cues: cues)
    var rules = RuleProposals(context: context, floor: floor)
    var completion = Completion(context: context)
    return completion.statements(from: rules.proposals())
  }
}
