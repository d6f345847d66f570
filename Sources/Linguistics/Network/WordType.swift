/// All that an embedding can see of a token: a lexeme, and whether a space follows. Equal word types have equal vectors.
struct WordType: Sendable, Hashable {
  let lexeme: Lexeme
  let isFollowedBySpace: Bool

  func value(of attribute: LexicalAttribute) -> UInt64 {
    switch attribute {
    case .orth: lexeme.orth
    case .lower: lexeme.lower
    case .norm: lexeme.norm
    case .prefix: lexeme.prefix
    case .suffix: lexeme.suffix
    case .shape: lexeme.shape
    case .spacy: isFollowedBySpace ? 1 : 0
    case .isSpace: lexeme.isSpace ? 1 : 0
    }
  }
}
