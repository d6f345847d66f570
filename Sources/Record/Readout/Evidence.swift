extension Readout {
  /// What a statement rests on: what put it forward, by which words, over which ways in the parse.
  public struct Evidence: Sendable, Equatable {
    public var rule: Rule
    /// The lexicon's words for the cue, or those of the text where the lexicon has none.
    public var entry: String
    /// How surely these words attribute, 0 to 1.
    public var sure: Double
    /// From the cue to the head of what is said, such as `said >ccomp closed`: `>` goes down to a dependent, `<` up to a head,
    /// with the label between the two.
    public var contentPath: String?
    /// From the cue to the head of who says it.
    public var speakerPath: String?
    /// Where a tagger sees it.
    public var tagger: Tagger?

    /// What put it forward.
    public enum Rule: String, Sendable, CaseIterable {
      /// A quotation beside its cue.
      case quotation
      /// A name, a colon, a quotation.
      case colon
      /// A paragraph in quotation marks, a dash and the name of whose words they are.
      case signature
      /// A clause that hangs on the cue.
      case clause
      /// A clause before or around the cue.
      case parenthesis
      /// The rest of a sentence whose clause the parse has lost.
      case remainder
      /// "According to" somebody.
      case account
      case infinitive
      case phrase
      /// A quotation that goes on after its speaker's indirect speech.
      case continuation
      /// A speaker's turn in a transcript, or a whole document that is somebody's word.
      case turn
      /// A headline's first words.
      case headline
      /// Words that only say that another's are repeated.
      case echo
      /// No rule, but a tagger.
      case tagger
    }

    /// How sure a tagger is, each from 0 to 1.
    public struct Tagger: Sendable, Equatable {
      public var cue: Double
      public var content: Double
      /// That the content belongs to the cue.
      public var link: Double
      /// That this is the source, or that there is none.
      public var source: Double

      public init(cue: Double, content: Double, link: Double, source: Double) {
        self.cue = cue
        self.content = content
        self.link = link
        self.source = source
      }
    }

    public init(rule: Rule, entry: String, sure: Double) {
      self.rule = rule
      self.entry = entry
      self.sure = sure
    }
  }
}
