internal import Knowledge
internal import Linguistics

/// A frame that holds at a word, with the words that it took.
struct FrameMatch {
  let frame: Frame
  let clause: Clause
  /// The frame's words, the main one first.
  var trigger: [Int]
  /// Words that satisfied a particular condition, which therefore are no triggers of their own.
  var consumed: [Int]
  var specificity: Int

  var head: Token { clause.word }
}
