/// The places of phrases in a list, found by their words.
///
/// Apart from ``PhraseIndex``, since code that is not generic is much faster where other modules call it.
struct PhrasePlaces: Sendable {
  private struct Entry: Sendable {
    let words: [String]
    let place: Int
  }

  /// By first word; longer phrases come before shorter ones.
  private var entries: [String: [Entry]] = [:]

  /// Lets `phrase` stand for `place`.
  ///
  /// - Returns: Whether the phrase has words.
  mutating func insert(_ phrase: String, place: Int) -> Bool {
    let words = phrase.split(separator: " ").flatMap { Self.parts($0) }
    guard let first = words.first else { return false }
    var list = entries[first] ?? []
    let position = list.firstIndex { $0.words.count < words.count } ?? list.endIndex
    list.insert(Entry(words: words, place: place), at: position)
    entries[first] = list
    return true
  }

  /// The longest phrase among `words` from `start` on, and how many words it covers.
  func longest(in words: [String], from start: Int) -> (place: Int, count: Int)? {
    guard words.indices.contains(start), let list = entries[words[start]] else { return nil }
    for entry in list where start + entry.words.count <= words.count {
      if (0..<entry.words.count).allSatisfy({ words[start + $0] == entry.words[$0] }) {
        return (entry.place, entry.words.count)
      }
    }
    return nil
  }

  private static func parts(_ word: Substring) -> [String] {
    var parts: [String] = []
    for part in word.split(separator: "-") {
      if !parts.isEmpty { parts.append("-") }
      parts.append(String(part))
    }
    return parts
  }
}
