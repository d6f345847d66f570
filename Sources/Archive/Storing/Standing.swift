/// What an archive knows of an article that has come.
public enum Standing: Sendable, Equatable {
  /// Nothing.
  case new
  /// An article of the same identity with another text: this would be its next version.
  case newVersion(of: Int64)
  /// The same text of the same article, or a fuller one of it.
  case known(Int64)
}
