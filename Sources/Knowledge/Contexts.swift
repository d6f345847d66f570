/// The words that put an event in a PLOVER context, `Data/contexts.tsv`.
package struct Contexts: Sendable {
  /// A word or words in a row that speak for a context.
  package struct Trigger: Sendable {
    package let context: String
    /// What one occurrence counts; 2 are enough.
    package let weight: Int
    /// Lemmas in lower case.
    package let words: [String]
  }

  private var byFirstWord: [String: [Trigger]] = [:]

  /// Reads rows of 3 columns.
  init(_ table: Table) throws(KnowledgeError) {
    for row in table.rows {
      guard let weight = Int(row.fields[1]), (1...2).contains(weight) else {
        throw row.error("column 2 (weight) is neither 1 nor 2: \(row.fields[1])")
      }
      let context = try row.required(0, "context")
      for phrase in row.list(2) {
        let words = phrase.split(separator: " ").map(String.init)
        guard let first = words.first else { continue }
        byFirstWord[first, default: []].append(Trigger(context: context, weight: weight, words: words))
      }
    }
  }

  /// The triggers whose first word is `lemma`.
  package func triggers(beginningWith lemma: String) -> [Trigger] { byFirstWord[lemma] ?? [] }
}
