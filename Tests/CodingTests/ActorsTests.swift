import Coding
import FoundationEssentials
import Knowledge
import Linguistics
import Record
import Testing

@Suite("Actors of a story")
struct ActorsTests {
  static let knowledge = Result { () throws(KnowledgeError) in
    try Knowledge(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Data").path)
  }

  private func read(_ table: String, published: CalendarDate? = nil) throws -> Story {
    var story = DrawnDoc.story(table, published: published)
    try ActorReader(knowledge: Self.knowledge.get()).read(&story)
    return story
  }

  private func entity(_ name: String, in story: Story) throws -> Int {
    try #require(story.cast.entities.firstIndex { $0.name == name }, "no \(name) in \(story.cast.entities.map(\.name))")
  }

  /// The words of an entity's mentions.
  private func words(_ name: String, in story: Story) throws -> [String] {
    let entity = try entity(name, in: story)
    return story.cast.mentions.filter { $0.entity == entity }.map { story.doc.text(of: $0.tokens) }
  }

  @Test func `titles, pronouns and nouns lead to who is named`() throws {
    let story = try read(ActorsTables.ministers)
    #expect(
      try words("Ingrid Berg", in: story) == [
        "Norwegian Foreign Minister", "Ingrid Berg", "she", "her", "The minister", "I", "my", "Berg",
      ])
    #expect(try words("Pekka Laine", in: story) == ["her Finnish counterpart", "Pekka Laine"])
  }

  @Test func `an office goes over to the counterpart, with the state of the adjective`() throws {
    let story = try read(ActorsTables.ministers)
    let berg = story.cast.entities[try entity("Ingrid Berg", in: story)]
    #expect(berg.country == "NOR")
    #expect(berg.offices.map(\.office) == [.foreignMinister])
    #expect(berg.offices.first?.basis == .text)
    let laine = story.cast.entities[try entity("Pekka Laine", in: story)]
    #expect(laine.country == "FIN")
    #expect(laine.offices.map(\.office) == [.foreignMinister])
  }

  @Test func `a capital is a place where something is`() throws {
    let story = try read(ActorsTables.ministers)
    #expect(story.cast.entities[try entity("Oslo", in: story)].type == .place)
    #expect(story.places.map(\.name) == ["Oslo"])
    #expect(story.places.first?.country == "NOR")
  }

  @Test func `a capital that acts is its state`() throws {
    let story = try read(ActorsTables.capital)
    let norway = try entity("Norway", in: story)
    #expect(story.cast.entities[norway].type == .country)
    #expect(story.cast.mentions.first { $0.entity == norway }?.kind == .metonym)
    #expect(try words("Peru", in: story) == ["Peru", "it"])
    #expect(story.places.isEmpty)
  }

  @Test func `the former, the latter, their and the two countries are those joined before`() throws {
    let story = try read(ActorsTables.pairs)
    let sweden = try entity("Sweden", in: story)
    let denmark = try entity("Denmark", in: story)
    #expect(try words("Sweden", in: story) == ["Sweden", "The former"])
    #expect(try words("Denmark", in: story) == ["Denmark", "the latter"])
    let joint = story.cast.mentions.filter { !$0.members.isEmpty }
    #expect(joint.map { story.doc.text(of: $0.tokens) } == ["Their", "The two countries"])
    #expect(joint.allSatisfy { $0.members.sorted() == [sweden, denmark].sorted() })
    #expect(Set(joint.map(\.entity)).count == 1)
  }

  @Test func `an apposition names the group, and its leader is named after it`() throws {
    let story = try read(ActorsTables.group)
    #expect(try words("Friends of the Fjord", in: story) == ["The group", "Friends of the Fjord", "Its"])
    #expect(try words("Lars Dahl", in: story) == ["Its leader", "Lars Dahl"])
  }

  @Test func `those without a name are entities by their phrases`() throws {
    let story = try read(ActorsTables.group)
    let officials = story.cast.entities[try entity("Norwegian officials", in: story)]
    #expect(officials.type == .group)
    #expect(officials.country == "NOR")
    let diplomat = story.cast.entities[try entity("Western diplomat", in: story)]
    #expect(diplomat.type == .person)
    #expect(diplomat.country == nil)
  }

  @Test func `the object of a clause is not its subject, and who is told is not who tells`() throws {
    let story = try read(ActorsTables.rasmussen)
    #expect(try words("Dahl", in: story).contains("him"))
    #expect(!(try words("Poul Nyrup Rasmussen", in: story)).contains("him"))
  }

  @Test func `what was held on the day comes from the knowledge base, and without a day its terms bound the text`()
    throws
  {
    let dated = try read(ActorsTables.rasmussen, published: CalendarDate(year: 1997, month: 5, day: 2))
    let rasmussen = dated.cast.entities[try entity("Poul Nyrup Rasmussen", in: dated)]
    #expect(rasmussen.country == "DNK")
    #expect(rasmussen.offices.map(\.office) == [.headOfGovernment])
    #expect(dated.publishedWindow == nil)
  }

  @Test func `who heads a body on the day is told by the title where several stand at its head`() throws {
    let story = try read(ActorsTables.police, published: CalendarDate(year: 2017, month: 5, day: 2))
    _ = try entity("Juergen Stock", in: story)
  }

  @Test func `a phrase stands for all its parties`() throws {
    let story = try read(ActorsTables.pairs)
    let first = try #require(story.doc.indices.first { story.doc[$0].text == "Sweden" })
    #expect(story.parties(of: first).count == 2)
    let countries = try #require(story.doc.indices.first { story.doc[$0].text == "countries" })
    #expect(Set(story.parties(of: countries)) == Set(story.parties(of: first)))
  }

  @Test func `an empty text has nobody`() throws {
    let story = try read("")
    #expect(story.cast.entities.isEmpty)
    #expect(story.cast.mentions.isEmpty)
    #expect(story.places.isEmpty)
  }
}
