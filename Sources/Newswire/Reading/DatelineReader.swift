/// Reads datelines: "TOKYO, Sept. 11 (Kyodo) —", "MOSCOW, June 27. /TASS/.", "GENEVA, 3 March 2011 –", "KYIV:".
struct DatelineReader: Sendable {
  let lexicon: PressLexicon

  /// A dateline with what it says.
  struct Found: Sendable {
    var dateline: Article.Dateline
    var date: WrittenDate?
    /// Whether the paragraph holds nothing else.
    var standsAlone: Bool
    /// Whether nothing but a dash after a word speaks for it.
    var isWeak: Bool
  }

  /// How far into a paragraph a dateline reaches at most, in bytes.
  private static let reach = 220

  /// The dateline that the paragraph `range` of `utf8` begins with, or `nil`.
  func dateline(in utf8: [UInt8], _ range: Range<Int>) -> Found? {
    var end = min(range.upperBound, range.lowerBound + Self.reach)
    while end < range.upperBound, utf8[end] & 0xC0 == 0x80 { end += 1 }
    let pieces = Piece.pieces(of: utf8, in: range.lowerBound..<end)
    var attempt = Attempt(pieces: pieces, lexicon: lexicon, isWhole: end == range.upperBound)
    guard attempt.read() else { return nil }
    let next = attempt.at < pieces.count ? pieces[attempt.at].range.lowerBound : end
    let lower = pieces.first?.range.lowerBound ?? range.lowerBound
    let place = attempt.place ?? lower..<lower
    return Found(
      dateline: Article.Dateline(
        range: lower..<pieces[attempt.at - 1].range.upperBound, place: place,
        date: attempt.date.map {
          pieces[$0.pieces.lowerBound].range.lowerBound..<pieces[$0.pieces.upperBound - 1].range.upperBound
        },
        agency: attempt.agency),
      date: attempt.date, standsAlone: attempt.at == pieces.count && next == range.upperBound, isWeak: attempt.isWeak)
  }

  /// One way through the pieces of a paragraph's begin.
  private struct Attempt {
    let pieces: [Piece]
    let lexicon: PressLexicon
    /// Whether the pieces are all of the paragraph.
    let isWhole: Bool
    var at = 0
    var place: Range<Int>?
    var placeIsInCapitals = false
    var placeWords = 0
    var date: WrittenDate?
    var agency: Range<Int>?
    /// Not so of brackets with capitals or a word such as "News" in them, or behind a date: they name an agency all the same.
    var agencyIsKnown = false
    var isWeak = false

    func piece(_ index: Int) -> Piece? { index < pieces.count ? pieces[index] : nil }
    func text(_ index: Int) -> String { piece(index)?.text ?? "" }

    mutating func read() -> Bool {
      _ = readAgency(bracketsOnly: true)
      if agency != nil, piece(at)?.isDash == true, let next = piece(at + 1), isSentenceBegin(next) {
        at += 1
        return true
      }
      if date == nil { readDate() }
      let hasPlace = date == nil ? readPlace() : false
      if !hasPlace, agency == nil, date == nil { return false }
      // What may come after the place, in any order, each once.
      while at < pieces.count {
        let before = at
        if agency == nil, readAgency(bracketsOnly: false) { continue }
        if date == nil, readDate() { continue }
        if date == nil, hasPlace, agency == nil, readRegion() { continue }
        if text(at) == "," || text(at) == ".", isFollowedByElement(at + 1) {
          at += 1
          continue
        }
        // "PARIS — AFP —": a dash before the agency.
        if piece(at)?.isDash == true, agency == nil, let end = knownAgency(at: at + 1), endsElement(end - 1) {
          at += 1
          continue
        }
        if before == at { break }
      }
      return close(hasPlace: hasPlace)
    }

    /// The separator, and whether all of it together is a dateline.
    private mutating func close(hasPlace: Bool) -> Bool {
      let isSure = date != nil || agency != nil
      if at == pieces.count {
        guard isWhole else { return false }
        return (hasPlace && isSure) || (agencyIsKnown && date != nil)
      }
      if text(at) == ".", let next = piece(at + 1), next.isDash { at += 1 }
      let separator = pieces[at]
      if separator.isDash {
        guard separator.isSpaced || separator.text != "-" || isSure else { return false }
        if !hasPlace { guard agency != nil || date?.year != nil else { return false } }
        if hasPlace, !isSure {
          guard separator.text != "|", separator.text != "•" else { return false }
          guard let next = piece(at + 1), isSentenceBegin(next) else { return false }
          isWeak = true
          if !placeIsInCapitals, placeWords > 3 || separator.text == "-" || separator.text == "_" { return false }
        }
        at += 1
        return true
      }
      switch separator.text {
      case ":":
        guard hasPlace || agency != nil else { return false }
        if !isSure {
          guard placeIsInCapitals, let next = piece(at + 1), isSentenceBegin(next) else { return false }
          isWeak = true
        }
        at += 1
        return true
      case ".":
        // "/TASS/." and "Sept 11. Text": a stop ends the dateline.
        guard hasPlace, isSure, agencyIsKnown || placeIsInCapitals, let next = piece(at + 1), isSentenceBegin(next)
        else {
          return false
        }
        at += 1
        return true
      default:
        // "(Xinhua) Text": nothing ends the dateline but the bracket.
        guard agencyIsKnown, isSentenceBegin(separator),
          !hasPlace || placeIsInCapitals || date != nil || placeWords <= 3
        else {
          return false
        }
        return [")", "]", "/"].contains(text(at - 1))
      }
    }

    private func isSentenceBegin(_ piece: Piece) -> Bool {
      piece.kind == .number || piece.isCapitalized
        || ["“", "\"", "‘", "'", "`", "«", "$", "€", "£"].contains(piece.text)
        || piece.kind == .word && !piece.text.contains { $0.isLowercase || $0.isUppercase }
    }

    /// Whether a date, an agency or a region begins at `index`: what a comma in a dateline parts.
    private func isFollowedByElement(_ index: Int) -> Bool {
      if WrittenDate(pieces, at: index) != nil { return true }
      if let piece = piece(index), piece.kind == .word, WrittenDate.isWeekday(piece.text) { return true }
      if ["(", "[", "/"].contains(text(index)) { return true }
      guard let end = knownAgency(at: index) else { return false }
      return endsElement(end - 1)
    }

    /// Whether what ends with the piece `index` is closed by a mark or a dash.
    private func endsElement(_ index: Int) -> Bool {
      guard let next = piece(index + 1) else { return true }
      return next.isDash || [":", ",", "."].contains(next.text)
    }

    // MARK: Elements

    @discardableResult private mutating func readDate() -> Bool {
      if let found = WrittenDate(pieces, at: at) {
        date = found
        at = found.pieces.upperBound
        return true
      }
      if text(at) == "(", let found = WrittenDate(pieces, at: at + 1), text(found.pieces.upperBound) == ")" {
        date = found
        at = found.pieces.upperBound + 1
        return true
      }
      // A weekday alone says nothing that the story does not.
      if let piece = piece(at), piece.kind == .word, place != nil, [",", "."].contains(text(at - 1)),
        WrittenDate.isWeekday(piece.text)
      {
        at += 1
        return true
      }
      return false
    }

    /// An agency in brackets or between slashes, or, but for `bracketsOnly`, a known one in the open.
    private mutating func readAgency(bracketsOnly: Bool) -> Bool {
      let closing = ["(": ")", "[": "]", "/": "/"][text(at)]
      if let closing {
        guard let end = (at + 1..<min(at + 9, pieces.count)).first(where: { text($0) == closing }), end > at + 1 else {
          return false
        }
        let range = pieces[at + 1].range.lowerBound..<pieces[end - 1].range.upperBound
        if let last = knownAgency(at: at + 1) {
          agency = pieces[at + 1].range.lowerBound..<pieces[last - 1].range.upperBound
          agencyIsKnown = true
          at = end + 1
          return true
        }
        let words = pieces[(at + 1)..<end]
        guard !bracketsOnly, place != nil, words.allSatisfy({ $0.isCapitalized || ["/", "."].contains($0.text) }),
          date != nil
            || words.contains(where: { $0.isAllCapitals && $0.text.count > 1 || lexicon.agencyWords.contains($0.text) }),
          end + 1 < pieces.count, pieces[end + 1].isDash || text(end + 1) == ":"
        else { return false }
        agency = range
        at = end + 1
        return true
      }
      guard !bracketsOnly, at > 0, let last = knownAgency(at: at), endsElement(last - 1) else { return false }
      agency = pieces[at].range.lowerBound..<pieces[last - 1].range.upperBound
      agencyIsKnown = true
      at = last
      return true
    }

    /// The end of the longest known agency's name that begins at `index`.
    private func knownAgency(at index: Int) -> Int? { lexicon.agency(in: pieces, at: index)?.end }

    /// "South Korea", "N.H.", "[India]", "(Russia)" after a place.
    private mutating func readRegion() -> Bool {
      let opening = text(at)
      if opening == ",", let words = words(from: at + 1, most: 4) {
        // A comma goes with an apposition, too: only a mark of the dateline shows that this is a region.
        let after = text(words.end)
        guard
          [",", "(", "[", "/", ":", "."].contains(after) || piece(words.end)?.isDash == true
            || WrittenDate(pieces, at: words.end) != nil || (words.end == pieces.count && isWhole)
        else { return false }
        if after == ".", WrittenDate(pieces, at: words.end + 1) == nil { return false }
        at = words.end
        return true
      }
      if let closing = ["(": ")", "[": "]"][opening], let words = words(from: at + 1, most: 4),
        text(words.end) == closing
      {
        at = words.end + 1
        return true
      }
      return false
    }

    /// A place: capitalised words, perhaps several places joined by strokes or "and". The first one is kept.
    private mutating func readPlace() -> Bool {
      guard let first = words(from: at, most: 5) else { return false }
      guard !lexicon.labels.contains(pieces[at..<first.end].map(\.lower).joined(separator: " ")) else { return false }
      guard !(WrittenDate.isWeekday(text(at)) || WrittenDate.month(text(at)) != nil && first.end == at + 1) else {
        return false
      }
      place = pieces[at].range.lowerBound..<pieces[first.lastWord].range.upperBound
      // "ST" of "ST. PETERSBURG" keeps its stop; the stop of a region belongs to it, too.
      if first.end - 1 > first.lastWord { place = pieces[at].range.lowerBound..<pieces[first.end - 1].range.upperBound }
      let inCapitals = pieces[at..<first.end].filter { $0.kind == .word && !lexicon.placeWords.contains($0.text) }
      placeIsInCapitals = inCapitals.allSatisfy(\.isAllCapitals) && inCapitals.contains { $0.text.count > 1 }
      placeWords = inCapitals.count
      at = first.end
      while ["/", "-"].contains(text(at)) || ["and", "AND", "&"].contains(text(at)) {
        // A spaced stroke begins "/TASS/", a spaced hyphen the story.
        if piece(at)?.kind == .mark, piece(at)?.isSpaced == true { break }
        guard let next = words(from: at + 1, most: 4) else { break }
        at = next.end
      }
      return true
    }

    /// Up to `most` capitalised words from `start` on, with small connecting words and the stops of abbreviations.
    private func words(from start: Int, most: Int) -> (end: Int, lastWord: Int)? {
      var index = start
      var count = 0
      var lastWord = start
      while let piece = piece(index), piece.kind == .word, count < most {
        if count > 0, !piece.isSpaced, text(index - 1) != "." { break }
        if WrittenDate(pieces, at: index) != nil { break }
        if piece.isCapitalized {
          lastWord = index
          count += 1
          index += 1
          // An abbreviation's stop: "Mass.", "N.H.", "ST. PETERSBURG". A sentence's stop follows a longer word.
          if text(index) == ".", piece.text.count <= 5, let next = self.piece(index + 1), !self.pieces[index].isSpaced {
            let isInside = next.isCapitalized && piece.text.count <= 2 && WrittenDate(pieces, at: index + 1) == nil
            let isBeforeMark = [",", "(", "[", ":"].contains(next.text) || next.isDash
            if isInside || isBeforeMark { index += 1 }
          }
        } else if count > 0, lexicon.placeWords.contains(piece.text), self.piece(index + 1)?.isCapitalized == true {
          index += 1
        } else {
          return nil
        }
      }
      return count > 0 ? (index, lastWord) : nil
    }
  }
}

extension PressLexicon {
  /// The longest agency's name among `pieces` from `index` on: its usual form, and where it ends.
  func agency(in pieces: [Piece], at index: Int) -> (name: String, end: Int)? {
    guard index < pieces.count, pieces[index].kind == .word else { return nil }
    var best: (name: String, end: Int)?
    var form = ""
    var words = 0
    for end in index..<min(pieces.count, index + longestAgency * 2) {
      let piece = pieces[end]
      if end > index, piece.isSpaced { form += " " }
      form += piece.text
      if piece.kind == .word { words += 1 }
      if words > longestAgency { break }
      if let name = agencies[form] { best = (name, end + 1) }
    }
    return best
  }
}
