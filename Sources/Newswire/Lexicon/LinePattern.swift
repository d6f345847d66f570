/// A pattern of a line: words in lower case, with `*` for any bytes or none.
struct LinePattern: Sendable {
  /// The most bytes that a matching line has.
  let longest: Int
  /// The stretches between the wildcards, all of which have to occur in this order.
  private let parts: [[UInt8]]
  private let opensFree: Bool
  private let closesFree: Bool

  init(_ words: String, longest: Int) {
    let lower = Array(words.lowercased().utf8)
    self.longest = longest
    opensFree = lower.first == UInt8(ascii: "*")
    closesFree = lower.last == UInt8(ascii: "*")
    parts = lower.split(separator: UInt8(ascii: "*")).map(Array.init)
  }

  /// The word that a matching line begins with, as far as it is certain; `nil` where the pattern opens with `*`.
  var firstWord: ArraySlice<UInt8>? {
    guard !opensFree, let first = parts.first else { return nil }
    let word = first.prefix { $0 != UInt8(ascii: " ") }
    return word.count < first.count || (parts.count == 1 && !closesFree) ? word : nil
  }

  /// Whether `line`, in lower case, is such a line.
  func matches(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longest else { return false }
    var rest = line
    for (number, part) in parts.enumerated() {
      if number == 0, !opensFree {
        guard rest.starts(with: part) else { return false }
        rest = rest.dropFirst(part.count)
        if parts.count == 1, !closesFree { return rest.isEmpty }
      } else if number == parts.count - 1, !closesFree {
        return rest.count >= part.count && rest.suffix(part.count).elementsEqual(part)
      } else {
        guard let end = Self.end(of: part, in: rest) else { return false }
        rest = rest[end...]
      }
    }
    return true
  }

  /// Where the first occurrence of `part` in `bytes` ends.
  static func end(of part: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = part.first, bytes.count >= part.count else { return nil }
    for start in bytes.startIndex...(bytes.endIndex - part.count) where bytes[start] == first {
      if bytes[start..<start + part.count].elementsEqual(part) { return start + part.count }
    }
    return nil
  }
}
