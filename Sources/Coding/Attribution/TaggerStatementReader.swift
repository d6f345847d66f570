package import Knowledge
internal import Linguistics

/// Finds statements by a tagger that was trained on attributions, and completes them by the rules over the parse.
package struct TaggerStatementReader: StatementReader {
  private let tagger: any Attributing
  private let cues: Cues
  /// What the rules are less sure of is left out.
  private let floor: Double

  package init(tagger: any Attributing, cues: Cues, floor: Double = 0.4) {
    self.tagger = tagger
    self.cues = cues
    self.floor = floor
  }

  package func statements(in story: Story) -> [Statement] {
    guard !story.doc.isEmpty else { return [] }
    let context = SpeechContext(story: story, cues: cues)
    var rules = RuleProposals(context: context, floor: floor)
    let proposals = Reconciliation(
      context: context, rules: rules.proposals(), attributions: tagger.attributions(in: story)
    ).proposals()
    var completion = Completion(context: context)
    return completion.statements(from: proposals)
  }
}
