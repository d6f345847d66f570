import Coding
import Newswire
import Record
import Testing

/// What holds of any text whatever, through all steps.
@Suite(.enabled(if: ParsedStory.isPossible, "needs the language model: run make"))
struct CoderTests {
  private static let words = """
    The minister of Norway , Ada Berg , said on Monday that " we will not sign " : he met with the former president and
    his Swedish counterpart in Oslo , according to officials . " If they leave , " she added — both sides agreed , the
    two leaders ( unnamed ) denied it ; “ Never ‘ again ’ , ” wrote Moscow in 1998 , citing a source , last week what it
    expects : an apology , compensation ! whether the latter was quoted as saying ? unless
    """.split(separator: " ").map(String.init)

  private func article(_ text: String) -> Article {
    var article = Article(text: text)
    var start = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + paragraph.utf8.count
      if start < end { article.passages.append(start..<end) }
      start = end + 1
    }
    article.paragraphs = article.passages
    return article
  }

  @Test func `shuffled words never crash, and spans lie inside the text`() throws {
    let coder = try ParsedStory.coder()
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<150 {
      let count = Int.random(in: 1...120, using: &generator)
      let text = (0..<count).map { _ in
        Int.random(in: 0..<14, using: &generator) == 0 ? "\n" : Self.words.randomElement(using: &generator) ?? ""
      }.joined(separator: " ")
      let readout = coder.code(article(text))
      let length = text.unicodeScalars.count
      for span in readout.entities.flatMap(\.mentions).map(\.span) + readout.statements.flatMap(\.content)
        + readout.events.flatMap(\.trigger) + readout.times.map(\.span)
      {
        #expect(span.start < span.end && span.end <= length, "\(text)")
      }
      let ids = Set(readout.entities.map(\.id))
      for statement in readout.statements {
        if let entity = statement.speaker?.entity { #expect(ids.contains(entity)) }
        #expect(ids.isSuperset(of: statement.addressees))
      }
    }
  }

  @Test func `words before a colon at a content's start are not looked for outside it`() throws {
    let coder = try ParsedStory.coder()
    let readout = coder.code(
      article("Berg said: \"Sanctions: an embargo that Oslo wants lifted, an apology and compensation.\""))
    #expect(!readout.statements.isEmpty)
  }
}
