import Coding
import Linguistics
import Newswire

/// Stories for tests, from texts whose words may carry a tag: `Anna will/MD visit/VB Oslo on Friday .`
///
/// A word may carry its label and its head as well, `aid/NN/dobj/4`: the head's place in the sentence, from 0.
/// Otherwise the first verb of a sentence governs all its other words; a modal or "to" before a verb is its auxiliary. Words are
/// separated by spaces; a lone mark ends a sentence where it is a full stop.
enum TaggedStory {
  static func make(_ tagged: String, published: String? = nil, outside: String = "") -> Story {
    var columns = Columns(text: "")
    var text = outside
    columns.tagNames = [""]
    columns.labelNames = ["", "ROOT", "dep", "aux", "prep", "pobj"]
    columns.lemmaNames = [""]
    var sentence: [Int] = []
    var given: [Int: (label: String, place: Int?)] = [:]
    func close() {
      guard let first = sentence.first else { return }
      func tag(_ token: Int) -> String { columns.tagNames[Int(columns.tags[token])] }
      let root = sentence.first { tag($0).hasPrefix("VB") } ?? first
      for (place, token) in sentence.enumerated() {
        columns.heads[token] = Int32(root)
        columns.labels[token] = token == root ? 1 : 2
        if ["MD", "TO"].contains(tag(token)) { columns.labels[token] = 3 }
        if tag(token) == "IN" { columns.labels[token] = 4 }
        if place > 0, tag(sentence[place - 1]) == "IN" {
          columns.heads[token] = Int32(sentence[place - 1])
          columns.labels[token] = 5
        }
      }
      for token in sentence {
        guard let (label, place) = given[token] else { continue }
        columns.labelNames.append(label)
        columns.labels[token] = UInt16(columns.labelNames.count - 1)
        columns.heads[token] = Int32(place.map { sentence[$0] } ?? root)
      }
      sentence = []
    }
    let start = text.utf8.count
    for piece in tagged.split(separator: " ") {
      let parts = piece.split(separator: "/")
      let word = String(parts[0])
      let marked = parts.count > 1 ? String(parts[1]) : nil
      let tag =
        marked
        ?? (["on", "in", "until", "since", "for", "by"].contains(word)
          ? "IN" : word.first?.isUppercase == true ? "NNP" : "NN")
      let index = columns.starts.count
      columns.isSentenceStart.append(sentence.isEmpty)
      sentence.append(index)
      if parts.count > 2 { given[index] = (String(parts[2]), parts.count > 3 ? Int(parts[3]) : nil) }
      columns.starts.append(Int32(text.utf8.count))
      text += word
      columns.ends.append(Int32(text.utf8.count))
      text += " "
      columns.spaceAfter.append(true)
      columns.isSpace.append(false)
      columns.tagNames.append(tag)
      columns.tags.append(UInt16(columns.tagNames.count - 1))
      columns.pos.append(
        word == "." || word == ","
          ? .punct : tag.hasPrefix("VB") ? .verb : tag == "IN" ? .adp : tag == "MD" ? .aux : tag == "JJ" ? .adj : .noun)
      columns.morphs.append(0)
      columns.lemmaNames.append(tag == "NNS" ? String(word.lowercased().dropLast()) : word.lowercased())
      columns.lemmas.append(UInt32(columns.lemmaNames.count - 1))
      columns.heads.append(Int32(index))
      columns.labels.append(1)
      if word == "." { close() }
    }
    close()
    columns.text = text
    columns.utf8 = Array(text.utf8)
    var article = Article(text: text)
    article.published = published
    article.passages = [start..<text.utf8.count]
    return Story(article: article, doc: Doc(columns))
  }
}
