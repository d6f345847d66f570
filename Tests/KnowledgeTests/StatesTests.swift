import Knowledge
import Testing

@Suite("States")
struct StatesTests {
  let states: States

  init() throws { states = try DataFolder.knowledge.get().states }

  @Test(arguments: [
    ("South Korea", "KOR"), ("the United States", "USA"), ("U.S.", "USA"), ("US", "USA"), ("TURKEY", "TUR"),
    ("Türkiye", "TUR"), ("Cote d’Ivoire", "CIV"), ("the Netherlands", "NLD"), ("Burma", "MMR"), ("DPRK", "PRK"),
    ("Kosovo", "KOS"), ("The Gambia", "GMB"), ("Guinea Bissau", "GNB"), ("Vatican", "VAT"), ("Palestine", "PSE"),
    ("Great Britain", "GBR"), ("Zaire", "COD"), ("Soviet Union", "RUS"), ("Yugoslavia", "SRB"),
  ])
  func `a state is found by its names`(name: String, code: String) {
    #expect(states.state(named: name)?.code == code)
  }

  @Test(arguments: ["us", "turkey", "chad", "Atlantis", "", "the", "Usa"])
  func `a word that only looks like a state's name is none`(word: String) {
    #expect(states.state(named: word) == nil)
  }

  @Test(arguments: [
    ("Japanese", "JPN"), ("Turks", "TUR"), ("South Koreans", "KOR"), ("Dutch", "NLD"), ("Frenchmen", "FRA"),
    ("Soviet", "RUS"), ("Emirati", "ARE"), ("Argentine", "ARG"), ("Dominican", "DOM"), ("Congolese", "COD"),
  ])
  func `a state is found by what its people are called`(demonym: String, code: String) {
    #expect(states.state(demonym: demonym)?.code == code)
  }

  @Test(arguments: [
    ("the Kremlin", "RUS"), ("Cheong Wa Dae", "KOR"), ("Downing Street", "GBR"), ("the Elysee", "FRA"),
    ("Foggy Bottom", "USA"), ("Zhongnanhai", "CHN"), ("Kasumigaseki", "JPN"), ("Beştepe", "TUR"),
  ])
  func `a palace stands for its government`(metonym: String, code: String) {
    #expect(states.state(metonym: metonym)?.code == code)
  }

  @Test func `a state is found by capital, code and shorthand`() {
    #expect(states.state(capital: "Kiev")?.code == "UKR")
    #expect(states.state(capital: "N’Djamena")?.code == "TCD")
    #expect(states.state(alpha2: "JP")?.name == "Japan")
    #expect(states.state(code: "SUN")?.name == "Soviet Union")
    #expect(states.state(code: "RUS")?.name == "Russia")
    #expect(states.states(shorthand: "the North").map(\.code) == ["PRK"])
    #expect(states.states(demonym: "Congolese").map(\.code) == ["COD", "COG"])
  }

  @Test func `every member of the United Nations is there, and the others that PLOVER codes`() {
    let now = states.filter { $0.to == nil }
    #expect(now.count == 193 + 6)
    for code in ["VAT", "PSE", "KOS", "TWN", "HKG", "ATA"] { #expect(states.state(code: code) != nil, "\(code)") }
  }

  @Test func `every state of today has a capital with coordinates, an adjective and a people`() {
    for state in states where state.to == nil && state.code != "ATA" {
      #expect(!state.capital.isEmpty && state.capitalCoordinates != nil, "\(state.name)")
      #expect(!state.adjectives.isEmpty, "\(state.name)")
      #expect(!state.nationals.isEmpty || state.code == "VAT", "\(state.name)")
      #expect(state.alpha2?.utf8.count == 2 && state.geonames != nil, "\(state.name)")
    }
  }

  @Test func `no name, capital or metonym belongs to two states`() {
    for state in states {
      for name in [state.name] + state.aliases { #expect(states.state(named: name) == state, "\(name)") }
      for name in state.metonyms { #expect(states.state(metonym: name) == state, "\(name)") }
      for name in state.capital where state.to == nil { #expect(states.state(capital: name) == state, "\(name)") }
    }
  }

  @Test func `only these peoples share a name`() {
    var shared: Set<String> = []
    for state in states {
      for name in state.adjectives + state.nationals where states.states(demonym: name).count > 1 {
        shared.insert(name)
      }
    }
    #expect(shared == ["Congolese", "Dominican", "Dominicans"])
  }

  @Test func `a code that is taken is reported with its line`() throws {
    let row = "AAA\t-\tA\t-\t-\t-\t-\t-\t-\t-\t-\t-\t-\t-\t-\t-\n"
    #expect {
      try States(Table(content: row + row, file: "states.tsv", columns: 16))
    } throws: { error in
      (error as? KnowledgeError)?.line == 2
    }
  }
}
