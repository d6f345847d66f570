import Record

/// What a watch would tell of, before it is known whether that is new.
struct Candidate {
  var kind: Finding.Kind
  var identity: FindingIdentity
  var what: String
  var day: String?
  /// The characters that show it, whole sentences.
  var span: Span
  var before: Finding.Before?

  func finding(of watch: String, in article: WatchedArticle) -> Finding {
    Finding(
      id: identity.id(in: watch), watch: watch, kind: kind, what: what, day: day, source: article.source, span: span,
      words: article.exactWords(span), before: before)
  }
}
