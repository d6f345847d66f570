public import Record

/// One statement as one article gives it, in terms that can be held against other articles'.
public struct QuotedStatement: Sendable, Hashable {
  /// The number by which the caller knows the article.
  public var article: Int
  /// The statement's id in its readout.
  public var statement: String
  public var speaker: ActorKey
  public var quotation: Quotation
  /// The wording as the article has it, its stretches joined by ` … `.
  public var wording: String
  public var content: [Span]
  /// Who passed it on, nearest to the speaker first.
  public var relays: [ActorKey]
  /// The day on which it was said, else those on which it can have been from the article's day.
  public var days: DayInterval?
  /// Keys of the words in quotation marks, in order.
  let quoted: [UInt64]
  /// Keys of all words, in order.
  let words: [UInt64]
}

extension QuotedStatement {
  /// The statements of a readout whose speaker other articles can name too.
  ///
  /// - Parameters:
  ///   - article: the number by which the caller knows it.
  ///   - identities: what is known of people from other articles.
  public static func all(of readout: Readout, article: Int, identities: ActorIdentities = .init()) -> [QuotedStatement]
  {
    let keys = Dictionary(
      readout.entities.compactMap { entity in ActorKey(entity).map { (entity.id, identities.canonical($0)) } },
      uniquingKeysWith: { first, _ in first })
    let times = Dictionary(readout.times.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let text = SpanText(readout.document.text)
    let list = WordList(readout.document.text)
    let published = DayInterval(publicationOf: readout.document)
    return readout.statements.compactMap { statement in
      guard let speaker = statement.speaker?.entity.flatMap({ keys[$0] }) else { return nil }
      let words = statement.content.flatMap { span in list.indices(in: span).map { list.words[$0] } }
      let quoted = statement.quotation == .direct ? nil : SpanSet(quotedParts(of: statement, text))
      return QuotedStatement(
        article: article, statement: statement.id, speaker: speaker, quotation: statement.quotation,
        wording: statement.content.map { text[$0] }.joined(separator: " … "), content: statement.content,
        relays: statement.relays.compactMap { $0.entity.flatMap { keys[$0] } },
        days: statement.time.flatMap { times[$0] }.flatMap { DayInterval($0) } ?? published,
        quoted: words.filter { quoted?.contains($0.span.start) ?? true }.map(\.key), words: words.map(\.key))
    }
  }

  /// What stands between quotation marks in the content of a mixed statement.
  private static func quotedParts(of statement: Readout.Statement, _ text: SpanText) -> [Span] {
    guard statement.quotation == .mixed else { return [] }
    return statement.content.flatMap { span in
      var parts: [Span] = []
      var open: Int?
      for (offset, scalar) in text[span].unicodeScalars.enumerated() {
        switch scalar {
        case "\u{201C}": open = span.start + offset
        case "\"" where open == nil: open = span.start + offset
        case "\"", "\u{201D}":
          if let start = open { parts.append(Span(start: start, end: span.start + offset)) }
          open = nil
        default: break
        }
      }
      return parts
    }
  }
}
