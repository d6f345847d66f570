/// Free words as a full-text query: all have to occur; `"in a row"`, `begin*`, `-not`, `this OR that`.
///
/// Everything else is a word like any other, so that no input is a fault of FTS5's own syntax.
struct WordQuery: Sendable {
  /// The query in FTS5's language.
  let text: String

  /// Words in a row.
  init?(phrase: String) {
    guard phrase.contains(where: Self.counts) else { return nil }
    text = Self.quoted(phrase)
  }

  /// - Throws: ``QuestionError`` where a quotation mark is left open, or nothing is asked for.
  init(_ words: String) throws(QuestionError) {
    var wanted: [String] = []
    var unwanted: [String] = []
    var joinsByOr = false
    for term in try Self.terms(of: words) {
      if term.text == "OR", !term.isPhrase {
        if wanted.isEmpty || joinsByOr {
          throw QuestionError(.words, "OR wants words on both sides: this OR that")
        }
        joinsByOr = true
        continue
      }
      guard term.text.contains(where: Self.counts) else { continue }
      let quoted = Self.quoted(term.text) + (term.isPrefix ? " *" : "")
      if term.isExcluded {
        unwanted.append(quoted)
      } else if joinsByOr, let last = wanted.popLast() {
        wanted.append(last.hasPrefix("(") ? last.dropLast() + " OR \(quoted))" : "(\(last) OR \(quoted))")
        joinsByOr = false
      } else {
        wanted.append(quoted)
      }
    }
    if joinsByOr { throw QuestionError(.words, "OR wants words on both sides: this OR that") }
    guard !wanted.isEmpty else {
      throw QuestionError(.words, "“\(words)” asks for no word; give at least one that is to occur")
    }
    text = wanted.joined(separator: " AND ") + unwanted.map { " NOT \($0)" }.joined()
  }

  private struct Term {
    var text: String
    var isPhrase: Bool
    var isPrefix: Bool
    var isExcluded: Bool
  }

  private static func terms(of words: String) throws(QuestionError) -> [Term] {
    var terms: [Term] = []
    var rest = words[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
        continue
      }
      let isExcluded = first == "-"
      if isExcluded { rest.removeFirst() }
      let isPhrase = rest.first == "\""
      let text: Substring
      if isPhrase {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "\"") else {
          throw QuestionError(.words, "a quotation mark is left open in “\(words)”; close it, or leave it out")
        }
        text = rest[..<end]
        rest = rest[rest.index(after: end)...]
      } else {
        text = rest.prefix { !$0.isWhitespace && $0 != "\"" && $0 != "*" }
        rest = rest[text.endIndex...]
      }
      let isPrefix = rest.first == "*"
      while rest.first == "*" { rest.removeFirst() }
      terms.append(Term(text: String(text), isPhrase: isPhrase, isPrefix: isPrefix, isExcluded: isExcluded))
    }
    return terms
  }

  /// Whether the tokenizer keeps it.
  private static func counts(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
