import Evaluation
import Record
import Testing

@Suite struct MarkedStatementTests {
  private func statement(
    _ id: String, cue: [Span], content: Span, speaker: Span? = nil, within: String? = nil, confidence: Double = 0.9
  ) -> Readout.Statement {
    var statement = Readout.Statement(
      id: id, sentence: 0, quotation: .indirect, cue: Readout.Cue(spans: cue, lemma: "say"), content: [content],
      act: .state, confidence: confidence)
    statement.speaker = speaker.map { Readout.Party(span: $0) }
    statement.within = within
    return statement
  }

  private func marked(_ statements: [Readout.Statement]) -> [MarkedStatement] {
    var readout = Readout(
      coder: Readout.Provenance(name: "readout", release: "0"), document: Readout.Document(id: "d", text: ""))
    readout.statements = statements
    return MarkedStatement.outermost(of: readout)
  }

  private let said = [Span(start: 4, end: 8)]

  @Test func `conjoined contents under one cue are one attribution`() {
    let found = marked([
      statement("s1", cue: said, content: Span(start: 9, end: 20)),
      statement("s2", cue: said, content: Span(start: 25, end: 40), speaker: Span(start: 0, end: 3), confidence: 0.7),
    ])
    #expect(
      found == [
        MarkedStatement(
          source: [Span(start: 0, end: 3)], cue: said, content: [Span(start: 9, end: 20), Span(start: 25, end: 40)],
          confidence: 0.7)
      ])
  }

  @Test func `statements within others are left out`() {
    let found = marked([
      statement("s1", cue: said, content: Span(start: 9, end: 40)),
      statement("s2", cue: [Span(start: 15, end: 19)], content: Span(start: 20, end: 40), within: "s1"),
    ])
    #expect(found.count == 1)
  }

  @Test func `without a cue each stands by itself`() {
    let found = marked([
      statement("s1", cue: [], content: Span(start: 9, end: 20)),
      statement("s2", cue: [], content: Span(start: 25, end: 40)),
    ])
    #expect(found.count == 2)
  }
}
