package import Knowledge
internal import Linguistics
internal import Record

/// Derives a story's positions, commitments and agenda from its statements and events.
package struct LedgerReader: Sendable {
  private let issues: Issues
  private let stances: Stances

  package init(issues: Issues, stances: Stances) {
    self.issues = issues
    self.stances = stances
  }

  /// Fills `issues` and `about` of each statement, then `positions`, `commitments` and `agenda` of the story.
  package func read(_ story: inout Story) {
    let parties = Parties(cast: story.cast, doc: story.doc)
    let positions = PositionReading(story: story, parties: parties, issues: issues, stances: stances)
    for index in story.statements.indices {
      let statement = story.statements[index]
      story.statements[index].about = positions.about(statement)
      let keys = positions.issueKeys(of: statement)
      story.statements[index].issues = keys
    }
    story.positions = positions.positions()
    story.commitments = CommitmentReading(story: story, parties: parties, stances: stances).commitments()
    story.agenda = AgendaReading(story: story, stances: stances).agenda()
  }
}
