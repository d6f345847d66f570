import Linguistics

/// A document in CoNLL-U, version 2 (https://universaldependencies.org/format.html).
///
/// White space has no place among its words: space tokens are left out, their dependents go to what they hang from, and the
/// space is kept in `SpacesAfter`. The dependency labels stay those of the model.
struct CoNLLU {
  let text: String

  /// - Parameters:
  ///   - name: the document's id.
  ///   - number: its number among the inputs, from 1; it makes the sentences' ids unique.
  init(_ doc: Doc, name: String, number: Int) {
    var text = "# newdoc id = \(Self.onOneLine(name))\n"
    var sentences = 0
    for sentence in doc.sentences {
      let words = sentence.filter { !doc[$0].isSpace }
      guard !words.isEmpty else { continue }
      sentences += 1
      text += "# sent_id = \(number).\(sentences)\n"
      Self.write(words, of: doc, to: &text)
      text += "\n"
    }
    self.text = text
  }

  private static func write(_ words: [Int], of doc: Doc, to text: inout String) {
    let first = words[0]
    // A word's number in its sentence, from 1; 0 for what is no word of it.
    var numbers = [Int](repeating: 0, count: words[words.count - 1] - first + 1)
    for (index, word) in words.enumerated() { numbers[word - first] = index + 1 }
    func number(_ token: Int) -> Int { numbers.indices.contains(token - first) ? numbers[token - first] : 0 }

    let heads = words.map { word in
      var token = doc[word]
      while !token.isRoot {
        token = token.head
        if number(token.index) > 0 { return number(token.index) }
      }
      return 0
    }
    let root = (heads.firstIndex(of: 0) ?? 0) + 1

    var spaces: [String] = []
    var line = "# text = "
    for word in words {
      let after = Self.space(after: word, in: doc)
      line += form(doc[word].text)
      if !after.isEmpty, word != words[words.count - 1] { line += " " }
      spaces.append(after)
    }
    text += line + "\n"

    for (index, word) in words.enumerated() {
      let token = doc[word]
      let isRoot = index + 1 == root
      let head = isRoot ? 0 : heads[index] == 0 || heads[index] == index + 1 ? root : heads[index]
      let label = isRoot ? "root" : token.label.isEmpty || token.label == "ROOT" ? "dep" : token.label
      let features = token.morphology.split(separator: "|").sorted { $0.lowercased() < $1.lowercased() }
      text += "\(index + 1)\t\(form(token.text))\t\(form(token.lemma))\t"
      text += token.pos == .none || token.pos == .space ? "X" : token.pos.name
      text += "\t\(form(token.tag))\t"
      text += features.isEmpty ? "_" : features.joined(separator: "|")
      text += "\t\(head)\t\(label.lowercased())\t_\t\(misc(spaces[index]))\n"
    }
  }

  /// The white space between `word` and the next word.
  private static func space(after word: Int, in doc: Doc) -> String {
    var next = word + 1
    while next < doc.count, doc[next].isSpace { next += 1 }
    let end = doc[word].utf8Range.upperBound
    guard next < doc.count else {
      return doc.text(ofUTF8: end..<doc.utf8.count).allSatisfy(\.isWhitespace) ? "\n" : " "
    }
    let between = doc.text(ofUTF8: end..<Swift.max(end, doc[next].utf8Range.lowerBound))
    return between
  }

  private static func misc(_ space: String) -> String {
    if space.isEmpty { return "SpaceAfter=No" }
    if space == " " { return "_" }
    var escaped = ""
    for scalar in space.unicodeScalars {
      switch scalar {
      case " ": escaped += "\\s"
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "|": escaped += "\\p"
      case "\\": escaped += "\\\\"
      default: escaped.unicodeScalars.append(scalar.properties.isWhitespace ? "\u{2003}" : scalar)
      }
    }
    escaped = escaped.replacing("\u{2003}", with: "\\s")
    return "SpacesAfter=\(escaped)"
  }

  /// A field: without white space, `_` where it is empty.
  private static func form(_ text: String) -> String {
    if text.isEmpty { return "_" }
    guard text.contains(where: \.isWhitespace) else { return text }
    return String(text.map { $0.isWhitespace ? "_" : $0 })
  }

  private static func onOneLine(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }
}
