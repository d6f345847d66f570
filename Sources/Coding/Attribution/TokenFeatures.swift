internal import Linguistics

/// What the attribution tagger is told of each token beside its letters: what an uncased encoder cannot see.
///
/// The values are words, which a model's own table turns into numbers; what a table does not hold counts as unknown.
public struct TokenFeatures: Sendable {
  /// The names of the values, in their order.
  public static let columns = ["tag", "label", "entity", "quotation", "shape"]

  /// A token with its values.
  public struct Token: Sendable {
    /// Half-open, UTF-8 bytes of the text.
    public let bytes: Range<Int>
    /// In the order of ``columns``.
    public let values: [String]
  }

  /// The passages of the article, UTF-8 bytes.
  public let passages: [Range<Int>]
  /// The tokens that are not white space, in order.
  public let tokens: [Token]

  init(doc: Doc, passages: [Range<Int>], quotations: Quotations) {
    self.passages = passages
    tokens = doc.compactMap { token in
      guard !token.isSpace else { return nil }
      let entity = doc.entity(at: token.index).map {
        ($0.tokens.lowerBound == token.index ? "B-" : "I-") + $0.label
      }
      let quotation = quotations.stretch(at: token.index).map { index in
        let stretch = quotations.stretches[index]
        if stretch.tokens.lowerBound == token.index { return stretch.isSingle ? "B-single" : "B-double" }
        return stretch.isSingle ? "I-single" : "I-double"
      }
      return Token(
        bytes: token.utf8Range,
        values: [token.tag, token.label, entity ?? "O", quotation ?? "O", Self.shape(of: token)])
    }
  }

  /// The index of the first token that ends after byte `offset`.
  func first(endingAfter offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].bytes.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How a token is written: in capitals, with a first capital, in small letters, with digits, otherwise.
  private static func shape(of token: Linguistics.Token) -> String {
    var capitals = 0
    var letters = 0
    var hasDigit = false
    var first: Bool?
    for character in token.text {
      if character.isLetter {
        letters += 1
        if character.isUppercase { capitals += 1 }
        if first == nil { first = character.isUppercase }
      } else if character.isNumber {
        hasDigit = true
      }
    }
    if hasDigit { return "digit" }
    if letters == 0 { return "other" }
    if capitals == 0 { return "lower" }
    if capitals == letters, letters > 1 { return "upper" }
    return first == true ? "title" : "mixed"
  }
}
