package import Linguistics
package import Newswire

/// An article on its way to a readout: what the steps so far have found in it.
///
/// All `bytes` are half-open UTF-8 ranges of `article.text`, all `tokens` half-open ranges of `doc`, all cross-references
/// indices into the arrays of this story; ``Coder`` turns them into the record's spans and ids at the end.
package struct Story: Sendable {
  package let article: Article
  /// The parse of the article's passages (title and paragraphs; furniture, byline and dateline have no tokens).
  package let doc: Doc
  /// The day of publication, where it is known.
  package var published: CalendarDate?
  /// Where it is not, the days on which everyone named could hold the office that the text gives them.
  package var publishedWindow: PublishedWindow?
  package var times: [TimeMention] = []
  package var places: [PlaceMention] = []
  package var cast = Cast()
  package var statements: [Statement] = []
  package var events: [Event] = []
  package var positions: [Position] = []
  package var commitments: [Commitment] = []
  package var agenda: [AgendaItem] = []
  package var warnings: [Warning] = []

  package init(article: Article, doc: Doc, published: CalendarDate? = nil) {
    self.article = article
    self.doc = doc
    self.published = published
  }
}

/// Something that could not be resolved, for the record's `warnings`.
package struct Warning: Sendable, Equatable {
  /// A stable key, `relative-date-unanchored` for instance.
  package var code: String
  package var message: String
  package var bytes: Range<Int>?

  package init(code: String, message: String, bytes: Range<Int>? = nil) {
    self.code = code
    self.message = message
    self.bytes = bytes
  }
}
