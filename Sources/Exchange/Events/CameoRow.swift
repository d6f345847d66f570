import Record

/// One actor, one act, at most one target: what the tables in CAMEO's shape have a line for.
struct CameoRow {
  let source: CameoActor
  let target: CameoActor?
  /// Where the text names them.
  let sourceSpan: Span?
  let targetSpan: Span?
  let code: String
  let day: Day
  let place: Readout.Place?
  /// An index into the document's sentences.
  let sentence: Int
  /// Where the text tells of it.
  let trigger: [Span]
  /// 0 to 1.
  let confidence: Double
  /// Whether it is a statement that tells of no event.
  let isStatement: Bool
  /// Where the article tells of it besides.
  let mentions: [Readout.EventMention]
}
