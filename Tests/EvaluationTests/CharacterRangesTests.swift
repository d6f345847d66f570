import Evaluation
import Testing

@Suite struct CharacterRangesTests {
  @Test func `ranges that overlap or touch are one`() {
    let ranges = CharacterRanges([8..<9, 0..<3, 3..<5, 2..<4, 6..<6])
    #expect(ranges.ranges == [0..<5, 8..<9])
    #expect(ranges.count == 6)
  }

  @Test func `what two share is counted once`() {
    let one = CharacterRanges([0..<4, 6..<10])
    let other = CharacterRanges([2..<7, 9..<20])
    #expect(one.sharedCount(with: other) == 4)
    #expect(other.sharedCount(with: one) == 4)
    #expect(one.jaccard(other) == 4.0 / 20)
    #expect(one.jaccard(one) == 1)
  }

  @Test func `nothing has nothing in common with anything`() {
    let none = CharacterRanges([])
    #expect(none.isEmpty)
    #expect(none.jaccard(none) == 0)
    #expect(none.jaccard(CharacterRanges([0..<2])) == 0)
  }
}
