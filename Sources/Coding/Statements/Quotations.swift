internal import Linguistics

/// The stretches of a story that stand in quotation marks, one after another, never nested.
///
/// Marks pair within a passage. A quotation that its passage does not close goes on in the next passage where that one
/// opens with a mark again, as newspapers set speech of several paragraphs; otherwise it ends with its sentence, so that
/// a lost mark spoils one sentence and no more.
struct Quotations: Sendable {
  /// What stands between an opening and a closing mark.
  struct Stretch: Sendable, Equatable {
    /// With the marks.
    var bytes: Range<Int>
    var tokens: Range<Int>
    /// The index of the passage that holds it.
    var passage: Int
    var isClosed: Bool
    /// Whether it goes on from the passage before.
    var continuesPrevious = false
    /// Whether single marks enclose it.
    var isSingle = false
  }

  private(set) var stretches: [Stretch] = []
  /// For each token the index of the stretch that holds it, or -1.
  private(set) var stretchOfToken: [Int32]

  init(doc: Doc, passages: [Range<Int>]) {
    stretchOfToken = [Int32](repeating: -1, count: doc.count)
    var scanner = Scanner(utf8: doc.utf8)
    var isOpen = false
    for (index, passage) in passages.enumerated() {
      let first = stretches.count
      let goesOn = isOpen && scanner.startsWithOpeningMark(passage)
      if isOpen, !goesOn { closeLast(in: doc) }
      let found = scanner.stretches(in: passage)
      for stretch in found.stretches {
        stretches.append(
          Stretch(
            bytes: stretch.bytes, tokens: doc.tokens(touching: stretch.bytes), passage: index,
            isClosed: stretch.isClosed, isSingle: stretch.isSingle))
        if !stretch.isClosed, stretch.bytes.upperBound < passage.upperBound { closeLast(in: doc) }
      }
      if goesOn, first < stretches.count { stretches[first].continuesPrevious = true }
      isOpen = found.isOpen
    }
    if isOpen { closeLast(in: doc) }
    for (index, stretch) in stretches.enumerated() {
      for token in stretch.tokens { stretchOfToken[token] = Int32(index) }
    }
  }

  /// Ends the last stretch, whose closing mark is missing, with the sentence that it began in.
  private mutating func closeLast(in doc: Doc) {
    guard let last = stretches.indices.last, let first = stretches[last].tokens.first else { return }
    // The opening mark itself may be taken for a sentence's end.
    let sentence = doc.sentence(of: min(first + 1, doc.count - 1))
    let end = min(sentence.upperBound, stretches[last].tokens.upperBound)
    guard end > first else { return }
    stretches[last].tokens = first..<end
    stretches[last].bytes = stretches[last].bytes.lowerBound..<doc.utf8Range(of: first..<end).upperBound
  }

  /// The stretch that holds `token`, by its index, or `nil`.
  func stretch(at token: Int) -> Int? {
    guard stretchOfToken.indices.contains(token), stretchOfToken[token] >= 0 else { return nil }
    return Int(stretchOfToken[token])
  }
}

extension Quotations {
  /// Finds and pairs the quotation marks of a passage in one walk over its bytes.
  private struct Scanner {
    let utf8: [UInt8]
    /// How far a single closing mark may be from its opening one, in bytes; apostrophes look the same.
    let reachOfSingle = 600

    private enum Side { case open, close, either }
    private struct Mark {
      var side: Side
      var length: Int
      var isSingle = false
    }

    struct Found {
      var stretches: [(bytes: Range<Int>, isClosed: Bool, isSingle: Bool)] = []
      /// Whether the last one lacks its closing mark.
      var isOpen = false
    }

    private func byte(_ at: Int) -> UInt8 { at >= 0 && at < utf8.count ? utf8[at] : 0x20 }

    private func mark(at i: Int) -> Mark? {
      switch utf8[i] {
      case 0x22: return Mark(side: .either, length: 1)
      case 0x27:
        return byte(i + 1) == 0x27 ? Mark(side: .either, length: 2) : Mark(side: .either, length: 1, isSingle: true)
      case 0x60 where byte(i + 1) == 0x60: return Mark(side: .open, length: 2)
      case 0x60: return Mark(side: .open, length: 1, isSingle: true)
      case 0xC2 where byte(i + 1) == 0xAB: return Mark(side: .open, length: 2)
      case 0xC2 where byte(i + 1) == 0xBB: return Mark(side: .close, length: 2)
      case 0xE2 where byte(i + 1) == 0x80:
        switch byte(i + 2) {
        case 0x9C, 0x9E: return Mark(side: .open, length: 3)
        case 0x9D, 0x9F: return Mark(side: .close, length: 3)
        case 0x98: return Mark(side: .open, length: 3, isSingle: true)
        case 0x99: return Mark(side: .close, length: 3, isSingle: true)
        default: return nil
        }
      default: return nil
      }
    }

    private func isSpace(_ at: Int, in passage: Range<Int>) -> Bool {
      guard passage.contains(at) else { return true }
      // The last byte of a no-break space, and ASCII white space.
      return utf8[at] <= 0x20 || (utf8[at] == 0xA0 && byte(at - 1) == 0xC2)
    }
    private func isWordByte(_ at: Int, in passage: Range<Int>) -> Bool {
      guard passage.contains(at) else { return false }
      let c = utf8[at]
      return c >= 0x80 && c != 0xE2 && c != 0xC2 && c != 0xA0
        || (c >= 0x30 && c <= 0x39) || (c | 0x20 >= 0x61 && c | 0x20 <= 0x7A)
    }
    /// Whether an opening mark may stand after the byte at `at`: a space, a bracket, a dash.
    private func mayOpenAfter(_ at: Int, in passage: Range<Int>) -> Bool {
      isSpace(at, in: passage) || [0x28, 0x5B, 0x2D, 0x2F].contains(utf8[at])
        || (at >= 2 && utf8[at - 2] == 0xE2 && utf8[at - 1] == 0x80 && (0x92...0x95).contains(utf8[at]))
        || mark(at: at) != nil || (at >= 2 && mark(at: at - 2)?.length == 3)
    }

    func startsWithOpeningMark(_ passage: Range<Int>) -> Bool {
      guard let first = passage.first, let mark = mark(at: first), !mark.isSingle else { return false }
      return mark.side != .close
    }

    mutating func stretches(in passage: Range<Int>) -> Found {
      var found = Found()
      var start: Int?
      var i = passage.lowerBound
      while i < passage.upperBound {
        guard let mark = mark(at: i) else {
          i += 1
          continue
        }
        let after = i + mark.length
        let opens = mayOpenAfter(i - 1, in: passage) && !isSpace(after, in: passage)
        let closes = !isSpace(i - 1, in: passage)
        if mark.isSingle {
          if start == nil, mark.side != .close, opens, isWordByte(after, in: passage) || byte(after) >= 0x80,
            let end = closingSingle(from: after, in: passage, curly: mark.length == 3)
          {
            found.stretches.append((i..<end, true, true))
            i = end
            continue
          }
        } else if let open = start {
          if mark.side == .close || (mark.side == .either && (closes || !opens)) || (mark.side == .open && !opens) {
            found.stretches.append((open..<after, true, false))
            start = nil
          } else if opens {
            // Opened anew: the mark that should have closed it is lost.
            found.stretches.append((open..<i, false, false))
            start = i
          }
        } else if mark.side == .open || (mark.side == .either && opens) {
          start = i
        }
        i = after
      }
      if let open = start {
        found.stretches.append((open..<passage.upperBound, false, false))
        found.isOpen = true
      }
      return found
    }

    /// The end of the single mark that closes what was opened before `from`, or `nil` where none is near.
    private func closingSingle(from: Int, in passage: Range<Int>, curly: Bool) -> Int? {
      var first: Int?
      var i = from
      let limit = min(passage.upperBound, from + reachOfSingle)
      while i < limit {
        if let mark = mark(at: i) {
          if !mark.isSingle || mark.side == .open { break }
          let end = i + mark.length
          if (mark.length == 3) == curly, mark.side != .open, !isSpace(i - 1, in: passage),
            !isWordByte(end, in: passage)
          {
            // After an s it may be a possessive; a later one is better, but the first is better than none.
            if utf8[i - 1] != 0x73 { return end }
            if first == nil { first = end }
          }
          i = end
        } else {
          i += 1
        }
      }
      return first
    }
  }
}
