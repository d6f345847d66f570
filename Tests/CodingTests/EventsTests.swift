import Coding
import FoundationEssentials
import Knowledge
import Linguistics
import Newswire
import Record
import Testing

@Suite("Who did what to whom")
struct EventsTests {
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Data").path
  private static let knowledge = Result { () throws(KnowledgeError) in try Knowledge(contentsOf: data) }

  /// The events of a tagged text in which the words Norway, Mali and Chad are states.
  private func events(_ text: String, given change: (inout Story) -> Void = { _ in }) throws -> [Event] {
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
    change(&story)
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

  // MARK: Who is a party

  @Test func `the place of what is blamed is no party`() throws {
    let found = try events(
      "Norway/NNP/nsubj/1 condemn/VBD the/DT/det/3 use/NN/dobj/1 of/IN/prep/3 gas/NN/pobj/4 in/IN/prep/3 Mali/NNP/pobj/6 ."
    ) { story in
      story.places = story.cast.mentions.filter { $0.entity == 1 }
        .map { PlaceMention(tokens: $0.tokens, bytes: $0.bytes, name: "Mali", country: "MLI") }
    }
    #expect(found.first?.type == .accuse)
    #expect(found.first.map(actors) == ["NOR"] && found.first?.recipients.isEmpty == true)
  }

  @Test func `who speaks to somebody confers with them, by phone where the title says call`() throws {
    let text = "a call . Norway/NNP/nsubj/1 speak/VBD to/IN/prep/1 Mali/NNP/pobj/2 ."
    let found = try events(text)
    #expect(found.first?.type == .consult && found.first?.modes.isEmpty == true)
    #expect(found.first.map(actors) == ["NOR", "MLI"])
    let phoned = try events(text) { story in
      var article = story.article
      article.title = Article.Passage(text: "a call", range: 0..<6)
      let cast = story.cast
      story = Story(article: article, doc: story.doc)
      story.cast = cast
    }
    #expect(phoned.first?.modes == ["phone"])
  }

  @Test func `a call between two is a meeting by phone`() throws {
    let found = try events(
      "A/DT/det/1 call/NN/nsubj/6 between/IN/prep/1 Norway/NNP/pobj/2 and/CC/cc/3 Mali/NNP/conj/3 last/VBD .")
    #expect(found.first?.type == .consult && found.first?.modes == ["phone"])
    #expect(found.first.map(actors) == ["NOR", "MLI"])
  }

  @Test func `talks without anyone who talks are no event`() throws {
    #expect(try events("The/DT/det/1 talks/NNS/nsubj/2 resume/VBD .").isEmpty)
  }

  @Test func `sanctions are those of whom their noun names`() throws {
    let found = try events(
      "Chad/NNP/nsubj/1 watch/VBD Norwegian/JJ/amod/3 sanction/NN/dobj/1 on/IN/prep/3 Mali/NNP/pobj/4 .")
    #expect(found.first?.type == .sanction)
    #expect(found.first.map(actors) == ["NOR"] && found.first.map(recipients) == ["MLI"])
  }

  @Test func `a participle tells of the noun before it, not of who speaks`() throws {
    let found = try events(
      "Norway/NNP/nsubj/1 accuse/VBD Chad/NNP/dobj/1 of/IN/prep/1 men/NNS/pobj/3 bend/VBD/advcl/1 on/IN/prep/5 topple/VBG/pcomp/6 Mali/NNP/dobj/7 ."
    )
    #expect(!found.contains { $0.type == .assault })
  }

  @Test func `several nameless parties are no one person`() throws {
    let found = try events("Norway/NNP/nsubj/1 urge/VBD all/DT/det/3 parties/NNS/dobj/1 to/TO/aux/5 wait/VB/xcomp/1 .")
    {
      story in
      story.cast.entities.append(Entity(name: "Anna Berg", type: .person, country: "TCD"))
      story.cast.mentionOfHead[3] = Int32(story.cast.mentions.count)
      story.cast.mentions.append(
        Mention(
          entity: story.cast.entities.count - 1, tokens: 2..<4, head: 3, bytes: story.doc.utf8Range(of: 2..<4),
          kind: .nominal))
    }
    #expect(found.first?.type == .request && found.first?.recipients.isEmpty == true)
  }

  // MARK: What is meant

  @Test func `who will walk away unless another acts threatens that other`() throws {
    let found = try events(
      "Norway/NNP/nsubj/2 will/MD/aux/2 walk/VB away/RB/advmod/2 if/IN/mark/6 Mali/NNP/nsubj/6 wait/VBZ/advcl/2 .")
    #expect(found.map(\.type) == [.threaten])
    #expect(found.first.map(actors) == ["NOR"] && found.first.map(recipients) == ["MLI"])
  }

  @Test func `what is denied has not happened`() throws {
    let clause = try events(
      "Norway/NNP/nsubj/1 deny/VBD that/IN/mark/4 Chad/NNP/nsubj/4 attack/VBD/ccomp/1 Mali/NNP/dobj/4 .")
    #expect(clause.first { $0.type == .assault }?.status == .negated)
    let report = try events(
      "Norway/NNP/nsubj/1 deny/VBD reports/NNS/dobj/1 that/IN/mark/5 Chad/NNP/nsubj/5 attack/VBD/acl/2 Mali/NNP/dobj/5 ."
    )
    #expect(report.first { $0.type == .assault }?.status == .negated)
    // "Norway attacked Mali, a charge Chad denies"
    let before = try events(
      "Norway/NNP/nsubj/1 attack/VBD/ccomp/4 Mali/NNP/dobj/1 Chad/NNP/nsubj/4 deny/VBZ/ROOT/4 .")
    #expect(before.first { $0.type == .assault }?.status == .actual)
  }
}
