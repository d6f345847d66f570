/// A word, or words in a row; a word that ends in `*` stands for all that begin so.
public struct WordPattern: Sendable, Equatable {
  private let words: [Word]

  private struct Word: Sendable, Equatable {
    var text: String
    var isPrefix: Bool
  }

  /// `nil` where `text` holds no word.
  public init?(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).flatMap { part in
      let parts = Wording(part).words
      return parts.enumerated().map { index, word in
        Word(text: word, isPrefix: part.hasSuffix("*") && index == parts.count - 1)
      }
    }
    if words.isEmpty { return nil }
  }

  func occurs(in wording: Wording) -> Bool {
    guard words.count <= wording.words.count else { return false }
    return (0...wording.words.count - words.count).contains { start in
      words.indices.allSatisfy { index in
        let word = wording.words[start + index]
        return words[index].isPrefix ? word.hasPrefix(words[index].text) : word == words[index].text
      }
    }
  }
}
