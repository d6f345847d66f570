import Evaluation
import Record
import Testing

@Suite struct ScoredTextTests {
  @Test func `white space does not count, and joins what stands beside it`() {
    let text = ScoredText("ab \u{3000}\n cd\u{1F}e")
    let characters = text.characters(of: [Span(start: 0, end: 3), Span(start: 5, end: 99), Span(start: 3, end: 4)])
    #expect(characters.ranges == [0..<5])
    #expect(text.characters(of: [Span(start: -4, end: 1), Span(start: 50, end: 60)]).count == 1)
  }

  @Test func `characters are Unicode scalars`() {
    let text = ScoredText("e\u{301}🙂👨‍👩‍👧")
    #expect(text.characters(of: [Span(start: 0, end: 99)]).count == 8)
    #expect(text.words(of: [Span(start: 2, end: 3)]) == "🙂")
  }

  @Test(arguments: [
    ("“It works.”", "It works"), ("“‘Go,’ he…” —", "Go,’ he"), ("\"...\"", ""), ("no marks", "no marks"),
    (". first", ". first"),
  ])
  func `quotation marks and final punctuation are trimmed`(given: String, left: String) {
    let text = ScoredText(given)
    let all = text.trimmed(text.characters(of: [Span(start: 0, end: 99)]))
    #expect(all.count == left.filter { $0 != " " }.count)
  }

  @Test func `each stretch is trimmed by itself`() {
    let given = "“Stay,” she said, “or leave.”"
    let text = ScoredText(given)
    let whole = text.characters(of: [Span(start: 0, end: 7), Span(start: 18, end: 29)])
    let bare = text.characters(of: [Span(start: 1, end: 5), Span(start: 19, end: 27)])
    #expect(text.trimmed(whole) == bare)
  }

  @Test(arguments: [
    ("“It works.”", ContentKind.direct), ("\"It works\" and lasts", .direct), ("that it «works» well", .mixed),
    ("that it doesn’t work at all", .longIndirect), ("to leave the talks", .shortIndirect),
  ])
  func `contents are direct, mixed or indirect`(given: String, kind: ContentKind) {
    let text = ScoredText(given)
    #expect(text.contentKind(of: text.characters(of: [Span(start: 0, end: 99)])) == kind)
  }

  @Test func `a content of several stretches is direct where all of them are`() {
    let text = ScoredText("“Stay,” she said, “or leave.”")
    let both = [Span(start: 0, end: 7), Span(start: 18, end: 29)]
    #expect(text.contentKind(of: text.characters(of: both)) == .direct)
    #expect(text.contentKind(of: text.characters(of: [both[0], Span(start: 20, end: 29)])) == .mixed)
  }

  @Test(arguments: [
    ("Told", CueKind.saying), ("according to", .saying), ("in a letter:", .saying), ("according them", .other),
    ("believes", .other), ("soothsayer", .other),
  ])
  func `cues are words of saying or others`(given: String, kind: CueKind) {
    let text = ScoredText(given)
    #expect(text.cueKind(of: text.characters(of: [Span(start: 0, end: 99)])) == kind)
  }
}
