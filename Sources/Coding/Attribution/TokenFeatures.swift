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
    let utf8 = doc.utf8
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
        values: [token.tag, token.label, entity ?? "O", quotation ?? "O", Self.shape(of: token, in: utf8)])
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
  private static func shape(of token: Linguistics.Token, in utf8: [UInt8]) -> String {
    var shape = Shape()
    let bytes = utf8[token.utf8Range]
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes {
        let isCapital = (0x41...0x5a).contains(byte)
        shape.add(
          isLetter: isCapital || (0x61...0x7a).contains(byte), isCapital: isCapital,
          isDigit: (0x30...0x39).contains(byte))
      }
    } else {
      // The properties of Unicode take their time.
      for character in token.text {
        shape.add(isLetter: character.isLetter, isCapital: character.isUppercase, isDigit: character.isNumber)
      }
    }
    return shape.name
  }

  private struct Shape {
    private var capitals = 0
    private var letters = 0
    private var hasDigit = false
    private var startsWithCapital = false

    mutating func add(isLetter: Bool, isCapital: Bool, isDigit: Bool) {
      guard isLetter else {
        if isDigit { hasDigit = true }
        return
      }
      if letters == 0 { startsWithCapital = isCapital }
      letters += 1
      if isCapital { capitals += 1 }
    }

    var name: String {
      if hasDigit { return "digit" }
      if letters == 0 { return "other" }
      if capitals == 0 { return "lower" }
      if capitals == letters, letters > 1 { return "upper" }
      return startsWithCapital ? "title" : "mixed"
    }
  }
}
