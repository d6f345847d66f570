/// How what is attributed is told.
package enum ContentKind: String, Sendable, CaseIterable {
  /// Every stretch of it opens with a quotation mark.
  case direct
  /// It holds a quotation mark elsewhere.
  case mixed
  /// No quotation marks, and more than ``shortLimit`` words.
  case longIndirect
  case shortIndirect

  /// The most words that a short one has.
  package static let shortLimit = 4
}

/// What attributes.
package enum CueKind: String, Sendable, CaseIterable {
  /// A plain word of speech, "according to" or a colon.
  case saying
  /// Thought, wish, deed, a noun, nothing at all.
  case other

  /// Those by which published figures on PolNeAR tell the kinds apart.
  static let sayingWords: Set<String> = [
    "say", "says", "said", "saying", "tell", "tells", "told", "telling", "added", "adding", "adds", "wrote", "writes",
    "asked", "noted", "tweeted",
  ]
}
