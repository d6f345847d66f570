package import Record

/// An attribution as an annotator marks it: spans of source, cue and content. A role may be empty.
package struct MarkedStatement: Sendable, Equatable {
  package var source: [Span]
  package var cue: [Span]
  package var content: [Span]
  /// How sure its maker is, 0 to 1; `nil` for an annotator's.
  package var confidence: Double?
  /// What it rests on, where its maker says so.
  package var evidence: Readout.Evidence?

  package init(source: [Span] = [], cue: [Span] = [], content: [Span], confidence: Double? = nil) {
    self.source = source
    self.cue = cue
    self.content = content
    self.confidence = confidence
  }
}

extension MarkedStatement {
  /// The statements of a readout in the terms of a corpus that marks outermost attributions: those within others are left
  /// out, and conjoined contents under one cue are one attribution, no surer than the least sure of them and with the
  /// evidence of the first.
  package static func outermost(of readout: Readout) -> [MarkedStatement] {
    var marked: [MarkedStatement] = []
    var places: [[Span]: Int] = [:]
    for statement in readout.statements where statement.within == nil {
      let cue = statement.cue.spans
      let source = statement.speaker?.span.map { [$0] } ?? []
      guard !cue.isEmpty, let place = places[cue] else {
        places[cue] = marked.count
        var first = MarkedStatement(
          source: source, cue: cue, content: statement.content, confidence: statement.confidence)
        first.evidence = statement.evidence
        marked.append(first)
        continue
      }
      if marked[place].source.isEmpty { marked[place].source = source }
      marked[place].content += statement.content
      marked[place].confidence = min(marked[place].confidence ?? 1, statement.confidence)
    }
    return marked
  }
}
