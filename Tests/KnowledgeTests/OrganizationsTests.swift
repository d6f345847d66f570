import Knowledge
import Testing

@Suite("Organizations")
struct OrganizationsTests {
  let knowledge: Knowledge
  var organizations: Organizations { knowledge.organizations }

  init() throws { knowledge = try DataFolder.knowledge.get() }

  @Test(arguments: [
    ("the United Nations", "UNO"), ("U.N.", "UNO"), ("UN", "UNO"), ("NATO", "NATO"), ("Nato", "NATO"),
    ("the European Union", "EUR"), ("EU", "EUR"), ("State Department", "STATEDEP"),
    ("North Atlantic Treaty Organisation", "NATO"),
  ])
  func `a body is found by its names`(name: String, code: String) {
    #expect(organizations.organization(named: name)?.code == code)
  }

  @Test func `a word is no acronym, a city stands for a body`() {
    #expect(organizations.organization(named: "who") == nil)
    #expect(organizations.organization(named: "un") == nil)
    #expect(organizations.organization(metonym: "Brussels")?.code == "EUR")
    #expect(organizations.organization(metonym: "Sheffield") == nil)
  }

  @Test func `PLOVER codes, parents and sectors are known ones`() {
    let bodies: Set = ["UNO", "EUR", "IGO", "NGO", "NGM", "ISM", "IMG", "MNC"]
    let sectors: Set = [
      "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
      "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
    ]
    for body in organizations {
      #expect(bodies.contains(body.plover) || knowledge.states.state(code: body.plover) != nil, "\(body.code)")
      #expect(body.sector.map(sectors.contains) ?? true, "\(body.code): \(body.sector ?? "")")
      #expect(body.parent.map { organizations.organization(code: $0) != nil } ?? true, "\(body.code)")
    }
  }

  @Test func `no body has a state's code as its key`() {
    for body in organizations { #expect(knowledge.states.state(code: body.code) == nil, "\(body.code)") }
  }

  @Test func `a metonym of an unknown body is reported with its line`() throws {
    #expect {
      try Organizations(
        Table(content: "", file: "o.tsv", columns: 10),
        metonyms: Table(content: "X\tNONE\ts\n", file: "m.tsv", columns: 3))
    } throws: { error in
      (error as? KnowledgeError)?.line == 1
    }
  }
}
