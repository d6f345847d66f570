/// One condition of a pattern on one attribute of a token.
struct TokenTest: Sendable {
  /// The attributes that patterns can ask for.
  enum Attribute: String, Sendable {
    case orth = "ORTH"
    case lower = "LOWER"
    case norm = "NORM"
    case prefix = "PREFIX"
    case suffix = "SUFFIX"
    case shape = "SHAPE"
    case tag = "TAG"
    case dep = "DEP"
    case isSpace = "IS_SPACE"
    // Nothing sets these before the ruler, so they are always empty.
    case pos = "POS"
    case morph = "MORPH"
    case lemma = "LEMMA"
  }

  enum Condition: Sendable {
    case equals(UInt64)
    case isIn(Set<UInt64>)
    case isNotIn(Set<UInt64>)
    case matches(TextPattern)
  }

  /// What a token offers to tests.
  struct Subject {
    let lexeme: Lexeme
    let word: UnsafeBufferPointer<UInt8>
    let tag: String
    let tagID: UInt64
    let label: String
    let labelID: UInt64

    func value(of attribute: Attribute) -> UInt64 {
      switch attribute {
      case .orth: lexeme.orth
      case .lower: lexeme.lower
      case .norm: lexeme.norm
      case .prefix: lexeme.prefix
      case .suffix: lexeme.suffix
      case .shape: lexeme.shape
      case .tag: tagID
      case .dep: labelID
      case .isSpace: lexeme.isSpace ? 1 : 0
      case .pos, .morph, .lemma: 0
      }
    }

    func string(of attribute: Attribute) -> String {
      switch attribute {
      case .orth: String(decoding: word, as: UTF8.self)
      case .lower: String(decoding: LowerCase.of(word), as: UTF8.self)
      case .tag: tag
      case .dep: label
      default: ""
      }
    }
  }

  let attribute: Attribute
  let condition: Condition

  func passes(_ subject: Subject) -> Bool {
    switch condition {
    case .equals(let value): return subject.value(of: attribute) == value
    case .isIn(let values): return values.contains(subject.value(of: attribute))
    case .isNotIn(let values): return !values.contains(subject.value(of: attribute))
    case .matches(let pattern):
      var matcher = PatternMatcher()
      return pattern.matches(subject.string(of: attribute), matcher: &matcher)
    }
  }
}
