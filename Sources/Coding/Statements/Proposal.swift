internal import Knowledge
internal import Record

/// A cue in the text with what it attributes and to whom, as tokens: what a finder of statements puts forward.
///
/// Whoever finds it, by rules over the parse or by a learned tagger, says no more than which words attribute which to
/// whom. ``Completion`` makes a ``Statement`` of it: what act it is, who is spoken to, who passed it on, under which
/// conditions, and inside which other statement.
struct Proposal: Sendable {
  /// The row of the lexicon, or a row made for words that the lexicon does not have.
  var cue: Cue
  /// The cue's main token.
  var head: Int
  /// The cue's tokens, in order.
  var tokens: [Int]
  /// What the cue itself says that the speaker does.
  var act: Act
  /// What is attributed; several stretches where it is discontinuous.
  var content: [Range<Int>]
  /// The syntactic head of the content, where it has one.
  var contentHead: Int?
  /// The token that heads who says it.
  var speaker: Int?
  /// All words of who says it, where the finder knows them; otherwise they are read from the parse.
  var speakerTokens: Range<Int>?
  /// The tokens that head those to whom it is said, as far as the cue's own pattern shows them.
  var addressees: [Int] = []
  var form: Form
  /// What put it forward, where its form does not say.
  var rule: Readout.Evidence.Rule?
  /// How sure the find is, 0 to 1, before it is known whether it has a speaker.
  var sure: Double
  /// Whether the content only says that it repeats another's words: "a similar remark".
  var isEcho = false
  /// Who passed it on, nearest to the speaker first.
  var relays: [Relay] = []
  /// How sure the tagger is of it, where it sees it too.
  var tagger: Readout.Evidence.Tagger?
  /// Cues that are spent in this one: "citing" before a relay's source.
  var consumed: [Int] = []

  init(
    cue: Cue, head: Int, tokens: [Int], content: [Range<Int>], form: Form, speaker: Int? = nil,
    contentHead: Int? = nil
  ) {
    self.cue = cue
    self.head = head
    self.tokens = tokens
    act = cue.act ?? .state
    self.content = content
    self.contentHead = contentHead
    self.speaker = speaker
    self.form = form
    sure = cue.sure
  }

  /// How sure it is that this is a statement.
  var confidence: Double {
    tagger?.confidence(isKnown: rule != .tagger, hasSource: speaker != nil) ?? sure * (speaker == nil ? 0.75 : 1)
  }

  enum Form: Sendable {
    /// In quotation marks throughout.
    case quotation
    /// A speaker's turn in a transcript, or a whole document that is somebody's word: direct speech without marks.
    case turn
    case clause
    /// A clause before or around the cue.
    case parenthesis
    /// What somebody's account holds: "according to X". Becomes a relay where the sentence has another speaker.
    case account
    case infinitive
    case phrase
  }

  /// Who passed it on, as tokens.
  struct Relay: Sendable {
    var party: Int?
    var partyTokens: Range<Int>?
    var tokens: [Int]
    var head: Int
  }
}
