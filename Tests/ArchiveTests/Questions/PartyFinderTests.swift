import Archive
import Record
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

  /// Articles that know Ada Lind by her family name, without her country, and as what seems a body.
  private func shelveForms() throws {
    var short = Story("Lind said the ferry sails.", day: "2021-05-01", ref: "f1")
    short.name("Lind", of: "NOR")
    short.says("Lind", "the ferry sails")
    var stateless = Story("Ada Lind said the ferry is full.", day: "2021-05-02", ref: "f2")
    stateless.name("Ada Lind", of: nil)
    stateless.says("Ada Lind", "the ferry is full")
    stateless.name("Ada Lind Speaks", of: "NOR", words: "ferry")
    stateless.name("Ada Lind Meets", of: "NOR", words: "full")
    var body = Story("Lind said that tolls are fair.", day: "2021-05-03", ref: "f3")
    body.name("Lind", .organization, of: "NOR")
    body.says("Lind", "that tolls are fair")
    var bare = Story("Lind waved.", day: "2021-05-05", ref: "f5")
    bare.name("Lind", of: nil)
    for story in [short, stateless, body, bare] { try shelf.archive.store(story.readout) }
  }

  @Test(arguments: ["Lind", "Ada Lind"])
  func `forms of one name are one where nobody else has it`(name: String) throws {
    try shelveForms()
    let party = try shelf.archive.party(named: name, by: finder)
    guard case .actors(let keys) = party else {
      Issue.record("\(party) is nobody")
      return
    }
    #expect(keys.first == "person:ada lind/NOR")
    #expect(
      keys.sorted() == [
        "organization:lind/NOR", "person:ada lind", "person:ada lind/NOR", "person:lind", "person:lind/NOR",
      ])
    var question = StatementQuestion()
    question.speaker = party
    #expect(try shelf.archive.answer(question).statements.count == 6)
    let person = try shelf.archive.answer(PersonQuestion(keys: keys))
    #expect(person.person.name == "Ada Lind")
    #expect(person.said.count == 6)
    #expect(person.offices.count == 1)
    #expect(person.met.map(\.with.name) == ["Åke Berg"])
  }

  @Test func `a name by which nearly all articles mean one is that one's`() throws {
    #expect(throws: QuestionError.self) { try shelf.archive.party(named: "Berg", by: finder) }
    for number in 1...8 {
      var story = Story("Åke Berg spoke \(number) times.", day: "2021-05-01", ref: "b\(number)")
      story.name("Åke Berg", of: "SWE")
      try shelf.archive.store(story.readout)
    }
    #expect(try shelf.archive.party(named: "Berg", by: finder) == .actors(["person:ake berg/SWE"]))
    #expect(try shelf.archive.party(named: "Hilda Berg", by: finder) == .actors(["person:hilda berg/DNK"]))
  }

  @Test func `a family name that two have stays open`() throws {
    var story = Story("Olav Lind said nothing.", day: "2021-05-04", ref: "f4")
    story.name("Olav Lind", of: "NOR")
    try shelf.archive.store(story.readout)
    try shelveForms()
    #expect(throws: QuestionError.self) { try shelf.archive.party(named: "Lind", by: finder) }
    let party = try shelf.archive.party(named: "Ada Lind", by: finder)
    #expect(party == .actors(["person:ada lind/NOR", "person:ada lind"]))
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
    let answer = try shelf.archive.answer(PersonQuestion(keys: ["person:ada lind/NOR"]))
    #expect(answer.offices.map(\.title) == ["Foreign Minister"])
    #expect(answer.offices.first?.firstReported == "2021-03-02")
    #expect(answer.offices.first?.articles == 2)
    #expect(answer.said.count == 3)
    #expect(answer.about.map(\.speaker?.name) == ["Åke Berg"])
    #expect(answer.met.map(\.with.name) == ["Åke Berg"])
    #expect(answer.met.first?.reports == 2)
  }
}
