import Coding
import Testing

/// How logits become spans.
struct TagSequenceTests {
  /// Logits that prefer, piece by piece, the tag named: `.` for none, `S s Q q C c` for the beginning and the inside of
  /// source, cue and content.
  private func logits(_ tags: String, weaker: [Int: Float] = [:]) -> [Float] {
    let order = Array(".SsQqCc")
    return tags.enumerated().flatMap { place, tag in order.map { $0 == tag ? weaker[place] ?? 4 : 0 } }
  }

  private func spans(_ logits: [Float]) -> [String] {
    TagSequence(logits: logits, count: logits.count / 7).spans.map {
      "\($0.role) \($0.pieces.lowerBound)-\($0.pieces.upperBound)"
    }
  }

  @Test func `a span begins with its first tag and goes on with its second`() {
    #expect(spans(logits("SsQ.Ccc")) == ["source 0-2", "cue 2-3", "content 4-7"])
  }

  @Test func `a first tag inside a span begins another`() {
    #expect(spans(logits("CcCc")) == ["content 0-2", "content 2-4"])
  }

  @Test func `what has not begun cannot go on`() {
    // The inside of a source after nothing: its beginning, unlikely as it is, costs less than to leave both out.
    #expect(spans(logits("ss")) == ["source 0-2"])
    #expect(spans(logits("Q.s", weaker: [2: 0.5])) == ["cue 0-1"])
  }

  @Test func `nothing gives nothing`() {
    #expect(spans([]) == [])
    #expect(spans(logits("...")) == [])
  }

  @Test func `a span's probability is the mean of its tags'`() throws {
    let span = try #require(TagSequence(logits: logits("Cc", weaker: [1: 1.0]), count: 2).spans.first)
    #expect(abs(span.probability - (0.9010 + 0.3118) / 2) < 0.001)
  }
}
