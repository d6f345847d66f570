/// The attributes of a word type that an embedding can look at, named as in spaCy's configs.
enum LexicalAttribute: String, Sendable {
  case orth = "ORTH"
  case lower = "LOWER"
  case norm = "NORM"
  case prefix = "PREFIX"
  case suffix = "SUFFIX"
  case shape = "SHAPE"
  /// Whether a space follows.
  case spacy = "SPACY"
  case isSpace = "IS_SPACE"
}
