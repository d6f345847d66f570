/// The parts of one text, as they are found.
struct Layout {
  let utf8: [UInt8]
  let lexicon: PressLexicon

  private(set) var title: Range<Int>?
  private(set) var byline: Range<Int>?
  private(set) var agency: Range<Int>?
  private(set) var dateline: DatelineReader.Found?
  /// A line of the head that gives the date.
  private(set) var dateLine: WrittenDate?
  private(set) var attributedTo: Range<Int>?
  private(set) var paragraphs: [Range<Int>] = []
  private(set) var furniture: [Range<Int>] = []
  private(set) var passages: [Range<Int>] = []

  /// The stretches of the text that are not furniture by their own words, in order.
  private var units: [Unit] = []
  /// The credit that the last paragraph ends with.
  private var credit: Range<Int>?

  /// A line, or the lines of a paragraph that was broken to a width.
  private struct Unit {
    var range: Range<Int>
    var followsBlank: Bool
    var role: Role = .text
    enum Role { case text, title, byline, dateline, furniture }
  }

  init(utf8: [UInt8], lexicon: PressLexicon) {
    self.utf8 = utf8
    self.lexicon = lexicon
  }

  func passage(_ range: Range<Int>) -> Article.Passage {
    Article.Passage(text: String(decoding: utf8[range], as: UTF8.self), range: range)
  }

  mutating func read(givenTitle: String?) {
    gatherUnits()
    readHead(givenTitle: givenTitle)
    readDateline()
    readCredit()
    readAttribution()
    collect()
  }

  // MARK: Units

  /// Sorts the furniture out and joins the lines of broken paragraphs.
  private mutating func gatherUnits() {
    let lines = TextLines(utf8: utf8).lines
    let classifier = FurnitureClassifier(lexicon: lexicon, utf8: utf8)
    let isFurniture = classifier.furniture(among: lines)
    let width = Self.brokenWidth(of: lines, isFurniture: isFurniture, utf8: utf8)
    units.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      if isFurniture[index] {
        units.append(Unit(range: line.range, followsBlank: line.followsBlank, role: .furniture))
        continue
      }
      if let width, index > 0, !isFurniture[index - 1], !line.followsBlank, let last = units.indices.last,
        line.indent <= lines[index - 1].indent + 1,
        !Self.endsParagraph(lines[index - 1].range, width: width, utf8: utf8)
      {
        units[last].range = units[last].range.lowerBound..<line.range.upperBound
      } else {
        units.append(Unit(range: line.range, followsBlank: line.followsBlank))
      }
    }
  }

  /// The width to which the text's paragraphs are broken, or `nil` where each line is a paragraph.
  private static func brokenWidth(of lines: [TextLines.Line], isFurniture: [Bool], utf8: [UInt8]) -> Int? {
    var pairs = 0
    var carriedOver = 0
    var width = 0
    for index in lines.indices.dropFirst()
    where !lines[index].followsBlank && !isFurniture[index] && !isFurniture[index - 1] {
      width = max(width, lines[index - 1].range.count)
      pairs += 1
      // A sentence that goes on in the next line with a small letter.
      let first = utf8[lines[index].range.lowerBound]
      let last = utf8[lines[index - 1].range.upperBound - 1]
      if first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z"), last != UInt8(ascii: "."), last != UInt8(ascii: ";") {
        carriedOver += 1
      }
    }
    return pairs > 0 && carriedOver * 10 >= pairs * 3 && width <= 140 ? width : nil
  }

  /// Whether a line of a broken paragraph is its last: short, and at the end of a sentence.
  private static func endsParagraph(_ line: Range<Int>, width: Int, utf8: [UInt8]) -> Bool {
    guard line.count * 10 < width * 7 else { return false }
    return endsSentence(line, utf8: utf8)
  }

  /// Whether the bytes end with a full stop, a question or exclamation mark, perhaps before closing quotation marks.
  static func endsSentence(_ range: Range<Int>, utf8: [UInt8]) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      if utf8[end - 1] == UInt8(ascii: "\"") || utf8[end - 1] == UInt8(ascii: "'") || utf8[end - 1] == UInt8(ascii: ")")
      {
        end -= 1
      } else if end - range.lowerBound >= 3, utf8[end - 3] == 0xE2, utf8[end - 2] == 0x80,
        utf8[end - 1] == 0x9D || utf8[end - 1] == 0x99
      {
        end -= 3
      } else {
        break
      }
    }
    guard end > range.lowerBound else { return false }
    return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(utf8[end - 1])
  }

  // MARK: Head

  /// How many lines of the head are looked at.
  private static let headLines = 24
  /// From this length on, in bytes, a line is the story's.
  private static let longLine = 220

  private mutating func readHead(givenTitle: String?) {
    let head = units.indices.prefix(200).filter { units[$0].role == .text }.prefix(Self.headLines)
    let reader = HeadReader(lexicon: lexicon, utf8: utf8)
    let datelines = DatelineReader(lexicon: lexicon)
    let given = givenTitle.map { Array($0.utf8) }
    var titleIsSettled = false
    var paragraphsSeen = 0

    for (number, index) in head.enumerated() {
      let range = units[index].range
      if !titleIsSettled, let given {
        titleIsSettled = true
        if utf8[range].elementsEqual(given) {
          (title, units[index].role) = (range, .title)
          continue
        }
      }
      if range.count <= Self.longLine {
        let pieces = Piece.pieces(of: utf8, in: range)
        if reader.isKicker(range) {
          units[index].role = .furniture
          continue
        }
        if let found = datelines.dateline(in: utf8, range), found.standsAlone,
          found.date != nil || found.dateline.agency != nil
        {
          paragraphsSeen += 1
          continue
        }
        if let date = reader.dateLine(pieces, afterTitle: titleIsSettled) {
          if dateLine == nil { dateLine = date }
          if agency == nil { agency = reader.agency(in: pieces) }
          units[index].role = .furniture
          continue
        }
        if byline == nil, let names = reader.byline(pieces, range) {
          (byline, units[index].role) = (names, .byline)
          if agency == nil { agency = reader.agency(in: pieces) }
          if dateLine == nil { dateLine = reader.date(in: pieces) }
          continue
        }
        if titleIsSettled || head.count > 2, let credit = reader.creditLine(pieces, inHead: true) {
          if agency == nil { agency = credit }
          units[index].role = .furniture
          continue
        }
      }
      if !titleIsSettled {
        titleIsSettled = true
        let next = head.dropFirst(number + 1).first.map { units[$0].range }
        if isTitle(range, before: next, reader: reader, datelines: datelines) {
          (title, units[index].role) = (range, .title)
          continue
        }
      }
      paragraphsSeen += 1
      if range.count > Self.longLine || paragraphsSeen > 3 { break }
    }
  }

  /// Whether the first line of the text is its title, given the line after it.
  private func isTitle(
    _ range: Range<Int>, before next: Range<Int>?, reader: HeadReader, datelines: DatelineReader
  ) -> Bool {
    guard let next, range.count <= Self.longLine else { return false }
    if let found = datelines.dateline(in: utf8, range), !found.isWeak || range.count > 110 { return false }
    if utf8[range.upperBound - 1] == UInt8(ascii: ":") { return false }
    if !Self.endsSentence(range, utf8: utf8) { return true }
    // A full stop: a sentence of the story, or a headline of those that put one.
    let nextPieces = Piece.pieces(of: utf8, in: next.lowerBound..<min(next.upperBound, next.lowerBound + Self.longLine))
    if datelines.dateline(in: utf8, next) != nil || reader.dateLine(nextPieces, afterTitle: true) != nil { return true }
    if next.count <= Self.longLine, reader.byline(nextPieces, next) != nil { return true }
    return range.count <= 130 && !reader.isProse(Piece.pieces(of: utf8, in: range))
  }

  // MARK: Dateline, credit, attribution

  /// How many paragraphs from the first on may hold the dateline: standfirsts come before it.
  private static let datelineParagraphs = 4

  private mutating func readDateline() {
    let reader = DatelineReader(lexicon: lexicon)
    let candidates = units.indices.prefix(200).filter { units[$0].role == .text }.prefix(Self.datelineParagraphs + 1)
    var found: [(unit: Int, found: DatelineReader.Found)] = []
    for index in candidates {
      if let dateline = reader.dateline(in: utf8, units[index].range) { found.append((index, dateline)) }
    }
    // Words before a colon or a dash at the head of one paragraph after the other are speakers of a transcript or items
    // of a list.
    guard let first = found.first(where: { !$0.found.isWeak }) ?? (found.count == 1 ? found.first : nil) else { return }
    dateline = first.found
    if first.found.standsAlone { units[first.unit].role = .dateline }
    if let credited = first.found.dateline.agency { agency = credited }
  }

  private mutating func readCredit() {
    let reader = HeadReader(lexicon: lexicon, utf8: utf8)
    for index in units.indices.suffix(60).reversed().filter({ units[$0].role != .furniture }).prefix(3) {
      guard units[index].role == .text else { return }
      let range = units[index].range
      if range.count <= 60, paragraphsBefore(index), let line = reader.creditLine(Piece.pieces(of: utf8, in: range)) {
        if agency == nil { agency = line }
        units[index].role = .furniture
        continue
      }
      if let closing = reader.closingCredit(of: range) {
        credit = closing.credit
        if agency == nil { agency = closing.agency }
      }
      return
    }
  }

  private func paragraphsBefore(_ index: Int) -> Bool { units[..<index].contains { $0.role == .text } }

  /// Looks for "The below is attributable to …" in the first paragraphs.
  private mutating func readAttribution() {
    for unit in units.prefix(200).filter({ $0.role == .text }).prefix(4) where unit.range.count <= 400 {
      let lower = utf8[unit.range].map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }
      for phrase in lexicon.attributions {
        guard let end = LinePattern.end(of: phrase, in: lower[...]) else { continue }
        var range = unit.range.lowerBound + end..<unit.range.upperBound
        if let stop = utf8[range].firstIndex(of: UInt8(ascii: ":")) { range = range.lowerBound..<stop }
        let trimmed = trim(range)
        guard !trimmed.isEmpty else { continue }
        // Only where the phrase opens the document, not where the story tells of a thing that is attributed.
        let opening = lower.prefix { $0 != UInt8(ascii: " ") }
        guard
          opening.elementsEqual("the".utf8) || opening.elementsEqual("this".utf8)
            || opening.elementsEqual("please".utf8) || end == phrase.count
        else { continue }
        guard utf8[unit.range.upperBound - 1] == UInt8(ascii: ":") || unit.range.count <= 160 else { continue }
        attributedTo = trimmed
        return
      }
    }
  }

  /// Without spaces and closing full stops.
  private func trim(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, utf8[start] <= 0x20 { start += 1 }
    while start < end, utf8[end - 1] <= 0x20 || utf8[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return start..<end
  }

  // MARK: What comes out

  private mutating func collect() {
    if let title { passages.append(title) }
    let datelineRange = dateline?.dateline.range
    for unit in units {
      switch unit.role {
      case .furniture: furniture.append(unit.range)
      case .title, .byline, .dateline: break
      case .text:
        paragraphs.append(unit.range)
        var passage = unit.range
        if let datelineRange, passage.contains(datelineRange.lowerBound) {
          passage = min(datelineRange.upperBound, passage.upperBound)..<passage.upperBound
        }
        if let credit, passage.upperBound == credit.upperBound {
          passage = passage.lowerBound..<max(passage.lowerBound, credit.lowerBound)
        }
        while let first = utf8[passage].first, first <= 0x20 { passage = passage.lowerBound + 1..<passage.upperBound }
        while let last = utf8[passage].last, last <= 0x20 { passage = passage.lowerBound..<passage.upperBound - 1 }
        if !passage.isEmpty { passages.append(passage) }
      }
    }
  }
}
