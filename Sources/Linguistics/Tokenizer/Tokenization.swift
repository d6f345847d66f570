/// The tokens of a text, one array an attribute. Offsets are UTF-8 bytes, half-open.
package struct Tokenization: Sendable {
  package var starts: [Int32] = []
  package var ends: [Int32] = []
  /// Whether one plain space follows the token.
  package var spaceAfter: [Bool] = []
  /// Indices into ``LexicalCache/lexemes``.
  package var lexemes: [UInt32] = []

  package init() {}

  package var count: Int { starts.count }

  @inline(__always)
  mutating func append(_ lexeme: UInt32, start: Int, length: Int) {
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: start + length))
    spaceAfter.append(false)
    lexemes.append(lexeme)
  }

  /// Removes the tokens from `count` on, but keeps the memory.
  package mutating func truncate(to count: Int) {
    starts.removeSubrange(count...)
    ends.removeSubrange(count...)
    spaceAfter.removeSubrange(count...)
    lexemes.removeSubrange(count...)
  }
}
