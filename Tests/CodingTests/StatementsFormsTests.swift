import Testing

/// Golden articles in several house styles: every form in which news tells who said what.
@Suite(.enabled(if: ParsedStory.isPossible, "needs the language model: run make"))
struct StatementsFormsTests {
  private func expect(_ text: String, _ lines: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try CodedStory.statements(text)
    #expect(found == lines, sourceLocation: sourceLocation)
  }

}
