/// Phrases of lemmas, found by their first word.
public struct LemmaPhrases: Sendable {
  /// The rest of a phrase, and what it stands for.
  public struct Phrase: Sendable, Equatable {
    /// The words after the first.
    public let rest: [String]
    /// For each of `rest`, whether other words may stand before it.
    public let gaps: [Bool]
    /// What the phrase stands for: an index that its owner knows.
    public let value: Int
  }

  private var phrases: [String: [Phrase]] = [:]

  public init() {}

  /// The phrases that begin with `word`, in lower case, the longest first.
  public func beginning(with word: String) -> [Phrase] { phrases[word] ?? [] }

  /// Adds a phrase of words in lower case: a space or a hyphen joins neighbours, `+` words that others may part.
  mutating func add(_ text: String, value: Int) {
    var words: [String] = []
    var gaps: [Bool] = []
    var isGap = false
    var word = ""
    for character in text + " " {
      guard character == " " || character == "+" || character == "-" else {
        word.append(character)
        continue
      }
      if !word.isEmpty {
        words.append(word)
        gaps.append(isGap)
        isGap = false
        word = ""
      }
      if character == "+" { isGap = true }
    }
    guard let first = words.first else { return }
    let phrase = Phrase(rest: Array(words.dropFirst()), gaps: Array(gaps.dropFirst()), value: value)
    guard !phrases[first, default: []].contains(phrase) else { return }
    phrases[first, default: []].append(phrase)
    phrases[first]?.sort { $0.rest.count > $1.rest.count }
  }
}
