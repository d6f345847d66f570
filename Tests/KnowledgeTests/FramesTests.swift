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
    #expect(Frames.triggers(of: frames.all) >= 1500)
    for type in EventType.allCases { #expect(frames.all.contains { $0.type == type }, "\(type.rawValue)") }
    #expect(frames.all.contains { $0.type == nil })
    #expect(
      frames.all.allSatisfy { frame in
        frame.modes.allSatisfy { knowledge.plover.has(mode: $0, of: frame.type ?? .agree) }
      })
  }

  @Test func `each mode of PLOVER has a frame or an example in the lexicon`() throws {
    let frames = try DataFolder.knowledge.get().frames
    let told = Set(
      frames.all.flatMap { frame in frame.modes.map { "\(frame.type?.rawValue ?? "") \($0)" } }
        + frames.examples.compactMap(\.outcome).flatMap { outcome in
          outcome.modes.map { "\(outcome.type.rawValue) \($0)" }
        })
    for row in try Table(path: DataFolder.path + "/plover.tsv", columns: 5).rows where row.value(1) != nil {
      #expect(told.contains("\(row.fields[0]) \(row.fields[1])"))
    }
  }

  @Test func `every frame of the lexicon has an example and can be chosen`() throws {
    let frames = try DataFolder.knowledge.get().frames
    let lint = FrameLint(frames)
    for file in FrameParser.files(in: "\(DataFolder.path)/frames") {
      #expect(lint.problems(in: file).map(\.description) == [])
    }
  }

  @Test func `an example says who does what to whom`() throws {
    let frames = try parse(
      """
      SANCTION discontinue
        sever : obj=ties
          > Mali severed ties with Qatar. = MLI > QAT
          > Mali and Chad did not sever ties. = MLI + TCD, negated
          > Mali, Chad severed = ties with Qatar = MLI, TCD > - as REJECT meet, historical, published 1998-03-04
      NONE
        sever : obj=artery
          > The shell severed an artery. = nothing
      """)
    let examples = frames.examples
    #expect(examples.count == 4)
    #expect(examples[0].sentence == "Mali severed ties with Qatar." && examples[0].line == 3)
    #expect(examples[0].outcome?.type == .sanction && examples[0].outcome?.modes == ["discontinue"])
    #expect(examples[0].actors == ["MLI"] && examples[0].recipients == ["QAT"] && examples[0].status == .actual)
    #expect(examples[1].actors == ["MLI", "TCD"] && examples[1].recipients.isEmpty && examples[1].status == .negated)
    #expect(examples[2].outcome?.type == .reject && examples[2].published == "1998-03-04")
    #expect(examples[2].sentence == "Mali, Chad severed = ties with Qatar" && examples[2].status == .historical)
    #expect(examples[3].outcome == nil && frames.all[examples[3].frames.lowerBound].type == nil)
  }

  @Test func `a frame may name its code, and what a denial or a modal makes of it`() throws {
    let frame = try parse("SUPPORT\n  recognize : obj=party cameo=054 not=REJECT assist may=AGREE\n").all[0]
    #expect(frame.cameo == "054")
    #expect(frame.negated?.type == .reject && frame.negated?.modes == ["assist"])
    #expect(frame.possible?.type == .agree)
  }

  @Test(arguments: [
    ("ACCUSE\n  blame : obj=*\n", 2, "no example"),
    (
      "ACCUSE\n  blame : obj=*\n    > A blamed B. = MLI > TCD\nREJECT\n  blame : obj=*\n    > A = MLI > TCD\n", 5,
      "line 2"
    ),
    (
      "@a = aid, help\nAID\n  give : obj=@a\n    > A = MLI > TCD\n  give : obj=help R=to\n    > A = MLI > TCD\n", 5,
      "never chosen"
    ),
    ("ACCUSE\n  blame, blame : obj=*\n    > A = MLI > TCD\n", 2, "already"),
  ])
  func `a frame that can never be chosen or has no example is named`(
    lexicon: String, line: Int, words: String
  ) throws {
    let problems = FrameLint(try parse(lexicon)).problems(in: "frames.txt")
    #expect(problems.map(\.line) == [line])
    #expect(problems.first?.message.contains(words) == true)
  }

  @Test func `a narrower frame is not shadowed by a wider one`() throws {
    let frames = try parse(
      """
      AID
        give : obj=aid
          > A = MLI > TCD
        give : obj=aid subj=party
          > A = MLI > TCD
        give up : obj=aid
          > A = MLI > TCD
      """)
    #expect(FrameLint(frames).problems(in: "frames.txt").isEmpty)
  }

  @Test func `frames of one's own are looked at first`() throws {
    var parser = FrameParser(plover: try DataFolder.knowledge.get().plover)
    parser.read("AID\n  give : obj=*\n", file: "built-in")
    parser.read("REJECT\n  give : obj=*\n  give back : obj=*\n", file: "own", winning: true)
    let frames = parser.frames
    #expect(frames.frames(of: "give", as: .verb).map { frames.all[$0].file } == ["own", "own", "built-in"])
    #expect(frames.frames(of: "give", as: .verb).map { frames.all[$0].words.count } == [2, 1, 1])
  }

  @Test func `all lines that cannot be used are named, their examples passed over`() throws {
    var parser = FrameParser(plover: try DataFolder.knowledge.get().plover)
    parser.read("AID\n  give : foo=*\n    > A gave. = MLI > TCD\n  lend : obj=* cameo=999\nFIGHT\n", file: "own")
    #expect(parser.problems.map(\.line) == [2, 4, 5])
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
    ("ASSAULT\n  attack : obj=* is=certain\n", 2), ("ASSAULT\n\n  : obj=*\n", 3),
    ("ASSAULT\n  hit,, strike : obj=*\n", 2), ("ASSAULT\n  hit : obj=* not=WIN\n", 2),
    ("ASSAULT\n  hit : obj=*\n    > A hit B.\n", 3), ("ASSAULT\n  hit : obj=*\n    > A hit B. = MLI > TCD, soon\n", 3),
    ("ASSAULT\n    > A hit B. = MLI > TCD\n", 2), ("NONE\n  hit : obj=*\n    > A hit B. = MLI > TCD\n", 3),
    ("@ties relation\n", 1),
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
