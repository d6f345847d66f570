import Coding
import Knowledge
import Linguistics
import Newswire
import Record
import Testing

/// What becomes of what a tagger sees, beside what the rules find.
@Suite(.enabled(if: ParsedStory.isPossible, "needs the language model: run make"))
struct AttributionTests {
  /// A tagger that sees what it is told: words of the text, by role.
  private struct Told: Attributing {
    var seen: [(source: String?, cue: String, content: [String])]

    func attributions(in story: Story) -> [Attribution] {
      func tokens(_ words: String) -> Range<Int> {
        guard let range = story.doc.text.firstRange(of: words) else { return 0..<0 }
        let start = story.doc.text[..<range.lowerBound].utf8.count
        return story.doc.tokens(touching: start..<start + words.utf8.count)
      }
      return seen.map {
        Attribution(
          source: $0.source.map(tokens), cue: tokens($0.cue), content: $0.content.map(tokens),
          evidence: Readout.Evidence.Tagger(cue: 0.9, content: 0.8, link: 0.95, source: 0.7))
      }
    }
  }

  private func read(
    _ paragraph: String, seen: [(source: String?, cue: String, content: [String])]
  ) throws -> [(line: String, statement: Statement)] {
    let story = try ParsedStory.make([paragraph])
    let reader = try ParsedStory.statementReader(tagger: Told(seen: seen))
    func words(_ bytes: Range<Int>) -> String { story.doc.text(ofUTF8: bytes) }
    return reader.statements(in: story).map { statement in
      let speaker = statement.speaker.map { words($0.bytes) } ?? "-"
      let cue = statement.cue.spans.map(words).joined(separator: " ")
      return ("\(speaker) | \(cue) | \(statement.content.map(words).joined(separator: "; "))", statement)
    }
  }

  @Test func `what is done says nothing, whatever the tagger sees`() throws {
    let found = try read(
      "Norway recalled its ambassador and imposed new duties on Danish butter.",
      seen: [("Norway", "recalled", ["its ambassador"]), ("Norway", "imposed", ["new duties on Danish butter"])])
    #expect(found.isEmpty)
  }

  @Test func `what is ordered is said`() throws {
    let found = try read(
      "The Norwegian president ordered the deployment of a frigate.",
      seen: [("The Norwegian president", "ordered", ["the deployment of a frigate"])])
    #expect(found.map(\.line) == ["The Norwegian president | ordered | the deployment of a frigate"])
  }

  @Test func `what no rule knows is a statement of the tagger's`() throws {
    let found = try read(
      "The island's fishermen made no secret of their anger at the new fees.",
      seen: [("The island's fishermen", "made no secret of", ["their anger at the new fees"])])
    #expect(found.map(\.line) == ["The island's fishermen | made no secret of | their anger at the new fees"])
    #expect(found.first?.statement.evidence?.rule == .tagger)
    #expect(found.first?.statement.evidence?.tagger?.cue == 0.9)
  }

  @Test func `the tagger's bounds hold, with the act that the rules know`() throws {
    let found = try read(
      "Anna Berg promised to reopen the border on Monday in a speech.",
      seen: [("Anna Berg", "promised", ["to reopen the border on Monday"])])
    #expect(found.map(\.line) == ["Anna Berg | promised | to reopen the border on Monday"])
    #expect(found.first?.statement.act == .pledge)
  }

  @Test func `conjoined contents stay one statement each`() throws {
    let found = try read(
      "Anna Berg said that the border was closed and that trade had stopped.",
      seen: [("Anna Berg", "said", ["that the border was closed and that trade had stopped"])])
    #expect(
      found.map(\.line) == [
        "Anna Berg | said | that the border was closed", "Anna Berg | said | that trade had stopped",
      ])
  }

  @Test func `a statement inside what the tagger sees is kept inside it`() throws {
    let found = try read(
      "Anna Berg said that Paul Okello had told her the bridge was open.",
      seen: [("Anna Berg", "said", ["that Paul Okello had told her the bridge was open"])])
    #expect(found.count == 2)
    #expect(found.last?.statement.within == 0)
  }

  @Test func `what the tagger overlooks stands where the rules are sure`() throws {
    let found = try read("Anna Berg said that the border was closed.", seen: [])
    #expect(found.map(\.line) == ["Anna Berg | said | that the border was closed"])
    #expect(found.first?.statement.evidence?.tagger == nil)
  }

  @Test func `who passes it on does not take the place of who said it`() throws {
    let found = try read(
      "Anna Berg said the border was closed, according to Kenyan officials.",
      seen: [("Kenyan officials", "according to", ["Anna Berg said the border was closed"])])
    #expect(found.map(\.line) == ["Anna Berg | said | the border was closed"])
    #expect(found.first?.statement.relays.count == 1)
  }

  @Test func `who quotes somebody relays, whomever the tagger takes for the source`() throws {
    let found = try read(
      "“The talks are over,” Anna Berg was quoted by the Kenyan press as saying.",
      seen: [("the Kenyan press", "was quoted by", ["“The talks are over,”"])])
    #expect(found.map(\.line) == ["Anna Berg | saying | “The talks are over,”"])
    #expect(found.first?.statement.relays.count == 1)
  }

  @Test func `a content cut short is read to the end of its phrase`() throws {
    let found = try read(
      "Many growers resent the new fees.", seen: [("Many growers", "resent", ["the new"])])
    #expect(found.map(\.line) == ["Many growers | resent | the new fees"])
  }

  @Test func `where the tagger names no source, the subject of the cue is it`() throws {
    let found = try read(
      "Paul Okello painted the talks as a failure.", seen: [(nil, "painted", ["the talks as a failure"])])
    #expect(found.map(\.line) == ["Paul Okello | painted | the talks as a failure"])
  }
}
