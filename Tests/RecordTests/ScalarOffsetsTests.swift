import Record
import Testing

@Suite struct ScalarOffsetsTests {
  @Test func `bytes of ASCII are scalars`() {
    let offsets = ScalarOffsets(utf8: Array("Minister arrives".utf8))
    #expect(offsets.span(9..<16) == Span(start: 9, end: 16))
  }

  @Test func `every offset agrees with counting`() {
    let text = String(repeating: "Erdoğan “hopes” 🙂 한국 e\u{301}té ", count: 20)
    let utf8 = Array(text.utf8)
    let offsets = ScalarOffsets(utf8: utf8)
    #expect(offsets.count == text.unicodeScalars.count)
    for (number, index) in text.unicodeScalars.indices.enumerated() {
      #expect(offsets.scalar(at: text.utf8.distance(from: text.startIndex, to: index)) == number)
    }
  }

  @Test func `offsets outside the text are brought in`() {
    let offsets = ScalarOffsets(utf8: Array("ü".utf8))
    #expect(offsets.span(-4..<90) == Span(start: 0, end: 1))
  }
}
