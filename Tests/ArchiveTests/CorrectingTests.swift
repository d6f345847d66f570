import Archive
import Record
import Testing

struct CorrectingTests {
  private let folder: TemporaryFolder
  private let archive: Archive
  private let article: Int64

  init() throws {
    folder = try TemporaryFolder()
    archive = try Archive(path: folder.path("a.readout"))
    article = try archive.store(Sample.readout(ref: "n1")).article
  }

  /// What another coder makes of the same text: other ids, other opinions.
  private func otherRecord() -> Readout {
    var other = Sample.readout(ref: "n1", release: "0.2.0")
    other.entities.swapAt(0, 2)
    let ids = ["e1": "e3", "e3": "e1", "e2": "e2"]
    for index in other.entities.indices { other.entities[index].id = ids[other.entities[index].id] ?? "" }
    other.statements[0].id = "s4"
    other.statements[0].act = .hope
    other.statements[0].speaker?.entity = "e3"
    other.positions[0].holder = "e3"
    other.positions[0].statement = "s4"
    other.commitments[0].by = "e3"
    other.commitments[0].statement = "s4"
    other.events[0].actors[0].entity = "e3"
    other.events[0].actors[1].entity = "e1"
    return other
  }

  @Test func whatIsRejectedGoesWithWhatRestsOnItAndDoesNotComeBack() throws {
    try archive.correct(.statement("s1"), of: article, .reject, who: "ada")
    var counts = try archive.counts()
    #expect((counts.statements, counts.positions, counts.commitments) == (0, 0, 0))
    #expect(counts.events == 1)
    try archive.recode(article, otherRecord())
    counts = try archive.counts()
    #expect((counts.statements, counts.positions, counts.commitments) == (0, 0, 0))
    #expect(try archive.check() == [])
  }

  @Test func anEditStandsAboveEveryCoder() throws {
    try archive.correct(
      .statement("s1"), of: article, .edit,
      fields: .object(["act": .string("announce"), "addressees": .array([.string("e2")])]),
      who: "ada", why: "she set the date")
    #expect(try archive.readout(of: article).statements[0].act == .announce)
    try archive.recode(article, otherRecord())
    let effective = try archive.effectiveReadout(of: article)
    let statement = try #require(effective.readout.statements.first)
    #expect(effective.readout.statements.count == 1)
    #expect(statement.id == "s4")
    #expect(statement.act == .announce)
    #expect(statement.confidence == 1)
    #expect(statement.speaker?.entity == "e3")
    #expect(statement.addressees == ["e2"])
    #expect(effective.corrections[.statement("s4")] == 1)
    #expect(try archive.check() == [])
  }

  @Test func whatWasAcceptedStaysWhenANewCoderMissesIt() throws {
    try archive.correct(.event("v1"), of: article, .accept, who: "ada")
    try archive.correct(.commitment(0), of: article, .accept, who: "ada")
    var other = otherRecord()
    other.events = []
    other.agenda = []
    other.commitments = []
    other.entities.removeAll { $0.name == "Åke Berg" }
    try archive.recode(article, other)
    let readout = try archive.readout(of: article)
    #expect(readout.events.map(\.type) == [.consult])
    let guest = try #require(readout.entities.first { $0.name == "Åke Berg" })
    #expect(readout.events[0].actors.map(\.entity) == ["e3", guest.id])
    #expect(readout.commitments.map(\.by) == ["e3"])
    #expect(readout.commitments.map(\.statement) == ["s4"])
    #expect(try archive.check() == [])
  }

  @Test func whatACoderOverlookedIsAdded() throws {
    let trigger: JSONValue = .array([.array([.number(39), .number(43)])])
    let correction = try archive.addPart(
      .statement,
      .object([
        "cue": .object(["spans": trigger, "lemma": .string("say")]), "act": .string("state"),
        "content": .array([.array([.number(44), .number(60)])]),
        "speaker": .object(["entity": .string("e1")]),
      ]), to: article, who: "ada")
    #expect(correction.id == 1)
    let readout = try archive.readout(of: article)
    #expect(readout.statements.map(\.id) == ["s1", "s2"])
    try archive.recode(article, otherRecord())
    #expect(try archive.readout(of: article).statements.map(\.id) == ["s4", "s5"])
    #expect(try archive.counts().statements == 2)
  }

  @Test func theLaterCorrectionStandsAboveTheEarlier() throws {
    try archive.correct(.event("v1"), of: article, .edit, fields: .object(["status": .string("actual")]), who: "ada")
    try archive.correct(.event("v1"), of: article, .edit, fields: .object(["status": .string("negated")]), who: "åke")
    #expect(try archive.readout(of: article).events.map(\.status) == [.negated])
    try archive.correct(.event("v1"), of: article, .reject, who: "åke")
    #expect(try archive.readout(of: article).events == [])
    #expect(try archive.corrections().map(\.who) == ["ada", "åke", "åke"])
  }

  @Test func whatIsNoneOfTheFormatIsRefused() throws {
    #expect(throws: ArchiveError.self) {
      try archive.correct(.statement("s1"), of: article, .edit, fields: .object(["act": .string("sing")]), who: "ada")
    }
    #expect(throws: ArchiveError.self) {
      try archive.correct(
        .event("v1"), of: article, .edit, fields: .object(["trigger": .array([.array([.number(0), .number(9999)])])]),
        who: "ada")
    }
    #expect(throws: ArchiveError.self) { try archive.correct(.event("v7"), of: article, .reject, who: "ada") }
    #expect(try archive.counts().corrections == 0)
  }

  @Test func correctedStatementsAreTrainingData() throws {
    try archive.correct(.statement("s1"), of: article, .accept, who: "ada")
    var exported: [String] = []
    for (article, who) in try archive.correctedArticles() {
      exported.append(who + "\n" + Standoff(try archive.readout(of: article)).text)
    }
    #expect(
      exported == [
        """
        ada
        T1\tSource 17 25\tAda Lind
        T2\tCue 36 40\tsaid
        T3\tContent 41 86\tshe would reopen the bridge for Sweden by May
        T4\tAttribution 36 40\tsaid
        E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1

        """
      ])
  }
}
