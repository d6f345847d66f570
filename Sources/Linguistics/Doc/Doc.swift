/// A tokenized and annotated text: spaCy's `Doc`.
///
/// A `Doc` is immutable, cheap to copy (one reference) and safe to share between threads. Tokens are numbered from 0;
/// ranges of tokens and of UTF-8 bytes are half-open.
public struct Doc: Sendable, RandomAccessCollection {
  let storage: DocStorage

  /// Makes a document of annotations that are already there.
  package init(_ columns: Columns) { storage = DocStorage(columns) }

  /// The text that was read.
  public var text: String { storage.columns.text }
  /// The text's UTF-8 bytes, which byte offsets count.
  public var utf8: [UInt8] { storage.columns.utf8 }

  public var startIndex: Int { 0 }
  /// The number of tokens.
  public var endIndex: Int { storage.count }
  /// The token at `index`.
  public subscript(index: Int) -> Token { Token(storage: storage, index: index) }

  /// The sentences, in order; together they cover all tokens.
  public var sentences: [Range<Int>] { storage.sentences }
  /// The index in ``sentences`` of the sentence that holds `token`.
  public func sentenceIndex(of token: Int) -> Int { Int(storage.sentenceOfToken[token]) }
  /// The sentence that holds `token`.
  public func sentence(of token: Int) -> Range<Int> { storage.sentences[sentenceIndex(of: token)] }

  /// The named entities, in order, without overlap.
  public var entities: [NamedEntity] { storage.columns.entities }
  /// The named entity that covers `token`, or `nil`.
  public func entity(at token: Int) -> NamedEntity? {
    let index = storage.entityOfToken[token]
    return index < 0 ? nil : storage.columns.entities[Int(index)]
  }

  /// The bytes that `tokens` cover, from the first's start to the last's end; empty for an empty range.
  public func utf8Range(of tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first else {
      let at = tokens.lowerBound < count ? Int(storage.columns.starts[tokens.lowerBound]) : storage.columns.utf8.count
      return at..<at
    }
    return Int(storage.columns.starts[first])..<Int(storage.columns.ends[tokens.upperBound - 1])
  }

  /// The words of `tokens` as they stand in the text.
  public func text(of tokens: Range<Int>) -> String { text(ofUTF8: utf8Range(of: tokens)) }

  /// The text of a range of bytes.
  public func text(ofUTF8 bytes: Range<Int>) -> String { String(decoding: storage.columns.utf8[bytes], as: UTF8.self) }

  /// The tokens that touch the bytes `range`. Logarithmic in the number of tokens.
  public func tokens(touching range: Range<Int>) -> Range<Int> {
    let lower = partition { Int(storage.columns.ends[$0]) > range.lowerBound }
    let upper = partition { Int(storage.columns.starts[$0]) >= range.upperBound }
    return lower..<Swift.max(lower, upper)
  }

  private func partition(by belongsAfter: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsAfter(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
