/// The entities of a story with all their mentions, and the way from a token to what it refers to.
package struct Cast: Sendable {
  package var entities: [Entity] = []
  /// All mentions, in text order. Each belongs to the entity whose index it carries.
  package var mentions: [Mention] = []
  /// For each token of the document the index in `mentions` of the mention that it heads, or -1.
  package var mentionOfHead: [Int32] = []

  package init() {}

  /// The mention whose head is `token`, or `nil`.
  package func mention(headedBy token: Int) -> Mention? {
    guard mentionOfHead.indices.contains(token), mentionOfHead[token] >= 0 else { return nil }
    return mentions[Int(mentionOfHead[token])]
  }

  /// The entities that a mention stands for: its members where it is a collective, else its own.
  package func members(of mention: Mention) -> [Int] { mention.members.isEmpty ? [mention.entity] : mention.members }
}
