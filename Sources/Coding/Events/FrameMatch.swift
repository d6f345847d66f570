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
  /// Whether the frame's word is a modal, the clause being its verb's.
  var isModal = false

  var head: Token { clause.word }

  var specificity: Int { frame.specificity }

  /// Whether the frame asks for a clause that completes it.
  var takesComplement: Bool {
    frame.conditions.contains { ($0.slot == .complement || $0.slot == .infinitive) && !$0.isNegated }
  }
}
