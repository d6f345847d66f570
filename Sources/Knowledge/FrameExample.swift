package import Record

/// A sentence below the frames of a line that says what they are for.
package struct FrameExample: Sendable, Equatable {
  /// The file and the line that it stands on.
  package var file: String
  package var line: Int
  /// The frames that it is an example of, indices into ``Frames/all``.
  package var frames: Range<Int>
  package var sentence: String
  /// What the sentence tells of; `nil` where it is to give no event.
  package var outcome: Frames.Outcome?
  package var status = EventStatus.actual
  /// Codes of states and bodies.
  package var actors: Set<String> = []
  package var recipients: Set<String> = []
  /// The day of publication, in ISO 8601.
  package var published = "2024-06-14"
}
