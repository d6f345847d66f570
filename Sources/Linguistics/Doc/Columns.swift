/// The annotations of a text, one array a token attribute, as the components of a pipeline fill them.
///
/// All token columns have one element a token. Offsets are UTF-8 bytes of `utf8`, half-open.
package struct Columns: Sendable {
  package var text: String
  package var utf8: [UInt8]
  package var starts: [Int32] = []
  package var ends: [Int32] = []
  /// Whether one plain space follows the token.
  package var spaceAfter: [Bool] = []
  package var isSentenceStart: [Bool] = []
  package var isSpace: [Bool] = []
  /// Indices into `tagNames`.
  package var tags: [UInt16] = []
  package var pos: [UPOS] = []
  /// Indices into `morphNames`.
  package var morphs: [UInt16] = []
  /// Indices into `lemmaNames`.
  package var lemmas: [UInt32] = []
  /// Absolute token indices; a root is its own head.
  package var heads: [Int32] = []
  /// Indices into `labelNames`.
  package var labels: [UInt16] = []
  package var entities: [NamedEntity] = []

  package var tagNames: [String] = [""]
  package var labelNames: [String] = [""]
  package var morphNames: [String] = [""]
  package var lemmaNames: [String] = [""]

  package init(text: String) {
    self.text = text
    self.utf8 = Array(text.utf8)
  }

  /// Appends tokens without annotations: each is a root, and starts no sentence.
  mutating func append(_ tokens: Tokenization, _ cache: LexicalCache) {
    let base = starts.count
    let count = tokens.count
    starts += tokens.starts
    ends += tokens.ends
    spaceAfter += tokens.spaceAfter
    isSpace += tokens.lexemes.map { cache.lexemes[Int($0)].isSpace }
    isSentenceStart += repeatElement(false, count: count)
    tags += repeatElement(0, count: count)
    pos += repeatElement(.none, count: count)
    morphs += repeatElement(0, count: count)
    lemmas += repeatElement(0, count: count)
    heads += (base..<base + count).map { Int32($0) }
    labels += repeatElement(0, count: count)
  }
}
