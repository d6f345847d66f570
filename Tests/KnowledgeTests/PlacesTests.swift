import Knowledge
import Testing

@Suite("Places and given names")
struct PlacesTests {
  let knowledge: Knowledge

  init() throws { knowledge = try DataFolder.knowledge.get() }

  @Test(arguments: [
    ("VLADIVOSTOK", "RUS"), ("Sharm el Sheikh", "EGY"), ("Tripoli", "LBY"), ("Beijing", "CHN"), ("Gaza", "PSE"),
    ("St. Petersburg", "RUS"), ("Odessa", "UKR"), ("Mar-a-Lago", "USA"), ("Geneva", "CHE"), ("The Hague", "NLD"),
    ("Rafah", "PSE"), ("Tel Aviv", "ISR"), ("Kiev", "UKR"),
  ])
  func `a place is found by its names`(name: String, country: String) {
    #expect(knowledge.places.place(named: name)?.country == country)
  }

  @Test func `places that share a name are all found, the capital first`() {
    let places = knowledge.places.places(named: "Tripoli")
    #expect(places.map(\.country) == ["LBY", "LBN"])
    #expect(places.first?.kind == .capital)
    #expect(knowledge.places.place(named: "nice") == nil)
    #expect(knowledge.places.place(named: "Panmunjom")?.country == nil)
  }

  @Test func `there are hundreds beside the capitals, each once`() {
    let rest = knowledge.places.filter { $0.kind != .capital }
    #expect(rest.count > 1000)
    #expect(Set(rest.map { "\($0.name) \($0.country ?? "")" }).count == rest.count)
  }

  @Test func `a place of an unknown state or without coordinates is an error`() {
    for row in [
      "A\t-\tcity\tXXX\t1\t2\t-\ts", "A\t-\tcity\t-\t-\t2\t-\ts", "A\t-\tcity\t-\t91\t2\t-\ts",
      "A\t-\ttown\t-\t1\t2\t-\ts",
    ] {
      #expect(throws: KnowledgeError.self) {
        try Places(Table(content: row, file: "places.tsv", columns: 8), states: knowledge.states)
      }
    }
  }

  @Test func `a given name tells the sex where it can`() {
    let names = knowledge.givenNames
    #expect(names.sex(of: "Shinzo") == .male)
    #expect(names.sex(of: "Madeleine") == .female)
    #expect(names.sex(of: "SÉBASTIEN") == .male)
    #expect(names.sex(of: "Geun Hye") == .female)
    #expect(names.sex(of: "Xyzzy") == nil)
    #expect(names.count > 800)
  }

  @Test func `a given name of both sexes is an error`() {
    #expect(throws: KnowledgeError.self) {
      try GivenNames(Table(content: "Kim\tm\nKIM\tf\n", file: "given-names.tsv", columns: 2))
    }
  }
}
