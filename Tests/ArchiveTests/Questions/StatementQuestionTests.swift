import Archive
import Record
import Testing

struct StatementQuestionTests {
  private let shelf: Shelf

  init() throws { shelf = try Shelf() }

  private func contents(_ ask: (inout StatementQuestion) -> Void) throws -> [String] {
    var question = StatementQuestion()
    ask(&question)
    return try shelf.archive.answer(question).statements.map(\.content)
  }

  @Test func `finds what a person said to a state about an issue`() throws {
    let found = try contents {
      $0.speaker = .actors(["person:ada lind/NOR"])
      $0.addressee = .state("SWE")
      $0.topic = .issue(.keyword("ferry"))
      $0.acts = [.pledge]
      $0.words = "normaliz*"
    }
    #expect(found == ["that Oslo would normalize crossings by 1 May"])
  }

  @Test func `a state speaks through those who act for it, unless it is to be alone`() throws {
    #expect(try contents { $0.speaker = .state("NOR") }.count == 3)
    #expect(try contents { $0.speaker = .state("NOR", alone: true) }.isEmpty)
  }

  @Test func `the latest comes first, and pages follow each other`() throws {
    var question = StatementQuestion()
    question.limit = 2
    var pages: [[String]] = []
    repeat {
      let answer = try shelf.archive.answer(question)
      pages.append(answer.statements.map { $0.day ?? "" })
      question.after = answer.next
    } while question.after != nil
    #expect(pages == [["2021-04-20", "2021-04-20"], ["2021-04-10", "2021-04-10"], ["2021-03-02", "2021-03-02"]])
  }

  @Test func `cites the characters and their words`() throws {
    let texts = Dictionary(
      uniqueKeysWithValues: Shelf.stories.map { ($0.readout.document.ref, $0.readout.document.text) })
    for statement in try shelf.archive.answer(StatementQuestion()).statements {
      let citation = statement.citation
      let text = Array(try #require(texts[citation.source.ref]).unicodeScalars)
      let words = String(String.UnicodeScalarView(text[citation.span.start..<citation.span.end]))
      #expect(citation.words == words)
      #expect(citation.words == statement.content)
    }
  }

  @Test(arguments: ["", "\"open", "-only", "*", "OR", "a OR", "-\"x y\""])
  func `says what is wrong with words that ask for nothing`(words: String) {
    #expect(throws: QuestionError.self) { try contents { $0.words = words } }
  }

  @Test(arguments: [
    ("tolls", 2), ("tolls -rejects", 1), ("\"tolls on the\"", 2), ("tolls OR frank", 3), ("near(tolls", 0),
    ("content: tolls'", 0), ("AND NOT", 0), ("{tolls} ^+", 2),
  ])
  func `takes any words as words`(words: String, count: Int) throws {
    #expect(try contents { $0.words = words }.count == count)
  }
}
