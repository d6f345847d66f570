import Record

/// English words that say nothing of what a text is about.
package enum SmallWords {
  /// Function words of four letters and more, and verbs that carry no matter; in lower case.
  package static let all: Set<String> = [
    "about", "after", "again", "against", "also", "although", "among", "another", "because", "been", "before", "being",
    "between", "both", "could", "does", "doing", "down", "during", "each", "even", "ever", "every", "from", "further",
    "have", "having", "here", "hers", "himself", "however", "into", "itself", "just", "made", "make", "makes", "many",
    "might", "more", "most", "much", "must", "once", "only", "other", "others", "over", "said", "same", "says", "shall",
    "should", "since", "some", "still", "such", "than", "that", "their", "theirs", "them", "then", "there", "these",
    "they", "this", "those", "through", "toward", "towards", "under", "until", "upon", "very", "were", "what", "when",
    "where", "whether", "which", "while", "whom", "whose", "will", "with", "within", "without", "would", "your",
  ]

  /// The same as ``WordList`` has them.
  private static let keys = Set(all.flatMap { WordList($0).keys })

  /// Whether a word says something of the matter: it is no number, has four letters or more, and is none of these.
  static func tells(_ word: WordList.Word) -> Bool {
    !word.isNumber && word.span.end - word.span.start > 3 && !keys.contains(word.key)
  }
}
