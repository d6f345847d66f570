import Comparison
import Record

/// An article's record, ready to be held against watches.
struct WatchedArticle {
  let readout: Readout
  let source: FindingSource
  /// The day of the article.
  let reported: CalendarDay?
  private let text: SpanText
  private let entities: [String: Readout.Entity]
  private let times: [String: DayRange]
  private let statements: [String: Readout.Statement]
  private let events: [String: Readout.Event]
  /// The names of each entity, as the article has them, in small letters.
  private let names: [String: Set<String>]
  /// The indices of statements by the sentence that attributes them.
  private let statementsBySentence: [Int: [Int]]

  init(_ readout: Readout, article: Int64) {
    let document = readout.document
    self.readout = readout
    source = FindingSource(
      article: article, title: document.title?.text, publisher: document.publisher?.text ?? document.agency?.text,
      published: document.published ?? ArticleDay(document).first?.description, uri: document.uri)
    reported = ArticleDay(document).first
    let text = SpanText(document.text)
    self.text = text
    entities = Self.byID(readout.entities, \.id)
    times = Self.byID(readout.times, \.id).compactMapValues { DayRange($0) }
    statements = Self.byID(readout.statements, \.id)
    events = Self.byID(readout.events, \.id)
    names = entities.mapValues { entity in
      Set(
        [Wording(entity.name).text]
          + entity.mentions.lazy.filter { $0.kind == .name }.map { Wording(text[$0.span]).text })
    }
    statementsBySentence = Dictionary(grouping: readout.statements.indices) { readout.statements[$0].sentence }
  }

  private static func byID<Element>(_ elements: [Element], _ id: (Element) -> String) -> [String: Element] {
    Dictionary(elements.map { (id($0), $0) }) { first, _ in first }
  }

  // MARK: Parts of the record

  func statement(_ id: String?) -> Readout.Statement? { id.flatMap { statements[$0] } }
  func event(_ id: String?) -> Readout.Event? { id.flatMap { events[$0] } }
  func days(_ id: String?) -> DayRange? { id.flatMap { times[$0] } }

  /// The words of a stretch, white space as one space.
  func words(_ span: Span) -> String { text[span].split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  func exactWords(_ span: Span) -> String { text[span] }

  // MARK: Who

  /// What answers call an entity.
  func name(_ id: String?) -> String? { id.flatMap { entities[$0]?.name } }

  func country(_ id: String?) -> String? { id.flatMap { entities[$0] }.flatMap { $0.country ?? $0.code } }

  /// By what an entity is the same in other articles: its state, else its name.
  func party(_ id: String?) -> String? { country(id) ?? id.flatMap { entities[$0] }.map { Wording($0.name).text } }

  /// By what a speaker is the same in other articles.
  func actor(_ id: String?) -> String? {
    id.flatMap { entities[$0] }.map { ActorKey($0)?.description ?? Wording($0.name).text }
  }

  /// Whether somebody of these is called so: by the whole name, or by its end, as families' names stand.
  func isNamed(_ name: String, among ids: Set<String>) -> Bool {
    let name = Wording(name).text
    return ids.contains { id in names[id]?.contains { $0 == name || $0.hasSuffix(" " + name) } == true }
  }

  // MARK: Where

  /// The sentences around stretches, and the stretches themselves where they reach further.
  func stretch(sentence: Int, _ spans: [Span]) -> Span {
    let sentences = readout.document.sentences
    let all = spans + (sentences.indices.contains(sentence) ? [sentences[sentence]] : [])
    return Span(start: all.map(\.start).min() ?? 0, end: all.map(\.end).max() ?? 0)
  }

  /// The sentence that holds a character, by its index; -1 where none does.
  func sentence(at character: Int) -> Int {
    let sentences = readout.document.sentences
    let index = firstSentence(endingAfter: character)
    return index < sentences.count && sentences[index].start <= character ? index : -1
  }

  private func firstSentence(endingAfter character: Int) -> Int {
    let sentences = readout.document.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].end <= character { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The words of each sentence.
  var sentences: Set<Wording> { Set(readout.document.sentences.map { Wording(text[$0]) }) }

  /// Whether all sentences that a stretch touches are among those that were read before.
  func isKnown(_ span: Span, from earlier: Set<Wording>) -> Bool {
    guard !earlier.isEmpty else { return false }
    let sentences = readout.document.sentences
    var index = firstSentence(endingAfter: span.start)
    while index < sentences.count, sentences[index].start < span.end {
      guard earlier.contains(Wording(text[sentences[index]])) else { return false }
      index += 1
    }
    return true
  }

  /// What is attributed by a sentence.
  func statements(inSentence sentence: Int) -> [Readout.Statement] {
    statementsBySentence[sentence]?.map { readout.statements[$0] } ?? []
  }
}
