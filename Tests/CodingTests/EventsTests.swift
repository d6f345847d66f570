import Coding
import FoundationEssentials
import Knowledge
import Linguistics
import Record
import Testing

@Suite("Who did what to whom")
struct EventsTests {
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Data").path
  private static let knowledge = Result { () throws(KnowledgeError) in try Knowledge(contentsOf: data) }

  /// The events of a tagged text in which the words Norway, Mali and Chad are states.
  private func events(_ text: String) throws -> [Event] {
    var story = TaggedStory.make(text)
    let states = [("Norway", "NOR"), ("Mali", "MLI"), ("Chad", "TCD"), ("Norwegian", "NOR")]
    story.cast.entities = states.map { Entity(name: $0.0, type: .country, country: $0.1) }
    story.cast.mentionOfHead = Array(repeating: -1, count: story.doc.count)
    for token in story.doc {
      guard let entity = states.firstIndex(where: { $0.0 == token.text }) else { continue }
      story.cast.mentionOfHead[token.index] = Int32(story.cast.mentions.count)
      story.cast.mentions.append(
        Mention(
          entity: entity, tokens: token.index..<token.index + 1, head: token.index, bytes: token.utf8Range, kind: .name)
      )
    }
    EventReader(knowledge: try Self.knowledge.get()).read(&story)
    return story.events
  }

  private func actors(_ event: Event) -> [String?] { event.actors.map(\.country) }
  private func recipients(_ event: Event) -> [String?] { event.recipients.map(\.country) }

  @Test func `a deed has its subject as actor and its object as recipient`() throws {
    let found = try events("Norway/NNP/nsubj/1 attack/VBD Mali/NNP/dobj/1 .")
    #expect(found.count == 1)
    #expect(found.first?.type == .assault && found.first?.status == .actual)
    #expect(found.first.map(actors) == ["NOR"])
    #expect(found.first.map(recipients) == ["MLI"])
  }

  @Test func `in a passive the agent is the actor`() throws {
    let found = try events("Mali/NNP/nsubjpass/2 was/X/auxpass/2 attack/VBN by/IN/agent/2 Norway/NNP/pobj/3 .")
    #expect(found.first.map(actors) == ["NOR"])
    #expect(found.first.map(recipients) == ["MLI"])
  }

  @Test func `a threat takes in what is threatened`() throws {
    let found = try events("Norway/NNP/nsubj/1 threaten/VBD to/TO/aux/3 attack/VB/xcomp/1 Mali/NNP/dobj/3 .")
    #expect(found.count == 1)
    #expect(found.first?.type == .threaten && found.first?.modes == ["violence"])
    #expect(found.first.map(recipients) == ["MLI"])
  }

  @Test func `a mutual event has all parties as actors`() throws {
    let found = try events("Norway/NNP/nsubj/1 sign/VBD a/DT/det/3 treaty/NN/dobj/1 with/IN/prep/1 Mali/NNP/pobj/4 .")
    #expect(found.count == 1)
    #expect(found.first?.type == .support)
    #expect(found.first.map(actors) == ["NOR", "MLI"])
    #expect(found.first?.recipients.isEmpty == true)
  }

  @Test func `a visit to come is an agreement`() throws {
    let found = try events("Norway/NNP/nsubj/2 will/MD/aux/2 visit/VB Mali/NNP/dobj/2 .")
    #expect(found.first?.type == .agree && found.first?.status == .future)
  }

  @Test func `an adjective gives its state, and objects decide between frames`() throws {
    let found = try events("Norwegian/JJ/amod/1 jet/NN/nsubj/2 shoot/VBD down/RP/prt/2 a/DT/det/5 plane/NN/dobj/2 .")
    #expect(found.first?.type == .assault && found.first?.modes == ["aerial"])
    #expect(found.first.map(actors) == ["NOR"])
  }

  @Test func `what is denied a doer and a victim is marked as negated`() throws {
    let found = try events("Norway/NNP/nsubj/3 did/X/aux/3 not/RB/neg/3 attack/VB Mali/NNP/dobj/3 .")
    #expect(found.first?.status == .negated)
  }

  @Test func `words that tell of no political event are left alone`() throws {
    #expect(try events("Norway/NNP/nsubj/1 meet/VBD the/DT/det/3 deadline/NN/dobj/1 .").isEmpty)
    #expect(try events("Norway/NNP/nsubj/1 decline/VBD to/TO/aux/3 comment/VB/xcomp/1 .").isEmpty)
  }

  @Test func `a noun needs its parties`() throws {
    let found = try events(
      "Talks/NNS/nsubj/5 between/IN/prep/0 Norway/NNP/pobj/1 and/CC/cc/2 Mali/NNP/conj/2 resume/VBD .")
    #expect(found.contains { $0.type == .consult && actors($0) == ["NOR", "MLI"] })
    #expect(try events("Norway/NNP/nsubj/1 like/VBD talks/NNS/dobj/1 .").isEmpty)
  }

  @Test func `the contexts and the nearest CAMEO code come with the event`() throws {
    let found = try events("Norway/NNP/nsubj/1 suspend/VBD trade/NN/dobj/1 with/IN/prep/1 Mali/NNP/pobj/3 .")
    #expect(found.first?.type == .sanction)
    #expect(found.first?.contexts.contains("economic") == true)
    #expect(found.first?.cameo == "1621")
  }
}
