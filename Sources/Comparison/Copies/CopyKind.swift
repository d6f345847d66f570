/// How one text stands to another that shares its wording.
public enum CopyKind: String, Sendable, CaseIterable {
  /// The same words in the same order.
  case identical
  /// The same text but for a dateline, a headline or a few words.
  case copy
  /// One text, brought up to date or extended: both hold much that is the other's, and each or one has more.
  case update
  /// The shorter is a part of the longer.
  case excerpt
}
