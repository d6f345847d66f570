import Knowledge
import Record
import Testing

@Suite("The event lexicon and PLOVER's tables")
struct FramesTests {
  private func parse(_ lexicon: String) throws -> Frames {
    let knowledge = try DataFolder.knowledge.get()
    var parser = FrameParser(plover: knowledge.plover)
    parser.read(lexicon, file: "frames.txt")
    if let problem = parser.problems.first { throw problem }
    return parser.frames
  }

  @Test func `the project's own lexicon has frames for all types, and ways to all modes`() throws {
    let knowledge = try DataFolder.knowledge.get()
    let frames = knowledge.frames
    #expect(frames.all.count >= 350)
    for type in EventType.allCases { #expect(frames.all.contains { $0.type == type }, "\(type.rawValue)") }
    #expect(frames.all.contains { $0.type == nil })
    #expect(
      frames.all.allSatisfy { frame in
        frame.modes.allSatisfy { knowledge.plover.has(mode: $0, of: frame.type ?? .agree) }
      })
  }

  @Test func `a frame is found by its main word and part of speech`() throws {
    let frames = try parse(
      """
      @ties = relation, link
      SANCTION discontinue +diplomatic
        break off, sever : obj=@ties R=with,obj
        n boycott : A=by+poss R=of is=weak
      """)
    #expect(frames.all.count == 3)
    let frame = try #require(frames.frames(of: "break", as: .verb).first.map { frames.all[$0] })
    #expect(frame.words == ["break", "off"])
    #expect(frame.modes == ["discontinue"] && frame.contexts == ["diplomatic"])
    #expect(frame.conditions.first?.words == ["relation", "link"])
    #expect(frame.actors == [[[.subject]]])
    #expect(frame.recipients == [[[.preposition("with")]], [[.object]]])
    let noun = try #require(frames.frames(of: "boycott", as: .noun).first.map { frames.all[$0] })
    #expect(noun.isWeak && noun.actors == [[[.preposition("by")], [.possessor]]])
    #expect(frames.frames(of: "boycott", as: .verb).isEmpty)
  }

  @Test func `a value may hold several words, and a phrase is kept as one`() throws {
    let frames = try parse("ASSAULT crowd-control\n  fire : obj=tear gas|gas R=at\n")
    #expect(frames.all[0].conditions[0].phrases == [["tear", "gas"]])
    #expect(frames.all[0].conditions[0].words == ["gas"])
  }

  @Test func `compositions say what speech makes of what it speaks of`() throws {
    let frames = try parse(
      "& THREATEN with ASSAULT = THREATEN violence\n& REQUEST with * = REQUEST change\n! urge = REQUEST\n")
    #expect(frames.composition(.type(.threaten), with: .type(.assault))?.modes == ["violence"])
    #expect(frames.composition(.type(.threaten), with: .type(.aid)) == nil)
    #expect(frames.composition(.type(.request), with: .reversed)?.modes == ["change"])
    #expect(frames.outcome(of: .urge)?.type == .request)
    #expect(frames.outcome(of: .state) == nil)
  }

  @Test(arguments: [
    ("\nFIGHT\n", 2), ("ASSAULT gently\n", 1), ("# no type yet\n  attack : obj=*\n", 2),
    ("ASSAULT\n  attack : obj=@unknown\n", 2), ("ASSAULT\n  attack : beside=*\n", 2),
    ("ASSAULT\n  attack : obj=* is=certain\n", 2), ("ASSAULT\n\n  : obj=*\n", 3), ("@ties relation\n", 1),
    ("@a = b\n@a = c\n", 2), ("! shout = REQUEST\n", 1), ("& REQUEST = AID\n", 1),
  ])
  func `what cannot be used is named by its line`(lexicon: String, line: Int) {
    #expect {
      try parse(lexicon)
    } throws: { error in
      (error as? KnowledgeError)?.line == line
    }
  }

  @Test func `scores, quadrants and CAMEO codes come from the tables`() throws {
    let plover = try DataFolder.knowledge.get().plover
    #expect(plover.score(of: .consult, modes: ["visit"]) == 4)
    #expect(plover.score(of: .accuse, modes: []) == -3)
    #expect(plover.score(of: .protest, modes: ["vandalize"]) == -5)
    #expect(plover.quad(of: .sanction) == .materialConflict)
    #expect(plover.needsRecipient(.aid) && !plover.needsRecipient(.assault))
    #expect(plover.cameo(of: .consult, modes: ["visit"], contexts: ["diplomatic"]) == "042")
    #expect(plover.cameo(of: .sanction, modes: ["discontinue"], contexts: ["economic"]) == "1621")
    for type in EventType.allCases {
      #expect(plover.cameo(of: type, modes: [], contexts: []) != nil, "\(type.rawValue)")
    }
  }
}
