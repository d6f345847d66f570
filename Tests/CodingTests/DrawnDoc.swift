import Coding
import Linguistics
import Newswire

/// Documents for tests, drawn as tables: what a model would have said of a text, without the model.
///
/// A line is a token: its text, tag, label, head (counted from 1 within the sentence, 0 for the root), entity (`B-PERSON`,
/// `I-PERSON` or `-`) and lemma (the small-letter text where left out). `~` after a text: no space follows. An empty line
/// ends a sentence, a line `¶` a passage.
enum DrawnDoc {
  static func make(_ table: String) -> (doc: Doc, passages: [Range<Int>]) {
    var columns = Columns(text: "")
    var text = ""
    var passages: [Range<Int>] = []
    var passageStart = 0
    var sentence: [[Substring]] = []
    var names = Names()

    func endSentence() {
      let first = columns.starts.count
      for (place, fields) in sentence.enumerated() {
        var word = fields[0]
        let isJoined = word.count > 1 && word.hasSuffix("~")
        if isJoined { word.removeLast() }
        columns.starts.append(Int32(text.utf8.count))
        text += word
        columns.ends.append(Int32(text.utf8.count))
        if !isJoined { text += " " }
        columns.spaceAfter.append(!isJoined)
        columns.isSentenceStart.append(place == 0)
        columns.isSpace.append(false)
        columns.tags.append(UInt16(names.tags.number(fields[1])))
        columns.pos.append(pos(fields[1], label: fields[2]))
        columns.morphs.append(0)
        columns.labels.append(UInt16(names.labels.number(fields[2])))
        let head = Int(fields[3]) ?? 0
        columns.heads.append(Int32(head == 0 ? first + place : first + head - 1))
        columns.lemmas.append(UInt32(names.lemmas.number(fields.count > 5 ? fields[5] : Substring(word.lowercased()))))
        let entity = fields.count > 4 ? fields[4] : "-"
        let token = first + place
        if entity.hasPrefix("B-") {
          columns.entities.append(NamedEntity(label: String(entity.dropFirst(2)), tokens: token..<token + 1))
        } else if entity.hasPrefix("I-"), let last = columns.entities.popLast() {
          columns.entities.append(NamedEntity(label: last.label, tokens: last.tokens.lowerBound..<token + 1))
        }
      }
      sentence = []
    }
    func endPassage() {
      endSentence()
      while text.last == " " { text.removeLast() }
      if text.utf8.count > passageStart { passages.append(passageStart..<text.utf8.count) }
      text += "\n\n"
      passageStart = text.utf8.count
    }
    for line in table.split(separator: "\n", omittingEmptySubsequences: false) {
      let fields = line.split(separator: " ")
      if fields.isEmpty {
        endSentence()
      } else if fields[0] == "¶" {
        endPassage()
      } else {
        sentence.append(fields)
      }
    }
    endPassage()
    columns.text = text
    columns.utf8 = Array(text.utf8)
    columns.tagNames = names.tags.names
    columns.labelNames = names.labels.names
    columns.lemmaNames = names.lemmas.names
    return (Doc(columns), passages)
  }

  /// A story of the passages, the first of which is no title.
  static func story(_ table: String, published: CalendarDate? = nil) -> Story {
    let (doc, passages) = make(table)
    var article = Article(text: doc.text)
    article.paragraphs = passages
    article.passages = passages
    return Story(article: article, doc: doc, published: published)
  }

  private static func pos(_ tag: Substring, label: Substring) -> UPOS {
    switch tag {
    case "NN", "NNS": .noun
    case "NNP", "NNPS": .propn
    case "JJ", "JJR", "JJS": .adj
    case "DT", "WDT": .det
    case "PRP", "WP": .pron
    case "PRP$", "WP$": .pron
    case "IN": label == "mark" ? .sconj : .adp
    case "TO": .part
    case "POS": .part
    case "MD": .aux
    case "CC": .cconj
    case "CD": .num
    case "RB", "RBR", "RBS", "WRB": .adv
    case "RP": .adp
    case _ where tag.hasPrefix("VB"): label == "aux" || label == "auxpass" ? .aux : .verb
    case _ where tag.first?.isLetter == true: .x
    default: .punct
    }
  }

  private struct Names {
    var tags = Numbering()
    var labels = Numbering()
    var lemmas = Numbering()
  }

  private struct Numbering {
    var names = [""]
    private var numbers: [Substring: Int] = ["": 0]

    mutating func number(_ name: Substring) -> Int {
      if let number = numbers[name] { return number }
      numbers[name] = names.count
      names.append(String(name))
      return names.count - 1
    }
  }
}
