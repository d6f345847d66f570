package import Knowledge
internal import Linguistics
internal import Record

/// Finds who did what to whom in a story whose times, cast and statements are known (PLOVER 2021).
///
/// A lexicon of frames says which words tell of which events and where their parties stand; acts of speech take in what
/// they speak of (a threat to attack is a threat, no attack).
package struct EventReader: Sendable {
  private let knowledge: Knowledge

  package init(knowledge: Knowledge) { self.knowledge = knowledge }

  /// Fills `story.events`, in text order, and says which of them statements were made at.
  package func read(_ story: inout Story) {
    var reading = EventReading(story: story, knowledge: knowledge)
    reading.run()
    story.events = reading.events
    for (statement, event) in reading.occasions { story.statements[statement].occasion = event }
  }
}
