import Knowledge
import Record
import Testing

@Suite("Actor and agent dictionaries")
struct DictionariesTests {
  private func read(_ text: String) -> DictionaryReader { DictionaryReader(Array(text.utf8), file: "d.txt") }

  @Test func `an actor has names, and codes with their days`() throws {
    let reader = read(
      """
      # a comment
      ADA_EXAMPLE_  ; another
      +A._EXAMPLE_ # and another
      \t[NORGOV 990131-20011017]
      \t[NORELI <990130]
      \t[NORBUS > 011018]
      THE_EXAMPLE_CLUB [NGO] [IGO]
      """)
    #expect(reader.faults.isEmpty)
    #expect(reader.entries.map(\.names) == [["ADA EXAMPLE", "A. EXAMPLE"], ["THE EXAMPLE CLUB"]])
    #expect(reader.entries.map(\.line) == [2, 7])
    let roles = try #require(reader.entries.first?.roles)
    #expect(roles.map(\.code) == ["NORGOV", "NORELI", "NORBUS"])
    #expect(roles.map { $0.from?.description } == ["1999-01-31", nil, "2001-10-18"])
    #expect(roles.map { $0.to?.description } == ["2001-10-17", "1999-01-30", nil])
    #expect(reader.entries.last?.roles.map(\.code) == ["NGO", "IGO"])
  }

  @Test func `a set of words makes a name of each`() {
    let reader = read("!KIN! = MAN, WOMEN_\nMILK!KIN! [~AGR]\nOX {OXEN} [~AGR]\n")
    #expect(reader.entries.map(\.names) == [["MILKMAN", "MILKWOMEN"], ["OX", "OXEN"]])
    #expect(reader.entries.allSatisfy { $0.roles.allSatisfy(\.isAgent) })
  }

  @Test(arguments: [
    ("ADA_EXAMPLE_\n\t[NORGOV 990231-011017]\n", DictionaryFault.Kind.noDate, 2),
    ("ADA_EXAMPLE_\n\t[NORGOV 2004017-20061201]\n", .noDate, 2),
    ("ADA_EXAMPLE_\n\t[NORGOV 011017-990131]\n", .backwards, 2),
    ("ADA_EXAMPLE_\n\t[NORGOV 990131\n", .openBracket, 2),
    ("ADA_EXAMPLE_\n\t[NOR GOV]\n", .noCodeOf3, 2),
    ("\n\t[NORGOV]\n", .noName, 2),
    ("+A._EXAMPLE_\n", .noName, 1),
    ("ADA_EXAMPLE_\nBOB_EXAMPLE_ [NOR]\n", .noCode, 1),
    ("A_!KIN!_OF_NOBODY [~AGR]\n", .noSet, 1),
  ])
  func `what cannot be used is reported by its line, and the rest is read`(
    text: String, kind: DictionaryFault.Kind, line: Int
  ) {
    let reader = read(text + "CYD_EXAMPLE_ [SWEGOV]\n")
    #expect(reader.faults.first?.kind == kind && reader.faults.first?.line == line)
    #expect(reader.entries.last?.names == ["CYD EXAMPLE"])
  }

  @Test func `no bytes make it fail`() {
    for text in [
      "[", "]", "[]", "+", "!", "!=", "!A!", "A_!B", "\u{FEFF}[---]", "A [~]", "A [<]", "A [NOR -]", "{", "A {B",
      "\r\n\r",
    ] {
      _ = read(text)
    }
    _ = DictionaryReader([0xFF, 0x5B, 0xFE, 0x0A, 0x2B, 0xC3], file: "d.txt")
  }

  @Test func `a dictionary adds to what the tables know and changes nothing of it`() throws {
    var knowledge = try DataFolder.knowledge.get()
    let codes = try Table(path: "\(DataFolder.path)/actor-codes.tsv", columns: 6)
    let reader = read(
      """
      ULRIKA_EXAMPLESSON_
      +U._B._EXAMPLESSON_
      \t[SWEMIL 990101-011231]
      \t[SWEELI]
      BILL_CLINTON_
      \t[SWEGOV 930120-010120]
      EXAMPLE_FRONT_ [KSVREB]
      OLD_EXAMPLIA_ [SUN]
      ATLANTIS_ [QQQGOV]
      EXAMPLE_CARVER_ [~BUS]
      PRESIDENT_ [~BUS]
      """)
    let addition = try knowledge.add([reader], codes: codes)
    #expect(addition.people == 1 && addition.bodies == 1 && addition.names == 1 && addition.nouns == 1)
    #expect(addition.faults.map(\.kind) == [.noActor])
    let holders = knowledge.offices.holders(named: "Ulrika Examplesson")
    #expect(holders.map(\.country) == ["SWE", "SWE"])
    #expect(holders.map(\.offices) == [[.military], []])
    #expect(holders.first?.sector == "MIL" && holders.first?.sex == .female)
    #expect(holders.first?.held(on: PartialDate(year: 2000)) == true)
    #expect(holders.first?.held(on: PartialDate(year: 2002)) == false)
    #expect(Set(knowledge.offices.holders(named: "Bill Clinton").map(\.country)) == ["USA"])
    #expect(knowledge.organizations.organization(named: "Example Front")?.plover == "KOS")
    #expect(knowledge.states.state(metonym: "Old Examplia")?.code == "RUS")
    #expect(knowledge.nouns.roles.longest(in: ["example", "carver"], from: 0)?.value.sector == "BUS")
    #expect(knowledge.nouns.roles.longest(in: ["president"], from: 0)?.value.office == .headOfState)
  }
}
