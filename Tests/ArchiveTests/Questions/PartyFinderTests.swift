import Archive
import Testing

struct PartyFinderTests {
  private let shelf: Shelf
  private let finder = PartyFinder(states: Shelf.states)

  init() throws { shelf = try Shelf() }

  @Test(arguments: ["NOR", "Norway", "Oslo", "state:NOR"])
  func `a state is found by code, name, capital and key`(name: String) throws {
    #expect(try shelf.archive.party(named: name, by: finder) == .state("NOR"))
  }

  @Test(arguments: ["Ada Lind", "ada lind", "Lind", "Ada", "person:ada lind/NOR"])
  func `a person is found by name, family name and key`(name: String) throws {
    #expect(try shelf.archive.party(named: name, by: finder) == .actors(["person:ada lind/NOR"]))
  }

  @Test func `a name of several names them and how to choose`() throws {
    let error = #expect(throws: QuestionError.self) { try shelf.archive.party(named: "Berg", by: finder) }
    #expect(error?.kind == .ambiguousActor)
    #expect(
      error?.message == """
        “Berg” can be one of several; say who by the full name or by the key:
          Åke Berg, SWE: person:ake berg/SWE
          Hilda Berg, DNK: person:hilda berg/DNK
        """)
  }

  @Test(arguments: ["Nobody", "\"", "a*", ""])
  func `a name of nobody is said to be`(name: String) throws {
    let error = #expect(throws: QuestionError.self) { try shelf.archive.party(named: name, by: finder) }
    #expect(error?.kind == .unknownActor)
  }

  @Test func `a topic is an issue before it is somebody`() throws {
    #expect(try shelf.archive.topic(named: "tolls", by: finder) == .issue(.keyword("tolls")))
    #expect(try shelf.archive.topic(named: "tolls/NOR-SWE", by: finder) == .issue(.key("tolls/NOR-SWE")))
    #expect(try shelf.archive.topic(named: "Sweden", by: finder) == .party(.state("SWE")))
    let error = #expect(throws: QuestionError.self) { try shelf.archive.topic(named: "tollgates", by: finder) }
    #expect(error?.message == "no record is about “tollgates”; issues are such as: tolls")
  }

  @Test func `a person has offices, words and meetings`() throws {
    let answer = try shelf.archive.answer(PersonQuestion(key: "person:ada lind/NOR"))
    #expect(answer.offices.map(\.title) == ["Foreign Minister"])
    #expect(answer.offices.first?.firstReported == "2021-03-02")
    #expect(answer.offices.first?.articles == 2)
    #expect(answer.said.count == 3)
    #expect(answer.about.map(\.speaker?.name) == ["Åke Berg"])
    #expect(answer.met.map(\.with.name) == ["Åke Berg"])
    #expect(answer.met.first?.reports == 2)
  }
}
