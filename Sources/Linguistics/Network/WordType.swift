/// All that an embedding can see of a token: equal word types have equal vectors.
struct WordType: Sendable, Hashable {
  var orth: UInt64
  var lower: UInt64
  var norm: UInt64
  var prefix: UInt64
  var suffix: UInt64
  var shape: UInt64
  var isFollowedBySpace: Bool
  var isSpace: Bool

  func value(of attribute: LexicalAttribute) -> UInt64 {
    switch attribute {
    case .orth: orth
    case .lower: lower
    case .norm: norm
    case .prefix: prefix
    case .suffix: suffix
    case .shape: shape
    case .spacy: isFollowedBySpace ? 1 : 0
    case .isSpace: isSpace ? 1 : 0
    }
  }
}
