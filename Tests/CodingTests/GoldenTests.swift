import Coding
import Newswire
import Testing

/// Whole articles about eight dyads and kinds of event, read as a careful reader would read them.
@Suite(.enabled(if: ParsedStory.isPossible, "needs the language model: run make"))
struct GoldenTests {
  @Test(arguments: Golden.names)
  func `an article is read as a careful reader reads it`(name: String) throws {
    let golden = try Golden(name)
    let article = try ParsedStory.articleReader().read(
      golden.text, metadata: ArticleReader.Metadata(publishedByOption: golden.expected.published))
    let check = GoldenCheck(try ParsedStory.taggingCoder().code(article), golden)
    let missing = check.facts.filter { !$0.holds }.map(\.name)
    #expect(check.facts.count - missing.count >= golden.expected.holding, "\(missing.joined(separator: "\n"))")
  }

  @Test func `there are golden articles of eight dyads`() { #expect(Golden.names.count >= 8) }
}
