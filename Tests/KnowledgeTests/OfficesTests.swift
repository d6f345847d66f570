import Knowledge
import Record
import Testing

@Suite("Offices")
struct OfficesTests {
  let knowledge: Knowledge
  var offices: Offices { knowledge.offices }

  init() throws { knowledge = try DataFolder.knowledge.get() }

  private func names(_ office: OfficeKind, _ country: String, _ date: String) throws -> [String] {
    offices.holders(office: office, country: country, on: try #require(PartialDate(date))).map(\.name)
  }

  @Test func `who held an office is found by office, state and day`() throws {
    #expect(try names(.headOfGovernment, "JPN", "2018-09-11") == ["Shinzo Abe"])
    #expect(try names(.headOfState, "USA", "1996-02-26") == ["Bill Clinton"])
    #expect(try names(.headOfGovernment, "USA", "1996-02-26") == ["Bill Clinton"])
    #expect(try names(.foreignMinister, "USA", "1996") == ["Warren Christopher"])
    #expect(try names(.foreignMinister, "ATA", "1996").isEmpty)
    #expect(
      offices.heads(of: "UNO", on: PartialDate(year: 2003)).map(\.name) == ["Kofi Annan"])
  }

  @Test(arguments: [
    ("Recep Tayyip Erdoğan", "TUR"), ("RECEP TAYYIP ERDOGAN", "TUR"), ("Abdel-Fattah al-Sisi", "EGY"),
    ("Abdel Fattah el-Sisi", "EGY"), ("Lee Nak-yon", "KOR"), ("Lee Nak Yeon", "KOR"), ("Gerhard Schroeder", "DEU"),
    ("Gerhard Schröder", "DEU"), ("Donald J. Trump", "USA"), ("Kim Jong Un", "PRK"),
  ])
  func `a whole name is found however it is spelled`(name: String, country: String) {
    let holders = offices.holders(named: name)
    #expect(holders.contains { $0.country == country })
    #expect(Set(holders.map(\.family)).count == 1)
  }

  @Test func `a family name alone finds all who bear it`() {
    let clintons = offices.holders(named: "Clinton").filter { $0.country == "USA" }.map(\.name)
    #expect(clintons.contains("Bill Clinton") && clintons.contains("Hillary Clinton"))
    #expect(offices.holders(named: "Nobody Atall").isEmpty)
    #expect(offices.holders(named: "").isEmpty)
  }

  @Test func `an office whose day is not known is held on every day that is possible`() throws {
    let states = knowledge.states
    let table = try Table(
      content: "foreignMinister\tForeign Minister\tAnn Example\tExample\t-\tf\t1999-03\t2001\tnone\n", file: "t.tsv",
      columns: 9)
    let offices = try Offices(table, code: "JPN", states: states, organizations: knowledge.organizations)
    let holder = try #require(offices.first)
    #expect(holder.held(on: PartialDate(year: 1999, month: 3, day: 1)))
    #expect(!holder.held(on: PartialDate(year: 1999, month: 2, day: 28)))
    #expect(holder.held(on: PartialDate(year: 2001, month: 12, day: 31)))
    #expect(!holder.held(on: PartialDate(year: 2002)))
  }

  @Test(arguments: [
    "primeMinister\tPM\tA B\tB\t-\tm\t1999\t-\tx", "headOfState\tKing\tA B\tB\t-\tx\t1999\t-\tx",
    "headOfState\tKing\tA B\tB\t-\tm\t1999-02-30\t-\tx", "headOfState\tKing\tA B\tB\t-\tm\t-\t-\tx",
    "headOfState\tKing\tA B\tB\t-\tm\t2000\t1999\tx", "headOfState\tKing\tA B\tB\t-\tm\t99\t-\tx",
    "headOfState\tKing\t-\tB\t-\tm\t1999\t-\tx",
  ])
  func `a row that cannot be used is reported with its line`(row: String) throws {
    let table = try Table(content: "# office\n\(row)\n", file: "JPN.tsv", columns: 9)
    #expect {
      try Offices(table, code: "JPN", states: knowledge.states, organizations: knowledge.organizations)
    } throws: { error in
      (error as? KnowledgeError)?.line == 2
    }
  }

  @Test func `a table that belongs to nobody is an error`() throws {
    let table = try Table(content: "", file: "XXX.tsv", columns: 9)
    #expect(throws: KnowledgeError.self) {
      try Offices(table, code: "XXX", states: knowledge.states, organizations: knowledge.organizations)
    }
  }
}
