import Linguistics
import Testing

@Suite struct ArcEagerStateTests {
  /// Parses three words, "he saw her", by named moves.
  @Test func `shift, left arc, right arc and reduce build a tree`() {
    var state = ArcEagerState(length: 3)
    state.apply(.shift, label: 0)
    #expect(state.stackToken(0) == 0)
    state.apply(.leftArc, label: 7)
    #expect(state.stackToken(0) == -1)
    state.apply(.shift, label: 0)
    state.apply(.rightArc, label: 9)
    #expect(state.rightChild(of: 1, 1) == 2)
    #expect(state.leftChild(of: 1, 1) == 0)
    state.apply(.reduce, label: 0)
    state.apply(.reduce, label: 0)
    #expect(state.isFinal)
    #expect(state.heads == [1, -1, 1])
    #expect(state.labels[0] == 7)
    #expect(state.labels[2] == 9)
  }

  @Test func `an empty document is final at once`() {
    #expect(ArcEagerState(length: 0).isFinal)
  }

  @Test func `a word without a head goes back to the buffer, and is not shifted again`() {
    var state = ArcEagerState(length: 3)
    state.apply(.shift, label: 0)
    state.apply(.shift, label: 0)
    state.apply(.reduce, label: 0)
    #expect(state.bufferToken(0) == 1)
    #expect(state.bufferToken(1) == 2)
    #expect(!state.validMoves.shift)
    #expect(state.validMoves.rightArc)
  }

  @Test func `no arc and no shift crosses a sentence start`() {
    var state = ArcEagerState(length: 3)
    state.apply(.breakSentence, label: 0)
    state.apply(.shift, label: 0)
    let valid = state.validMoves
    #expect(!valid.shift && !valid.leftArc && !valid.rightArc)
    #expect(valid.reduce)
  }

  @Test func `a new head takes the place of the old one`() {
    var state = ArcEagerState(length: 3)
    state.apply(.shift, label: 0)
    state.apply(.rightArc, label: 1)
    #expect(state.heads[1] == 0)
    state.apply(.leftArc, label: 2)
    #expect(state.heads[1] == 2)
    #expect(state.rightChild(of: 0, 1) == -1)
    #expect(state.leftChild(of: 2, 1) == 1)
  }
}
