import Coding
import Linguistics
import Record
import Testing

/// What the steps make of plain sentences that the model has parsed.
@Suite("Plain sentences", .enabled(if: ParsedStory.isPossible, "needs the language model: run make"))
struct ReadingsTests {
  /// The names of those whom `words` speak of.
  private func referents(of words: String, in story: Story) -> [String] {
    story.cast.mentions.filter { story.doc.text(of: $0.tokens).lowercased() == words }.map {
      story.cast.entities[$0.entity].name
    }
  }

  @Test(arguments: [
    ("2019-05-20", "President Emmanuel Macron spoke in Lyon. The pope asked France for help.", "the pope", "Francis"),
    ("1999-05-20", "The pontiff arrived in Bucharest.", "the pontiff", "John Paul II"),
    (
      "2023-02-02", "President Ebrahim Raisi spoke in Tehran. The supreme leader kept silent.", "the supreme leader",
      "Ali Khamenei"
    ),
    ("2022-03-10", "The IMF chief called on Ghana to save.", "the imf chief", "Kristalina Georgieva"),
    ("2022-03-10", "The NATO secretary-general flew to Oslo.", "the nato secretary-general", "Jens Stoltenberg"),
    ("2022-03-10", "The EU's top diplomat flew to Oslo.", "the eu's top diplomat", "Josep Borrell"),
    ("2022-03-10", "The head of the IAEA flew to Tehran.", "the head of the iaea", "Rafael Grossi"),
  ])
  func `who alone holds an office is known by it`(day: String, text: String, words: String, name: String) throws {
    #expect(referents(of: words, in: try ToldEvents.story([text], published: day)) == [name])
  }

  @Test(arguments: [
    ("The former pope came from Bavaria.", "the former pope"), ("The UN refugee chief wept.", "the un refugee chief"),
  ])
  func `a former holder and the head of a part are not the holder`(text: String, words: String) throws {
    let known = referents(of: words, in: try ToldEvents.story([text], published: "2022-03-10"))
    #expect(!known.contains("Francis") && !known.contains("Antonio Guterres"))
  }

  @Test func `a headline lists its subjects with a comma`() throws {
    let story = try ToldEvents.story(
      ["Norwegian and Malian ministers met on Friday."], title: "Norway, Mali vow to protect forests")
    let group = try #require(story.cast.mentions.first { !$0.members.isEmpty })
    #expect(group.members.map { story.cast.entities[$0].country } == ["NOR", "MLI"])
    #expect(story.commitments.prefix(2).map { story.cast.entities[$0.by].country } == ["NOR", "MLI"])
  }

  @Test func `a headline with one subject and a place has no group`() throws {
    for title in ["In Oslo, Mali seeks aid", "Oslo, Norway", "However, Mali agrees"] {
      #expect(try ToldEvents.story(["Mali met Norway."], title: title).cast.mentions.allSatisfy { $0.members.isEmpty })
    }
  }

  @Test func `a town with its state or province lies there`() throws {
    let story = try ToldEvents.story([
      "He drove from Athens, Ga., to Lebanon, Pa. The shop in Athens was shut.", "She lives in Paris, Texas.",
    ])
    #expect(
      story.places.filter { ["Athens", "Lebanon", "Paris"].contains($0.name) }.map(\.country) == [
        "USA", "USA", "USA", "USA",
      ])
    #expect(!story.cast.entities.contains { $0.country == "LBN" || $0.country == "GRC" || $0.country == "FRA" })
  }

  @Test func `towns without a state stay where the world knows them`() throws {
    let story = try ToldEvents.story(["He flew from Athens, then to Lebanon."])
    #expect(
      story.cast.entities.contains { $0.country == "LBN" } && story.cast.entities.contains { $0.country == "GRC" })
  }

  private func issues(_ text: String) throws -> [String] {
    let story = try ToldEvents.story([text], published: "2018-07-10")
    return story.positions.map { "\(story.cast.entities[$0.holder].country ?? "-") \($0.issue) \($0.stance.rawValue)" }
  }

  @Test func `words speak of one issue, that of the longest phrase`() throws {
    #expect(try issues("Mali demanded the release of prisoners from Chad.") == ["MLI prisoners/MLI-TCD demands"])
    #expect(try issues("Chad rejected a war crimes tribunal in Mali.").allSatisfy { !$0.contains("war-crimes") })
  }

  @Test func `who imposes tariffs is for tariffs`() throws {
    #expect(try issues("Brazil imposed tariffs on Peru on Friday.") == ["BRA tariffs/BRA-PER supports"])
  }

  @Test func `who urges one state about another names the two sides`() throws {
    #expect(try issues("Norway urged Chad to lift the blockade of Mali.") == ["NOR blockade/MLI-TCD opposes"])
  }

  @Test func `who will not stand in the way of something is for it`() throws {
    #expect(
      try issues("Chad told Mali that it would not stand in the way of visas for Malians.") == [
        "TCD visas/MLI-TCD supports"
      ])
  }

  @Test func `what should be is a view, unless states agree on it`() throws {
    func commitments(_ text: String) throws -> Int { try ToldEvents.story([text]).commitments.count }
    #expect(try commitments("Norway and Mali agreed that the border should be reopened.") == 2)
    #expect(try commitments("Analysts agreed that the camp should be closed.") == 0)
    #expect(try commitments("Experts offered their analysis of the vote.") == 0)
  }
}
