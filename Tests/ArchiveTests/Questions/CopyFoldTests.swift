import Archive
import Record
import Testing

struct CopyFoldTests {
  /// A report long enough to be known as a copy of another.
  private func report(_ ref: String, in publisher: String) -> Story {
    var story = Story(
      """
      Ada Lind met Åke Berg in Malmö on Monday and said Norway wants the ferry to sail again.
      The ministers walked along the quay, looked at three idle ships and spoke for two hours in the harbour master's house.
      Fishermen watched from the pier, where the last crossing had been cancelled in a storm eleven weeks before.
      Berg gave no date, but the shipping line has hired forty sailors and painted both of its older hulls.
      """, day: "2021-03-02", ref: ref, publisher: publisher)
    story.name("Ada Lind", of: "NOR")
    story.name("Åke Berg", of: "SWE")
    story.says("Ada Lind", "Norway wants the ferry to sail again", act: .want)
    story.happens("met", .consult, ["Ada Lind", "Åke Berg"])
    return story
  }

  @Test func `copies of one text are told once, with how many they are`() throws {
    let shelf = try Shelf([report("a", in: "The Courier"), report("b", in: "The Herald")])
    let statements = try shelf.archive.answer(StatementQuestion()).statements
    #expect(statements.map(\.articles) == [2])
    #expect(try shelf.archive.answer(EventQuestion()).happenings.map(\.articles) == [2])
    var question = TimelineQuestion()
    question.parties = [.state("NOR"), .state("SWE")]
    let entries = try shelf.archive.answer(question).entries
    #expect(entries.map { Happening.reports($0.articles, $0.origins) } == ["2 articles, 1 independent"])
  }
}
