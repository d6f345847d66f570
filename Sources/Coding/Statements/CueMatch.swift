internal import Knowledge
internal import Record

/// A cue in the text with what it attributes, as tokens, before it becomes a ``Statement``.
struct CueMatch: Sendable {
  var cue: Cue
  /// The cue's main token.
  var head: Int
  /// The cue's tokens, in order.
  var tokens: [Int]
  var act: Act
  /// What is attributed; several stretches where it is discontinuous.
  var content: [Range<Int>]
  /// The syntactic head of the content, where it has one.
  var contentHead: Int?
  /// The token that heads who says it.
  var speaker: Int?
  /// The tokens that head those to whom it is said.
  var addressees: [Int] = []
  var form: Form
  /// How sure the match is, 0 to 1, beyond the cue itself.
  var evidence = 1.0
  var relays: [RelayMatch] = []
  /// Cues that are spent in this match: "citing" before a relay's source.
  var consumed: [Int] = []

  enum Form: Sendable {
    /// In quotation marks throughout.
    case quotation
    case clause
    /// A clause before or around the cue.
    case parenthesis
    case infinitive
    case phrase
  }

  /// Who passed it on, as tokens.
  struct RelayMatch: Sendable {
    var party: Int?
    var partyTokens: Range<Int>?
    var tokens: [Int]
    var head: Int
  }
}
