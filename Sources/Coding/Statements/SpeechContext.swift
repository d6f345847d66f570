internal import Knowledge
internal import Linguistics
internal import Newswire

/// What finding statements and completing them both ask of a story: its quotations, its units of speech, its lexicon.
struct SpeechContext {
  let story: Story
  let doc: Doc
  let matcher: CueMatcher
  let syntax: ClauseSyntax
  let quotations: Quotations
  let units: SpeechUnits
  let attribution: QuoteAttribution
  let relays: RelayReading
  let turns: Turns

  init(story: Story, cues: Cues) {
    self.story = story
    doc = story.doc
    let matcher = CueMatcher(doc: story.doc, cues: cues)
    self.matcher = matcher
    syntax = matcher.syntax
    let passages = story.article.passages
    quotations = Quotations(doc: doc, passages: passages)
    turns = Turns(story: story, cues: cues)
    units = SpeechUnits(
      doc: doc, passages: passages, quotations: quotations, breaks: turns.starts,
      attributes: { matcher.attributesQuotations($0) })
    attribution = QuoteAttribution(doc: doc, quotations: quotations, units: units, matcher: matcher)
    relays = RelayReading(doc: doc, matcher: matcher)
  }
}
