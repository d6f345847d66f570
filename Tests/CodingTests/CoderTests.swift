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
    let coders = [try ParsedStory.coder(), try ParsedStory.taggingCoder()]
    var generator = SystemRandomNumberGenerator()
    for round in 0..<200 {
      let count = Int.random(in: 1...120, using: &generator)
      let text = (0..<count).map { _ in
        Int.random(in: 0..<14, using: &generator) == 0 ? "\n" : Self.words.randomElement(using: &generator) ?? ""
      }.joined(separator: " ")
      let readout = coders[round % coders.count].code(article(text))
      let length = text.unicodeScalars.count
      for span in readout.entities.flatMap(\.mentions).map(\.span) + readout.statements.flatMap(\.content)
        + readout.events.flatMap(\.trigger) + readout.times.map(\.span)
      {
        #expect(span.start < span.end && span.end <= length, "\(text)")
      }
      for event in readout.events {
        let sentence = readout.document.sentences[event.sentence]
        #expect(event.trigger.contains { sentence.start <= $0.start && $0.end <= sentence.end }, "\(text)")
      }
      let ids = Set(readout.entities.map(\.id))
      for statement in readout.statements {
        if let entity = statement.speaker?.entity { #expect(ids.contains(entity)) }
        #expect(ids.isSuperset(of: statement.addressees))
      }
    }
  }

  @Test func `what is offered in another sentence of a quotation than its cue's is an event of that sentence`() throws {
    let readout = try ParsedStory.coder().code(
      article(
        "“We are ready to do what Sweden wants. The bridge at Alta is ours,” the Norwegian president said in Oslo."))
    let event = try #require(readout.events.first { $0.type == .agree })
    let sentence = readout.document.sentences[event.sentence]
    #expect(event.trigger.contains { sentence.start <= $0.start && $0.end <= sentence.end })
  }

  @Test func `words before a colon at a content's start are not looked for outside it`() throws {
    let coder = try ParsedStory.coder()
    let readout = coder.code(
      article("Berg said: \"Sanctions: an embargo that Oslo wants lifted, an apology and compensation.\""))
    #expect(!readout.statements.isEmpty)
  }
}
