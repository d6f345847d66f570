import Record

/// The words of a text as comparison sees them: lower case, diacritics folded, a possessive or plural `s` dropped, digits
/// without thousands separators. Each is kept as a hash with the stretch that it was read from.
///
/// Linear in the length of the text.
package struct WordList: Sendable {
  package struct Word: Sendable {
    package var key: UInt64
    package var span: Span
    package var isNumber: Bool
  }

  package private(set) var words: [Word] = []

  package var count: Int { words.count }
  package var keys: [UInt64] { words.map(\.key) }

  /// - Parameter span: the part of the text to read, in scalars; all of it where `nil`. Spans count from the text's start.
  package init(_ text: String, in span: Span? = nil) {
    var reader = WordReader()
    var position = 0
    let end = span?.end ?? .max
    for scalar in text.unicodeScalars {
      if position >= end { break }
      if position >= span?.start ?? 0 { reader.take(scalar, at: position) }
      position += 1
    }
    reader.finish()
    words = reader.words
  }

  /// The words that lie wholly in `span`, found by bisection.
  package func indices(in span: Span) -> Range<Int> {
    let first = partition { $0.span.start < span.start }
    let end = partition { $0.span.end <= span.end }
    return first..<max(first, end)
  }

  private func partition(_ isBefore: (Word) -> Bool) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(words[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Cuts words out of scalars, one after the other.
private struct WordReader {
  var words: [WordList.Word] = []
  private var bytes: [UInt8] = []
  private var start = 0
  private var end = 0
  /// A point, comma or apostrophe that belongs to the word if it goes on after it.
  private var joiner: UInt8?

  mutating func take(_ scalar: Unicode.Scalar, at position: Int) {
    switch FoldedScalar(scalar) {
    case .ascii(let byte): append([byte], at: position)
    case .letter(let letter): append(letter, at: position)
    case .ideograph(let letter):
      finish()
      append(letter, at: position)
      finish()
    case .mark: if !bytes.isEmpty, joiner == nil { end = position + 1 }
    case .other:
      if !bytes.isEmpty, joiner == nil, let mark = Self.joiner(scalar) { joiner = mark } else { finish() }
    }
  }

  private static func joiner(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "'", "\u{2019}": UInt8(ascii: "'")
    case ".": UInt8(ascii: ".")
    case ",": UInt8(ascii: ",")
    default: nil
    }
  }

  private mutating func append(_ letter: [UInt8], at position: Int) {
    if let mark = joiner {
      joiner = nil
      let isDigit = bytes.last.map(Self.isDigit) == true && letter.first.map(Self.isDigit) == true
      switch mark {
      case UInt8(ascii: ","):
        if !isDigit { finish() }
      case UInt8(ascii: "."):
        // Within numbers and abbreviations (U.S), but not between sentences that lack a space.
        if isDigit || bytes.count == 1 || bytes.dropLast().last == UInt8(ascii: ".") {
          bytes.append(mark)
        } else {
          finish()
        }
      default: bytes.append(mark)
      }
    }
    if bytes.isEmpty { start = position }
    bytes += letter
    end = position + 1
  }

  mutating func finish() {
    joiner = nil
    guard let first = bytes.first else { return }
    var kept = bytes[...]
    if kept.suffix(2).elementsEqual([UInt8(ascii: "'"), UInt8(ascii: "s")]) { kept = kept.dropLast(2) }
    let s = UInt8(ascii: "s")
    if kept.count > 3, kept.last == s, kept.dropLast().last != s { kept = kept.dropLast() }
    var hash = StableHash()
    hash.combine(kept)
    words.append(.init(key: hash.value, span: Span(start: start, end: end), isNumber: Self.isDigit(first)))
    bytes.removeAll(keepingCapacity: true)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
