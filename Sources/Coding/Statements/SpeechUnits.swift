internal import Linguistics

/// The sentences of a story as its quotations cut them: a quotation, of however many sentences, lies in one unit with the
/// words that attribute it.
///
/// A parser's own sentences break inside quotations and at their closing marks; these do not.
struct SpeechUnits: Sendable {
  private(set) var units: [Range<Int>] = []
  /// For each token the index of its unit.
  private(set) var unitOfToken: [Int32]
  /// For each unit the index of its passage.
  private(set) var passages: [Int] = []

  /// - Parameters:
  ///   - breaks: Tokens at which a unit begins in any case.
  ///   - attributes: Whether a token is a verb that may attribute a quotation.
  init(
    doc: Doc, passages: [Range<Int>], quotations: Quotations, breaks: Set<Int> = [], attributes: (Token) -> Bool
  ) {
    unitOfToken = [Int32](repeating: 0, count: doc.count)
    for (index, passage) in passages.enumerated() {
      let tokens = doc.tokens(touching: passage)
      guard !tokens.isEmpty else { continue }
      var start = tokens.lowerBound
      for i in tokens where i > start {
        if breaks.contains(i)
          || Self.begins(at: i, start: start, in: doc, quotations: quotations, attributes: attributes)
        {
          append(start..<i, passage: index)
          start = i
        }
      }
      append(start..<tokens.upperBound, passage: index)
    }
  }

  private mutating func append(_ unit: Range<Int>, passage: Int) {
    for token in unit { unitOfToken[token] = Int32(units.count) }
    units.append(unit)
    passages.append(passage)
  }

  /// The unit that holds `token`.
  func unit(of token: Int) -> Range<Int> { units.isEmpty ? 0..<0 : units[Int(unitOfToken[token])] }
  /// The index of the unit that holds `token`.
  func index(of token: Int) -> Int { Int(unitOfToken[token]) }

  private static func begins(
    at i: Int, start: Int, in doc: Doc, quotations: Quotations, attributes: (Token) -> Bool
  ) -> Bool {
    let token = doc[i]
    if token.isSpace { return false }
    let here = quotations.stretch(at: i)
    // Inside a quotation, but at its first token.
    if let here, quotations.stretches[here].tokens.lowerBound != i { return false }
    var previous = i - 1
    while previous >= start, doc[previous].isSpace { previous -= 1 }
    guard previous >= start else { return false }
    if let before = quotations.stretch(at: previous), before != here {
      let stretch = quotations.stretches[before]
      guard let last = lastInner(of: stretch, in: doc) else { return false }
      switch last {
      case 0x2E:
        return token.text.first?.isLowercase != true
      case 0x21, 0x3F:
        if here != nil { return false }
        guard token.text.first?.isUppercase == true else { return false }
        let end = min(doc.count, i + 8)
        return !(i..<end).contains { attributes(doc[$0]) }
      default:
        return token.isSentenceStart && token.text.first?.isUppercase == true && last != 0x2C
          && doc[previous].index < i && [".", "!", "?"].contains(doc[previous].text)
      }
    }
    if [".", "!", "?"].contains(doc[previous].text) { return true }
    if [",", ":", "-", "--", "–", "—", "("].contains(doc[previous].text) { return false }
    return token.isSentenceStart && here == nil
  }

  /// The last byte of a stretch before its closing mark.
  static func lastInner(of stretch: Quotations.Stretch, in doc: Doc) -> UInt8? {
    let utf8 = doc.utf8
    var i = stretch.bytes.upperBound - 1
    // Closing marks and spaces.
    while i > stretch.bytes.lowerBound {
      let byte = utf8[i]
      if byte <= 0x20 || byte == 0x22 || byte == 0x27 || byte == 0x60 {
        i -= 1
      } else if byte >= 0x80, byte < 0xC0, i >= 2, utf8[i - 2] == 0xE2, utf8[i - 1] == 0x80,
        (0x98...0x9F).contains(byte)
      {
        i -= 3
      } else if byte == 0xBB, utf8[i - 1] == 0xC2 {
        i -= 2
      } else {
        return byte
      }
    }
    return nil
  }
}
