/// Values found by the words that a text has for them, the longest phrase first.
package struct PhraseIndex<Value: Sendable>: Sendable {
  private var places = PhrasePlaces()
  private var values: [Value] = []

  package init() {}

  /// Lets `phrase` stand for `value`. Its words are parted by spaces; hyphens are words of their own, as in a parse.
  mutating func insert(_ phrase: String, _ value: Value) {
    guard places.insert(phrase, place: values.count) else { return }
    values.append(value)
  }

  /// The longest phrase among `words` from `start` on, and how many words it covers.
  package func longest(in words: [String], from start: Int) -> (value: Value, count: Int)? {
    guard let (place, count) = places.longest(in: words, from: start) else { return nil }
    return (values[place], count)
  }
}
