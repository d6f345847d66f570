/// The words of a stretch of text without case, punctuation and layout: by it the same words are known wherever they stand.
struct Wording: Sendable, Hashable {
  let words: [String]

  init(_ text: some StringProtocol) {
    words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  var text: String { words.joined(separator: " ") }
}
