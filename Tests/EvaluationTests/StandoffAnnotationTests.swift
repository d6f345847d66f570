import Evaluation
import Record
import Testing

@Suite struct StandoffAnnotationTests {
  @Test func `attributions have their roles, wherever the marks stand`() throws {
    let annotation = try StandoffAnnotation(
      """
      E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
      T1\tSource 0 4\tAnna
      T2\tCue 5 9\tsaid
      T3\tContent 10 14;20 24\tit w orks
      T4\tAttribution 5 9\tsaid
      T5\tDiscard 30 40;50 51\tAdvertise
      """)
    #expect(
      annotation.statements == [
        MarkedStatement(
          source: [Span(start: 0, end: 4)], cue: [Span(start: 5, end: 9)],
          content: [Span(start: 10, end: 14), Span(start: 20, end: 24)])
      ])
    #expect(annotation.discarded == [Span(start: 30, end: 40), Span(start: 50, end: 51)])
  }

  @Test func `a role that is filled twice has the spans of both`() throws {
    let annotation = try StandoffAnnotation(
      "T1\tSource 0 4\tAnna\r\nT2\tSource 9 12\tBen\r\nT3\tContent 20 30\tit is over\r\nE1\tX:T9 Source:T1 Source2:T2 Content:T3\r\n"
    )
    #expect(annotation.statements.map(\.source) == [[Span(start: 0, end: 4), Span(start: 9, end: 12)]])
  }

  @Test func `without content there is no attribution`() throws {
    let annotation = try StandoffAnnotation("T1\tCue 0 4\tsays\nE1\tAttribution:T1 Cue:T1\n\nR1 nothing\nE2\n")
    #expect(annotation.statements.isEmpty)
  }

  @Test(arguments: ["T1\tCue 0\tx", "T1\tCue\tx", "T1\tCue 5 3\tx", "T1\tCue a b\tx", "T1\tCue 0 4;-2 1\tx"])
  func `marks without offsets are refused by line`(line: String) {
    #expect { try StandoffAnnotation("\n" + line) } throws: { ($0 as? StandoffError)?.line == 2 }
  }
}
