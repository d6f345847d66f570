/// Recognises the short lines around a story: bylines, lines that give the date, credits.
struct HeadReader {
  let lexicon: PressLexicon
  let utf8: [UInt8]

  /// A rubric such as "World" that stands above the title.
  func isKicker(_ range: Range<Int>) -> Bool {
    guard range.count <= 40 else { return false }
    return lexicon.kickers.contains(String(decoding: utf8[range], as: UTF8.self).lowercased())
  }

  /// Whether a sentence has words that headlines leave out.
  func isProse(_ pieces: [Piece]) -> Bool {
    let words = pieces.filter { $0.kind == .word }
    let long = words.filter { $0.text.count >= 4 }
    // Most headlines that close with a stop write their words with capitals.
    if long.count >= 3, long.filter(\.isCapitalized).count * 10 >= long.count * 7 { return false }
    return words.filter { lexicon.proseWords.contains($0.lower) || WrittenDate.isWeekday($0.text) && $0.text.count > 4 }
      .count >= 2
  }

  // MARK: Dates

  /// The first date with a year among `pieces`.
  func date(in pieces: [Piece]) -> WrittenDate? {
    for index in pieces.indices.prefix(40) {
      if let date = WrittenDate(pieces, at: index), date.year != nil { return date }
    }
    return nil
  }

  /// The date of a line that holds a date with its year and little else: "Published: 7 April 2021 10:15 GMT".
  func dateLine(_ pieces: [Piece], afterTitle: Bool) -> WrittenDate? {
    guard pieces.count <= 40, let date = date(in: pieces) else { return nil }
    var strange = 0
    var index = 0
    while index < pieces.count {
      if date.pieces.contains(index) {
        index = date.pieces.upperBound
        continue
      }
      let piece = pieces[index]
      if piece.kind == .word, !lexicon.dateWords.contains(piece.lower), !WrittenDate.isWeekday(piece.text) {
        if let agency = lexicon.agency(in: pieces, at: index) {
          index = agency.end
          continue
        }
        guard let other = WrittenDate(pieces, at: index) else {
          guard piece.isCapitalized || WrittenDate.month(piece.text) != nil else { return nil }
          strange += 1
          index += 1
          continue
        }
        index = other.pieces.upperBound
        continue
      }
      index += 1
    }
    return strange <= (afterTitle ? 3 : 0) ? date : nil
  }

  // MARK: Names

  /// The names of a byline, without "By"; a date at its end left out.
  func byline(_ pieces: [Piece], _ range: Range<Int>) -> Range<Int>? {
    guard range.count <= 200, pieces.count >= 2 else { return nil }
    var start: Int?
    for opening in lexicon.bylineOpenings where opens(range, with: opening) {
      start = pieces.firstIndex { $0.range.lowerBound >= range.lowerBound + opening.utf8.count }
      break
    }
    guard let start, start < pieces.count else { return nil }
    var end = pieces.count
    if let date = (start..<pieces.count).first(where: { WrittenDate(pieces, at: $0)?.year != nil }) {
      end = date
      while end > start, pieces[end - 1].kind == .mark || lexicon.dateWords.contains(pieces[end - 1].lower) { end -= 1 }
    }
    if end > start, pieces[end - 1].text == "." { end -= 1 }
    let words = pieces[start..<end].filter { $0.kind == .word }
    guard (1...20).contains(words.count) else { return nil }
    guard
      words.allSatisfy({
        $0.isCapitalized || lexicon.byWords.contains($0.lower) || $0.text.contains("@") || $0.text.contains(".")
      })
    else { return nil }
    guard pieces[start].isCapitalized || lexicon.byWords.contains(pieces[start].lower) else { return nil }
    // A sentence that begins with "By" goes on with a verb.
    if WrittenDate.isWeekday(pieces[start].text) || WrittenDate.month(pieces[start].text) != nil { return nil }
    return pieces[start].range.lowerBound..<pieces[end - 1].range.upperBound
  }

  /// Whether the line begins with `opening`, in any case where it ends with a colon.
  private func opens(_ range: Range<Int>, with opening: String) -> Bool {
    let words = utf8[range].prefix(opening.utf8.count)
    if words.elementsEqual(opening.utf8) { return true }
    return opening.contains(":") && String(decoding: words, as: UTF8.self).lowercased() == opening.lowercased()
  }

  /// The words of the first agency among `pieces`.
  func agency(in pieces: [Piece]) -> Range<Int>? {
    for index in pieces.indices {
      if let found = lexicon.agency(in: pieces, at: index) {
        return pieces[index].range.lowerBound..<pieces[found.end - 1].range.upperBound
      }
    }
    return nil
  }

  /// The agency of a line that credits one and says nothing else: "(Yonhap)", "Source: Xinhua", "— AFP", "Reuters/AFP",
  /// "Associated Press Writer".
  ///
  /// In a story's head the desk may follow: "BBC News, Cairo".
  func creditLine(_ pieces: [Piece], inHead: Bool = false) -> Range<Int>? {
    guard (1...12).contains(pieces.count) else { return nil }
    var first: Range<Int>?
    var index = 0
    var strange = 0
    while index < pieces.count {
      let piece = pieces[index]
      if let found = lexicon.agency(in: pieces, at: index) {
        first = first ?? pieces[index].range.lowerBound..<pieces[found.end - 1].range.upperBound
        index = found.end
        continue
      }
      if piece.kind == .word, !lexicon.creditWords.contains(piece.lower), !lexicon.byWords.contains(piece.lower) {
        guard inHead, first != nil, piece.isCapitalized, strange < 2 else { return nil }
        strange += 1
      }
      index += 1
    }
    return first
  }

  /// The credit with which the paragraph `range` closes, and the first agency in it: "… to Tokyo. (Yonhap)", "… -- AFP".
  func closingCredit(of range: Range<Int>) -> (credit: Range<Int>, agency: Range<Int>)? {
    var start = max(range.lowerBound, range.upperBound - 90)
    while start < range.upperBound, utf8[start] & 0xC0 == 0x80 { start += 1 }
    let pieces = Piece.pieces(of: utf8, in: start..<range.upperBound)
    guard var end = pieces.indices.last else { return nil }
    if pieces[end].text == ".", end > 0 { end -= 1 }
    let opening: Int?
    switch pieces[end].text {
    case ")": opening = pieces[..<end].lastIndex { $0.text == "(" }
    case "]": opening = pieces[..<end].lastIndex { $0.text == "[" }
    case "/": opening = pieces[..<end].lastIndex { $0.text == "/" }
    default:
      // A dash, then the agency, at the very end.
      guard pieces[end].kind == .word, let dash = pieces[..<end].lastIndex(where: \.isDash), end - dash <= 4,
        pieces[dash].isSpaced, dash > 0, [".", "\"", "”", "’", "'"].contains(pieces[dash - 1].text)
      else { return nil }
      guard let found = creditLine(Array(pieces[(dash + 1)...end])) else { return nil }
      return (pieces[dash].range.lowerBound..<range.upperBound, found)
    }
    guard let opening, opening + 1 < end, let found = creditLine(Array(pieces[(opening + 1)..<end])) else { return nil }
    // Within a sentence, brackets explain; after it, they credit.
    guard opening == 0 || pieces[opening].isSpaced || [".", "”", "\""].contains(pieces[opening - 1].text) else {
      return nil
    }
    if opening > 0, pieces[end].text == "/", !pieces[opening].isSpaced { return nil }
    return (pieces[opening].range.lowerBound..<range.upperBound, found)
  }
}
