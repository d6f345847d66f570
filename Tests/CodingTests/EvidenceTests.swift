import Coding
import Linguistics
import Record
import Testing

@Suite struct ParsePathTests {
  private let doc = DrawnDoc.make(
    """
    ¶
    Berg NNP nsubj 2
    said VBD ROOT 0
    the DT det 4
    border NN nsubjpass 6
    was VBD auxpass 6
    closed VBN ccomp 2

    They PRP nsubj 2
    left VBD ROOT 0
    """
  ).doc

  private func path(_ from: Int, _ to: Int) -> String? { ParsePath(from: doc[from], to: doc[to])?.text }

  @Test func `ways go down to dependents and up to heads`() {
    #expect(path(1, 5) == "said >ccomp closed")
    #expect(path(1, 2) == "said >ccomp closed >nsubjpass border >det the")
    #expect(path(5, 0) == "closed <ccomp said >nsubj Berg")
    #expect(path(3, 1) == "border <nsubjpass closed <ccomp said")
  }

  @Test func `there is no way to itself or to another sentence`() {
    #expect(path(1, 1) == nil)
    #expect(path(1, 7) == nil)
  }

  @Test func `a way that is too long tells nothing`() {
    var table = "¶\nw0 NN ROOT 0\n"
    for word in 1...60 { table += "w\(word) NN dep \(word)\n" }
    let chain = DrawnDoc.make(table).doc
    #expect(ParsePath(from: chain[0], to: chain[60]) == nil)
    #expect(ParsePath(from: chain[0], to: chain[5])?.text.hasSuffix(">dep w5") == true)
  }
}

/// What statements rest on.
@Suite(.enabled(if: ParsedStory.isPossible, "needs the language model: run make"))
struct EvidenceTests {
  private func evidence(_ paragraphs: String...) throws -> [Readout.Evidence] {
    var story = try ParsedStory.make(paragraphs)
    story.statements = try ParsedStory.statementReader().statements(in: story)
    let provenance = Readout.Provenance(name: "readout", release: "test")
    #expect(Assembly(story, provenance: provenance).readout().statements.allSatisfy { $0.evidence == nil })
    return Assembly(story, provenance: provenance, explains: true).readout().statements.compactMap(\.evidence)
  }

  @Test func `a clause is told by its cue and the ways to what is said and who says it`() throws {
    let found = try #require(try evidence("Anna Berg said the border is closed.").first)
    #expect(found.rule == .clause && found.entry == "say" && found.tagger == nil)
    #expect(found.contentPath == "said >ccomp is" || found.contentPath == "said >ccomp closed")
    #expect(found.speakerPath == "said >nsubj Berg")
    #expect((0...1).contains(found.sure))
  }

  @Test(arguments: [
    ("“The border is closed,” Anna Berg said.", Readout.Evidence.Rule.quotation),
    ("The border is closed, according to Anna Berg.", .account),
    ("The border is closed, Anna Berg said.", .parenthesis),
    ("Anna Berg promised to open the border.", .infinitive),
    ("Anna Berg welcomed the new treaty.", .phrase),
  ])
  func `the rule goes by the form`(sentence: String, rule: Readout.Evidence.Rule) throws {
    #expect(try evidence(sentence).map(\.rule) == [rule])
  }

  @Test func `a quotation that goes on is told apart`() throws {
    let rules = try evidence("Anna Berg said the border is closed. “We never wanted it to come to that.”").map(\.rule)
    #expect(rules == [.clause, .continuation])
  }
}
