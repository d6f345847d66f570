import Coding
import FoundationEssentials
import Knowledge
import Linguistics
import Record
import Testing

@Suite("The ledger of a story")
struct LedgerTests {
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Data").path
  private static let reader = Result { () throws(KnowledgeError) in
    LedgerReader(issues: try Issues(path: "\(data)/issues.tsv"), stances: try Stances(path: "\(data)/stances.tsv"))
  }

  /// A story in which the minister of Norway (entity 0) speaks; Norway is entity 1, Mali 2. `names` are tokens.
  private func story(_ text: String, norway: [Int] = [], mali: [Int] = []) -> Story {
    var story = TaggedStory.make(text, published: "2014-05-14")
    story.published = CalendarDate(year: 2014, month: 5, day: 14)
    story.cast.entities = [
      Entity(
        name: "Kari Dahl", type: .person, country: "NOR",
        offices: [
          .init(title: "Foreign Minister", office: .foreignMinister, sector: "GOV", country: "NOR", basis: .text)
        ]),
      Entity(name: "Norway", type: .country, country: "NOR"), Entity(name: "Mali", type: .country, country: "MLI"),
    ]
    story.cast.mentionOfHead = Array(repeating: -1, count: story.doc.count)
    let mentions = [(0, 0)] + norway.map { (1, $0) } + mali.map { (2, $0) }
    for (entity, token) in mentions.sorted(by: { $0.1 < $1.1 }) {
      story.cast.mentionOfHead[token] = Int32(story.cast.mentions.count)
      story.cast.mentions.append(
        Mention(
          entity: entity, tokens: token..<token + 1, head: token, bytes: story.doc.utf8Range(of: token..<token + 1),
          kind: .name))
    }
    return story
  }

  private func statement(_ story: Story, act: Act, cue: Int, content: Range<Int>) -> Statement {
    Statement(
      sentence: 0, quotation: .indirect,
      speaker: .init(entity: 0, bytes: story.doc.utf8Range(of: 0..<1)),
      cue: .init(spans: [story.doc.utf8Range(of: cue..<cue + 1)], lemma: story.doc[cue].lemma, head: cue),
      content: [story.doc.utf8Range(of: content)], act: act, confidence: 1)
  }

  @Test func `a demand for an end of a measure opposes it, for the speaker's state`() throws {
    var story = story(
      "Dahl/NNP/nsubj demanded/VBD/ROOT/1 an/DT/det/3 end/NN/dobj/1 to/IN/prep/3 Mali/NNP/poss/6 sanctions/NNS/pobj/4 .",
      mali: [5])
    story.statements = [statement(story, act: .demand, cue: 1, content: 2..<7)]
    try Self.reader.get().read(&story)
    #expect(story.positions.map(\.issue) == ["sanctions/MLI-NOR"])
    #expect(story.positions.map(\.stance) == [.opposes])
    #expect(story.positions.map(\.holder) == [1])
    #expect(story.statements[0].issues == ["sanctions/MLI-NOR"])
    #expect(story.statements[0].about == [2])
  }

  @Test func `what the speaker's side will do is a pledge to whom it names, of its state`() throws {
    var story = story(
      "Dahl/NNP/nsubj said/VBD/ROOT/1 Norway/NNP/nsubj/4 will/MD/aux/4 train/VB/ccomp/1 soldiers/NNS/dobj/4 for/IN/prep/4 Mali/NNP/pobj/6 .",
      norway: [2], mali: [7])
    story.statements = [statement(story, act: .state, cue: 1, content: 2..<8)]
    try Self.reader.get().read(&story)
    #expect(story.commitments.count == 1)
    #expect(story.commitments.first?.by == 1)
    #expect(story.commitments.first?.to == 2)
    #expect(story.commitments.first?.kind == .pledge)
    #expect(story.commitments.first.map { story.doc.text(ofUTF8: $0.content) } == "Norway will train soldiers for Mali")
  }

  @Test func `a promise is given to the one towards which its event is`() throws {
    var story = story(
      "Dahl/NNP/nsubj said/VBD/ROOT/1 Norway/NNP/nsubj/4 will/MD/aux/4 lift/VB/ccomp/1 Mali/NNP/poss/6 tariffs/NNS/dobj/4 .",
      norway: [2], mali: [5])
    story.statements = [statement(story, act: .pledge, cue: 1, content: 2..<7)]
    var event = Event(
      sentence: 0, trigger: [story.doc.utf8Range(of: 4..<5)], head: 4, type: .concede, status: .actual, confidence: 1)
    event.actors = [.init(entity: 1, bytes: story.doc.utf8Range(of: 2..<3), country: "NOR")]
    event.recipients = [.init(entity: 2, bytes: story.doc.utf8Range(of: 5..<6), country: "MLI")]
    var untold = story
    story.events = [event]
    try Self.reader.get().read(&story)
    #expect(story.commitments.map(\.to) == [2])
    try Self.reader.get().read(&untold)
    #expect(untold.commitments.map(\.to) == [nil])
  }

  @Test func `two who agree do so with each other`() throws {
    var story = story(
      "Dahl/NNP/nsubj agreed/VBD/ROOT/1 to/TO/aux/3 meet/VB/xcomp/1 again/RB/advmod/3 .", norway: [], mali: [])
    var agreed = statement(story, act: .agree, cue: 1, content: 2..<5)
    agreed.speaker?.members = [1, 2]
    story.statements = [agreed]
    try Self.reader.get().read(&story)
    #expect(story.commitments.map(\.by) == [1, 2])
    #expect(story.commitments.map(\.to) == [2, 1])
  }

  @Test func `a promise whose words stand elsewhere is none of its own`() throws {
    var story = story(
      "Dahl/NNP/nsubj promised/VBD/ROOT/1 to/TO/aux/3 do/VB/xcomp/1 so/RB/advmod/3 .")
    story.statements = [statement(story, act: .pledge, cue: 1, content: 2..<5)]
    try Self.reader.get().read(&story)
    #expect(story.commitments.isEmpty)
  }

  @Test func `what was planned before is not on the agenda`() throws {
    var story = story(
      "Talks/NNS/nsubjpass/8 ,/,/punct/0 which/WDT/nsubjpass/4 were/VBD/auxpass/4 planned/VBN/relcl/0 for/IN/prep/4 Friday/NNP/pobj/5 were/VBD/auxpass/8 cancelled/VBN/ROOT ."
    )
    try TimesTests.reader.get().read(&story)
    try Self.reader.get().read(&story)
    #expect(story.agenda.isEmpty)
  }

  @Test func `what another side will do is no commitment of the speaker`() throws {
    var story = story(
      "Dahl/NNP/nsubj said/VBD/ROOT/1 Mali/NNP/nsubj/4 will/MD/aux/4 train/VB/ccomp/1 soldiers/NNS/dobj/4 .", mali: [2])
    story.statements = [statement(story, act: .state, cue: 1, content: 2..<6)]
    try Self.reader.get().read(&story)
    #expect(story.commitments.isEmpty)
  }

  @Test func `a clause with a time that lies ahead is on the agenda`() throws {
    var story = story(
      "Dahl/NNP/nsubj will/MD/aux visit/VB/ROOT/2 Mali/NNP/dobj/2 on/IN/prep/2 Friday/NNP/pobj/4 .", mali: [3])
    try TimesTests.reader.get().read(&story)
    try Self.reader.get().read(&story)
    #expect(story.agenda.count == 1)
    #expect(story.agenda.first?.time == 0)
    #expect(story.agenda.first.map { story.doc.text(ofUTF8: $0.expected) } == "Dahl will visit Mali on Friday")
  }

  @Test func `a position is unchanged where the text says so`() throws {
    var story = story(
      "Dahl/NNP/nsubj said/VBD/ROOT/1 Norway/NNP/poss/3 position/NN/nsubj/7 on/IN/prep/3 Mali/NNP/poss/6 sanctions/NNS/pobj/4 remains/VBZ/ccomp/1 unchanged/JJ/acomp/7 .",
      norway: [2], mali: [5])
    story.statements = [statement(story, act: .reaffirm, cue: 1, content: 2..<9)]
    try Self.reader.get().read(&story)
    #expect(story.positions.first?.change == .unchanged)
  }

  @Test func `a negated plan is no pledge`() throws {
    var story = story(
      "Dahl/NNP/nsubj said/VBD/ROOT/1 Norway/NNP/nsubj/5 will/MD/aux/5 not/RB/neg/5 attend/VB/ccomp/1 the/DT/det/7 meeting/NN/dobj/5 .",
      norway: [2])
    story.statements = [statement(story, act: .state, cue: 1, content: 2..<8)]
    try Self.reader.get().read(&story)
    #expect(story.commitments.isEmpty)
  }

  @Test func `what is asked and what is over are not on the agenda`() throws {
    for text in [
      "Dahl/NNP/nsubj asked/VBD/ROOT/1 whether/IN/mark/4 they/PRP/nsubj/4 meet/VBP/ccomp/1 on/IN/prep/4 Friday/NNP/pobj/5 .",
      "Dahl/NNP/nsubj 's/POS talks/NNS/nsubj/3 ended/VBD/ROOT/3 in/IN/prep/3 June/NNP/pobj/4 .",
    ] {
      var story = story(text)
      try TimesTests.reader.get().read(&story)
      for index in story.times.indices { story.times[index].isAhead = true }
      try Self.reader.get().read(&story)
      #expect(story.times.count == 1)
      #expect(story.agenda.isEmpty)
    }
  }

  @Test func `what a meeting is about takes no side`() throws {
    var story = story(
      "Dahl/NNP/nsubj demanded/VBD/ROOT/1 seats/NNS/dobj/1 in/IN/prep/2 disarmament/NN/compound/5 talks/NNS/pobj/3 .")
    story.statements = [statement(story, act: .demand, cue: 1, content: 2..<6)]
    try Self.reader.get().read(&story)
    #expect(story.positions.filter { $0.issue.hasPrefix("arms-control") }.isEmpty)
  }

  @Test func `who condemns banned weapons opposes them, and not their control`() throws {
    var story = story(
      "Dahl/NNP/nsubj condemned/VBD/ROOT/1 the/DT/det/3 use/NN/dobj/1 of/IN/prep/3 chemical/JJ/amod/6 weapon/NN/pobj/4 ."
    )
    story.statements = [statement(story, act: .criticize, cue: 1, content: 2..<7)]
    try Self.reader.get().read(&story)
    #expect(story.positions.map(\.label) == ["chemical and other banned weapons"])
    #expect(story.positions.map(\.stance) == [.opposes])
  }

  @Test func `what others accept is no position of who reports it`() throws {
    var story = story(
      "Dahl/NNP/nsubj said/VBD/ROOT/1 Mali/NNP/nsubj/3 supports/VBZ/ccomp/1 new/JJ/amod/5 sanctions/NNS/dobj/3 .",
      mali: [2])
    story.statements = [statement(story, act: .state, cue: 1, content: 2..<6)]
    try Self.reader.get().read(&story)
    #expect(story.positions.isEmpty)
  }

  @Test func `a wish in a relative clause is the position of whose wish it is`() throws {
    var story = story(
      "Dahl/NNP/nsubj named/VBD/ROOT/1 sanctions/NNS/dobj/1 that/WDT/dobj/7 Norway/NNP/nsubj/5 wants/VBZ/relcl/2 to/TO/aux/7 lift/VB/xcomp/5 .",
      norway: [4])
    story.statements = [statement(story, act: .state, cue: 1, content: 2..<8)]
    try Self.reader.get().read(&story)
    #expect(story.positions.map(\.stance) == [.opposes])
  }

  @Test func `a term for what will be is a condition, a mere supposition none`() throws {
    for (will, stances) in [("will/MD/aux/4", [Stance.conditions]), ("often/RB/advmod/4", [])] {
      var story = story(
        "Dahl/NNP/nsubj said/VBD/ROOT/1 sanctions/NNS/nsubj/4 \(will) shrink/VBP/ccomp/1 if/IN/mark/7 peace/NN/nsubj/7 comes/VBZ/advcl/4 ."
      )
      story.statements = [statement(story, act: .state, cue: 1, content: 2..<8)]
      try Self.reader.get().read(&story)
      #expect(story.positions.filter { $0.issue.hasPrefix("sanctions") }.map(\.stance) == stances)
    }
  }

  @Test func `who never forgets a need stands by it`() throws {
    for (verb, stance) in [("forget", Stance.supports), ("mention", .opposes)] {
      var story = story(
        "Dahl/NNP/nsubj said/VBD/ROOT/1 Norway/NNP/nsubj/4 never/RB/neg/4 \(verb)/VBP/ccomp/1 the/DT/det/6 ceasefire/NN/dobj/4 .",
        norway: [2])
      story.statements = [statement(story, act: .support, cue: 1, content: 2..<7)]
      try Self.reader.get().read(&story)
      #expect(story.positions.map(\.stance) == [stance])
    }
  }

  @Test func `who says that others harm a goal is for it`() throws {
    var story = story(
      "Dahl/NNP/nsubj said/VBD/ROOT/1 Mali/NNP/nsubj/3 undermine/VBP/ccomp/1 the/DT/det/5 ceasefire/NN/dobj/3 .",
      mali: [2])
    story.statements = [statement(story, act: .state, cue: 1, content: 2..<6)]
    try Self.reader.get().read(&story)
    #expect(story.positions.map(\.stance) == [.supports])
  }

  @Test func `nobody is for a threat`() throws {
    var story = story(
      "Dahl/NNP/nsubj agreed/VBD/ROOT/1 to/TO/aux/3 fight/VB/xcomp/1 terrorism/NN/dobj/3 with/IN/prep/3 Mali/NNP/pobj/5 .",
      mali: [6])
    story.statements = [statement(story, act: .agree, cue: 1, content: 2..<7)]
    try Self.reader.get().read(&story)
    #expect(story.positions.map(\.issue) == ["terrorism/MLI-NOR"])
    #expect(story.positions.map(\.stance) == [.opposes])
  }

  @Test func `what somebody else is said to have agreed to binds them`() throws {
    var story = story(
      "Dahl/NNP/nsubj said/VBD/ROOT/1 Mali/NNP/nsubj/4 has/VBZ/aux/4 agree/VBN/ccomp/1 to/TO/aux/6 host/VB/xcomp/4 talks/NNS/dobj/6 .",
      mali: [2])
    story.statements = [statement(story, act: .state, cue: 1, content: 2..<8)]
    try Self.reader.get().read(&story)
    #expect(story.commitments.map(\.by) == [2])
    #expect(story.commitments.map(\.kind) == [.agreement])
    #expect(story.commitments.map { story.doc.text(ofUTF8: $0.content) } == ["to host talks"])
  }

  @Test func `what was not agreed and might be binds nobody`() throws {
    for verb in ["not/RB/neg/4 agree/VBN", "may/MD/aux/4 agree/VBP", "if/IN/mark/4 agree/VBP"] {
      var story = story(
        "Dahl/NNP/nsubj said/VBD/ROOT/1 Mali/NNP/nsubj/4 \(verb)/ccomp/1 to/TO/aux/6 host/VB/xcomp/4 talks/NNS/dobj/6 .",
        mali: [2])
      try Self.reader.get().read(&story)
      #expect(story.commitments.isEmpty)
    }
  }

  @Test func `an issue that the table lacks has one key however it is worded`() throws {
    for words in [
      "the/DT/det/4 harbor/NN/compound/4 closure/NN/dobj/1 in/IN/prep/4 Mali/NNP/pobj/5 .",
      "the/DT/det/3 closure/NN/dobj/1 of/IN/prep/3 harbors/NNS/pobj/4 Mali/NNP/poss/5 .",
    ] {
      var story = story("Dahl/NNP/nsubj demanded/VBD/ROOT/1 \(words)", mali: [6])
      story.statements = [statement(story, act: .demand, cue: 1, content: 2..<7)]
      try Self.reader.get().read(&story)
      #expect(story.positions.map(\.issue) == ["harbor-closure/MLI-NOR"])
      #expect(story.positions.map(\.label) == ["harbor closure"])
      #expect(story.positions.map(\.stance) == [.demands])
    }
  }

  @Test func `who speaks of home politics takes no side between states`() throws {
    for (office, count) in [(OfficeKind.legislator, 0), (.foreignMinister, 1)] {
      var story = story(
        "Dahl/NNP/nsubj demanded/VBD/ROOT/1 an/DT/det/3 end/NN/dobj/1 to/IN/prep/3 sanctions/NNS/pobj/4 .")
      story.cast.entities[0].offices[0].office = office
      story.cast.entities[0].offices[0].sector = office == .legislator ? "LEG" : "GOV"
      story.statements = [statement(story, act: .demand, cue: 1, content: 2..<6)]
      try Self.reader.get().read(&story)
      #expect(story.positions.count == count)
    }
  }
}

@Suite("The issues that states take positions on")
struct LedgerIssuesTests {
  @Test func `an issue twice, a kind that does not exist and an issue without words are refused`() {
    for rows in [
      "a\tA\tgoal\tpair\tx\na\tA\tgoal\tpair\ty", "a\tA\tthing\tpair\tx", "a\tA\tgoal\tmany\tx", "a\tA\tgoal\tpair\t-",
    ] {
      #expect(throws: KnowledgeError.self) { try Issues(content: rows, file: "issues.tsv") }
    }
  }

  @Test func `a phrase under two issues is refused`() {
    #expect(throws: KnowledgeError.self) {
      try Issues(content: "a\tA\tgoal\tpair\tcease-fire\nb\tB\tgoal\tpair\tcease fire", file: "issues.tsv")
    }
  }

  @Test func `phrases join neighbours by a space or a hyphen, and parted words by a plus`() throws {
    let issues = try Issues(content: "a\tA\tgoal\tpair\tcease-fire;restore+full tie", file: "issues.tsv")
    #expect(issues.triggers.beginning(with: "cease").first?.rest == ["fire"])
    #expect(issues.triggers.beginning(with: "restore").first?.gaps == [true, false])
  }
}
