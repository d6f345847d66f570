/// The words of a text that carry its matter, for telling whether two texts speak of the same.
///
/// A word counts by its first five letters, so that its forms agree; small words do not count.
struct ContentWords: Sendable, Equatable {
  private(set) var stems: Set<String>

  /// - Parameter names: Words that do not count, since both are known to be about them.
  init(_ text: String, without names: [String] = []) {
    stems = Self.stems(of: text).subtracting(names.reduce(into: []) { $0.formUnion(Self.stems(of: $1)) })
  }

  /// How many both have.
  func shared(with other: ContentWords) -> Int { stems.intersection(other.stems).count }

  /// The share of common words among all, 0 to 1.
  func likeness(to other: ContentWords) -> Double {
    let union = stems.union(other.stems).count
    return union == 0 ? 0 : Double(shared(with: other)) / Double(union)
  }

  private static func stems(of text: String) -> Set<String> {
    var stems: Set<String> = []
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let isNumber = word.allSatisfy(\.isNumber)
      guard isNumber || word.count >= 4, !small.contains(String(word)) else { continue }
      stems.insert(String(word.prefix(5)))
    }
    return stems
  }

  /// English function words of four letters and more, and verbs that carry no matter.
  private static let small: Set<String> = [
    "about", "after", "again", "against", "also", "although", "among", "another", "because", "been", "before", "being",
    "between", "both", "could", "does", "doing", "down", "during", "each", "even", "ever", "every", "from", "further",
    "have", "having", "here", "hers", "himself", "however", "into", "itself", "just", "made", "make", "makes", "many",
    "might", "more", "most", "much", "must", "once", "only", "other", "others", "over", "said", "same", "says", "shall",
    "should", "since", "some", "still", "such", "than", "that", "their", "theirs", "them", "then", "there", "these",
    "they", "this", "those", "through", "toward", "towards", "under", "until", "upon", "very", "were", "what", "when",
    "where", "whether", "which", "while", "whom", "whose", "will", "with", "within", "without", "would", "your",
  ]
}
