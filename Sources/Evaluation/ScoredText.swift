package import Record

/// A text as the scorer sees it: its characters other than white space, numbered from 0.
///
/// Sets of characters are ranges of those numbers, so that stretches with only white space between them are one.
package struct ScoredText: Sendable {
  private let scalars: [Unicode.Scalar]
  /// For each scalar, and for the text's end, how many before it are no white space.
  private let numbers: [Int32]
  /// The index of each scalar that is no white space.
  private let indices: [Int32]

  package init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var numbers: [Int32] = []
    var indices: [Int32] = []
    numbers.reserveCapacity(scalars.count + 1)
    for (index, scalar) in scalars.enumerated() {
      numbers.append(Int32(indices.count))
      if !Self.isSpace(scalar) { indices.append(Int32(index)) }
    }
    numbers.append(Int32(indices.count))
    self.numbers = numbers
    self.indices = indices
  }

  /// White space, and the separators of records, which Python's `str.isspace` takes for it too.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  /// The characters in `spans`; what lies beyond the text is left out.
  package func characters(of spans: [Span]) -> CharacterRanges {
    CharacterRanges(
      spans.map { span in
        let start = min(max(span.start, 0), scalars.count)
        return Int(numbers[start])..<Int(numbers[min(max(span.end, start), scalars.count)])
      })
  }

  /// `characters` less quotation marks at both ends of each stretch, and other punctuation at its end.
  package func trimmed(_ characters: CharacterRanges) -> CharacterRanges {
    CharacterRanges(
      characters.ranges.map { range in
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, Self.marks.contains(self[high - 1]) || Self.finalPunctuation.contains(self[high - 1]) {
          high -= 1
        }
        while low < high, Self.marks.contains(self[low]) { low += 1 }
        return low..<high
      })
  }

  /// The words of `spans` in their order, those of different spans apart by an ellipsis.
  package func words(of spans: [Span]) -> String {
    spans.map { span in
      let start = min(max(span.start, 0), scalars.count)
      return string(start..<min(max(span.end, start), scalars.count))
    }.joined(separator: " … ")
  }

  // MARK: Kinds

  /// How `content` is told.
  package func contentKind(of content: CharacterRanges) -> ContentKind {
    if !content.isEmpty, content.ranges.allSatisfy({ Self.openingMarks.contains(self[$0.lowerBound]) }) {
      return .direct
    }
    if content.ranges.contains(where: { $0.contains { Self.doubleMarks.contains(self[$0]) } }) { return .mixed }
    var words = 0
    for range in content.ranges {
      words += 1 + range.dropFirst().count { indices[$0] > indices[$0 - 1] + 1 }
    }
    return words > ContentKind.shortLimit ? .longIndirect : .shortIndirect
  }

  /// What kind of words attribute.
  package func cueKind(of cue: CharacterRanges) -> CueKind {
    for range in cue.ranges {
      let text = string(Int(indices[range.lowerBound])..<Int(indices[range.upperBound - 1]) + 1).lowercased()
      if text.contains(":") { return .saying }
      let words = text.split { !$0.isLetter }
      if words.contains(where: { CueKind.sayingWords.contains(String($0)) }) { return .saying }
      if zip(words, words.dropFirst()).contains(where: { $0 == "according" && $1 == "to" }) { return .saying }
    }
    return .other
  }

  /// The character with this number.
  private subscript(number: Int) -> Unicode.Scalar { scalars[Int(indices[number])] }

  private func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  private static let marks = Set("\"'`‘’‚‛“”„‟«»".unicodeScalars)
  private static let finalPunctuation = Set(".,;:!?…-–—".unicodeScalars)
  private static let openingMarks = Set("\"“„«".unicodeScalars)
  // An apostrophe is no quotation.
  private static let doubleMarks = Set("\"“”„‟«»".unicodeScalars)
}
