/// Values found by the words that a text has for them, the longest phrase first.
package struct PhraseIndex<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let words: [String]
    let value: Value
  }

  /// By first word; longer phrases come before shorter ones.
  private var entries: [String: [Entry]] = [:]

  package init() {}

  /// Lets `phrase` stand for `value`. Its words are parted by spaces; hyphens are words of their own, as in a parse.
  mutating func insert(_ phrase: String, _ value: Value) {
    let words = phrase.split(separator: " ").flatMap { Self.parts($0) }
    guard let first = words.first else { return }
    var list = entries[first] ?? []
    let place = list.firstIndex { $0.words.count < words.count } ?? list.endIndex
    list.insert(Entry(words: words, value: value), at: place)
    entries[first] = list
  }

  /// The longest phrase among `words` from `start` on, and how many words it covers.
  package func longest(in words: [String], from start: Int) -> (value: Value, count: Int)? {
    guard words.indices.contains(start), let list = entries[words[start]] else { return nil }
    for entry in list where start + entry.words.count <= words.count {
      if (0..<entry.words.count).allSatisfy({ words[start + $0] == entry.words[$0] }) {
        return (entry.value, entry.words.count)
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
