package import Knowledge
internal import Linguistics

/// Finds who said what in a story whose times and cast are known.
///
/// Rules over the parse find it by a lexicon of cues, quotation marks and what hangs on the cues. Where there is a tagger that
/// was trained on attributions, it decides what is attributed to whom, and the rules complete it (``Reconciliation``).
package struct StatementReader: Sendable {
  private let cues: Cues
  private let frames: Frames
  private let tagger: (any Attributing)?
  /// What the rules are less sure of is left out.
  private let floor = 0.4

  package init(cues: Cues, frames: Frames, tagger: (any Attributing)? = nil) {
    self.cues = cues
    self.frames = frames
    self.tagger = tagger
  }

  /// The statements of `story`, in text order of their cues.
  package func statements(in story: Story) -> [Statement] {
    guard !story.doc.isEmpty else { return [] }
    let context = SpeechContext(story: story, cues: cues)
    var rules = RuleProposals(context: context, floor: floor)
    var proposals = rules.proposals()
    if let tagger {
      proposals = Reconciliation(
        context: context, rules: proposals, attributions: tagger.attributions(in: story)
      ).proposals()
    }
    let deeds = Deeds(doc: story.doc, quotations: context.quotations, frames: frames)
    proposals.removeAll(where: deeds.isDeed)
    var completion = Completion(context: context)
    return completion.statements(from: proposals)
  }
}
