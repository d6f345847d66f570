package import Record

/// One place in the text that refers to an entity.
package struct Mention: Sendable, Equatable {
  /// The entity, an index into `Cast.entities`.
  package var entity: Int
  package var tokens: Range<Int>
  /// The syntactic head, a token index.
  package var head: Int
  package var bytes: Range<Int>
  package var kind: MentionKind
  /// For a collective ("the two sides", "they", "Abe and Lee" where they speak together): the entities that it stands for.
  package var members: [Int]
  /// Whether it only says what something else belongs to: "Afghan" in "the Afghan team".
  package var isModifier: Bool

  package init(
    entity: Int, tokens: Range<Int>, head: Int, bytes: Range<Int>, kind: MentionKind, members: [Int] = [],
    isModifier: Bool = false
  ) {
    self.entity = entity
    self.tokens = tokens
    self.head = head
    self.bytes = bytes
    self.kind = kind
    self.members = members
    self.isModifier = isModifier
  }
}
