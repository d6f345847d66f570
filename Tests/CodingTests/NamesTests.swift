import Coding
import Knowledge
import Linguistics
import Record
import Testing

@Suite("Names and what refers to them")
struct NamesTests {
  private func read(_ table: String) throws -> Story {
    var story = DrawnDoc.story(table, published: nil)
    try ActorReader(knowledge: ActorsTests.knowledge.get()).read(&story)
    return story
  }

  /// The words of the mentions of whoever is called `name`.
  private func words(_ name: String, in story: Story) throws -> [String] {
    let entity = try #require(
      story.cast.entities.firstIndex { $0.name == name }, "no \(name) in \(story.cast.entities.map(\.name))")
    return story.cast.mentions.filter { $0.entity == entity }.map { story.doc.text(of: $0.tokens) }
  }

  @Test func `the label of a caption is nobody`() throws {
    #expect(try read(NamesTables.caption).cast.entities.map(\.name) == ["Lena Holm"])
  }

  @Test func `a given name makes a person of what the model took for a body`() throws {
    let story = try read(NamesTables.founder)
    #expect(story.cast.entities.first { $0.name == "Gordon Hale" }?.type == .person)
  }

  @Test func `letters in brackets stand for the body before them from then on`() throws {
    let story = try read(NamesTables.brackets)
    #expect(try words("Upland Shepherds Association", in: story).suffix(2) == ["USHA", "USHA"])
    #expect(!story.cast.entities.contains { $0.type == .person })
  }

  @Test func `a state that is no more keeps its name where the text has no other`() throws {
    let former = try read(NamesTables.formerState).cast.entities
    #expect(former.map(\.name) == ["Soviet Union"] && former.map(\.country) == ["RUS"])
    #expect(try read(NamesTables.successor).cast.entities.map(\.name) == ["Russia"])
  }

  @Test func `a name seen once is found where the model overlooks it`() throws {
    #expect(try words("Velmora", in: read(NamesTables.repeated)) == ["Velmora", "Velmora"])
  }

  @Test func `capitalised words that act are a body without the model's word for it`() throws {
    #expect(try read(NamesTables.unlabelled).cast.entities.first { $0.name == "Velmor Trust" }?.type == .organization)
  }

  @Test func `a noun beside a name says what it is`() throws {
    #expect(try words("Lena Holm", in: read(NamesTables.voice)) == ["Lena Holm", "the voice"])
  }

  @Test func `a noun before a name belongs to it`() throws {
    #expect(try words("Ny Dagsposten", in: read(NamesTables.newspaper)) == ["The newspaper", "Ny Dagsposten"])
  }

  @Test func `a relative without a name is the one that is named later`() throws {
    let story = try read(NamesTables.father)
    #expect(try words("Anton Holm", in: story) == ["her father", "Her father", "Anton Holm"])
  }

  @Test(arguments: [NamesTables.interview, NamesTables.transcript])
  func `who answers says I, and is asked as you`(table: String) throws {
    let words = try words("Lena Holm", in: read(table))
    #expect(
      words.filter { $0 != "Lena Holm" }
        == (table == NamesTables.interview ? ["you", "I", "you", "I"] : ["you", "I", "I"]))
  }

  @Test func `an adjective is recorded only where nothing else speaks of its state`() throws {
    let story = try read(NamesTables.modifiers)
    #expect(try words("Finland", in: story) == ["Finnish", "Finnish"])
    let readout = Assembly(story, provenance: Readout.Provenance(name: "readout", release: "test")).readout()
    #expect(readout.entities.map(\.name) == ["Norway", "Finland"])
    #expect(readout.entities.map(\.mentions.count) == [1, 1])
    #expect(readout.entities.map { $0.mentions.first?.kind } == [.name, .demonym])
  }
}
