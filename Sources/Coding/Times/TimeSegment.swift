internal import Linguistics
internal import Newswire

/// A stretch of a story that is read for times in one go.
struct TimeSegment: Sendable {
  var bytes: Range<Int>
  /// The passage that it is part of; stretches outside passages count as passages of their own.
  var passage: Int
  /// Whether the parser has read it.
  var isParsed: Bool
  /// Whether it is a line outside the story, of which only a date counts.
  var isLine = false

  /// The passages in pieces of some sentences, the dateline's date, and the short lines that lie outside, in text order.
  static func segments(of story: Story) -> [TimeSegment] {
    let article = story.article
    var segments: [TimeSegment] = []
    let passages = article.passages.sorted { $0.lowerBound < $1.lowerBound }
    for (index, passage) in passages.enumerated() {
      segments += pieces(of: passage, in: story.doc).map { TimeSegment(bytes: $0, passage: index, isParsed: true) }
    }
    var outside = passages.count
    if let date = article.dateline?.date {
      segments.append(TimeSegment(bytes: date, passage: outside, isParsed: false))
      outside += 1
    }
    var end = 0
    for passage in passages + [story.doc.utf8.count..<story.doc.utf8.count] {
      if passage.lowerBound > end {
        for line in lines(of: end..<passage.lowerBound, in: story.doc.utf8)
        where !(article.dateline?.range.overlaps(line) ?? false) {
          segments.append(TimeSegment(bytes: line, passage: outside, isParsed: false, isLine: true))
          outside += 1
        }
      }
      end = max(end, passage.upperBound)
    }
    return segments.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
  }

  /// Long passages are cut at sentence ends, so that no piece takes much memory.
  private static func pieces(of passage: Range<Int>, in doc: Doc) -> [Range<Int>] {
    guard passage.count > 16_384 else { return [passage] }
    var pieces: [Range<Int>] = []
    var start = passage.lowerBound
    let tokens = doc.tokens(touching: passage)
    for token in tokens where doc[token].isSentenceStart {
      let at = doc[token].utf8Range.lowerBound
      if at - start >= 8192 {
        pieces.append(start..<at)
        start = at
      }
    }
    pieces.append(start..<passage.upperBound)
    return pieces
  }

  /// The lines of `range` that are short enough to be a date with a word before it.
  private static func lines(of range: Range<Int>, in utf8: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for at in range where utf8[at] == 0x0A || at == range.upperBound - 1 {
      let line = start..<(utf8[at] == 0x0A ? at : at + 1)
      if (6...60).contains(line.count) { lines.append(line) }
      start = at + 1
    }
    return lines
  }
}
