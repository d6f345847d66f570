/// What is known of a word type whatever its context, as ids of ``StringID``.
package struct Lexeme: Sendable, Hashable {
  /// The word as it is written.
  package let orth: UInt64
  /// The word in lower case.
  package let lower: UInt64
  /// The normal form, which may come from an exception of the tokenizer.
  package let norm: UInt64
  /// The first character.
  package let prefix: UInt64
  /// The last three characters.
  package let suffix: UInt64
  /// The shape, `Xxxxx` or `dd`.
  package let shape: UInt64
  /// Whether there is nothing but white space.
  package let isSpace: Bool
  /// The number by which the special cases of the tokenizer know the word, or -1.
  let specialWord: Int32
}
