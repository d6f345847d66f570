import Knowledge
import Record
import Testing

@Suite("Codes of other people's data")
struct CodesTests {
  private static let codes = Result { () throws(KnowledgeError) in try CodeSystems(contentsOf: DataFolder.path) }

  @Test func `every state of the tables has its codes, and no state another's`() throws {
    let codes = try Self.codes.get()
    for state in codes.states where state.to == nil {
      let row = try #require(codes.countries.row(iso3: state.code), "\(state.code)")
      #expect(row.iso2 == state.alpha2)
      #expect(row.fips != nil && row.plover == state.code, "\(state.code)")
    }
    for row in codes.countries { #expect(codes.states.state(code: row.plover) != nil, "\(row.iso3)") }
  }

  @Test func `from ISO to Correlates of War and back is the same state for every state`() throws {
    let codes = try Self.codes.get()
    var members = 0
    for row in codes.countries {
      guard let cow = row.cow else { continue }
      members += 1
      #expect(codes.countries.row(cow: cow)?.iso3 == row.iso3)
    }
    #expect(members == 195)
  }

  @Test(arguments: [
    ("AUS", "AUL", 900), ("AUT", "AUS", 305), ("MNG", "MON", 712), ("MNE", "MNG", 341), ("SLV", "SAL", 92),
    ("SVN", "SLV", 349), ("MKD", "MAC", 343), ("SRB", "YUG", 345), ("KOS", "KOS", 347), ("KOR", "ROK", 732),
    ("VNM", "DRV", 816), ("TWN", "TAW", 713),
  ])
  func `letters that turn one state into another do not`(iso3: String, cow: String, number: Int) throws {
    let row = try #require(try Self.codes.get().countries.row(iso3: iso3))
    #expect((row.cow, row.cowNumber) == (cow, number))
  }

  @Test func `what is no member of the list of Correlates of War has no code there`() throws {
    let countries = try Self.codes.get().countries
    for code in ["MAC", "PSE", "VAT", "HKG", "GRL"] { #expect(countries.row(iso3: code)?.cow == nil, "\(code)") }
  }

  @Test(arguments: [
    ("KOR", "KS"), ("JPN", "JA"), ("DEU", "GM"), ("UKR", "UP"), ("GBR", "UK"), ("SRB", "RI"), ("MNE", "MJ"),
    ("PSE", "WE"),
    ("KOS", "KV"), ("AUS", "AS"), ("AUT", "AU"), ("CHN", "CH"), ("CHE", "SZ"), ("SSD", "OD"),
  ])
  func `places have their FIPS code`(iso3: String, fips: String) throws {
    #expect(try Self.codes.get().countries.row(iso3: iso3)?.fips == fips)
  }

  @Test func `CAMEO and PLOVER differ from ISO where their codebooks do`() throws {
    let countries = try Self.codes.get().countries
    #expect(countries.row(iso3: "KOS")?.cameo == "KSV")
    #expect(countries.row(iso3: "TLS")?.cameo == "TMP")
    #expect(countries.row(iso3: "GRL")?.plover == "DNK")
  }

  @Test func `event codes keep their zero and come with their labels and values`() throws {
    let cameo = try Self.codes.get().cameo
    #expect(cameo["036"]?.label == "Express intent to meet or negotiate")
    #expect(cameo["036"]?.goldstein == 4)
    #expect(cameo["016"]?.goldstein == 3.4)
    #expect(cameo["0313"]?.goldstein == 4)
    #expect(cameo["042"]?.mirror == "043" && cameo["043"]?.mirror == "042")
    #expect(cameo["0871"]?.planned == "0356")
    #expect(cameo["0871"].map { [$0.base, $0.root] } == ["087", "08"])
    #expect(cameo["090"]?.quad == 2 && cameo["140"]?.quad == 3)
    #expect(cameo["36"] == nil)
  }

  @Test func `every act of the record has a code, every sector and body of PLOVER a row`() throws {
    let codes = try Self.codes.get()
    for act in Act.allCases { #expect(codes.cameo.code(of: act) != nil, "\(act)") }
    #expect(codes.cameo.sector("JRN")?.cameo == "MED")
    #expect(codes.cameo.sector("MED")?.cameo == "HLH")
    #expect(codes.cameo.body("EUR")?.cameo == "IGOEUREEC")
    #expect(codes.cameo.sector("PRE") != nil && codes.cameo.sector("PRE")?.cameo == nil)
  }

  @Test(arguments: [
    ("AUT\tAT\tAU\tAUS\t305\tAUT\tAUT\nAUS\tAU\tAS\tAUS\t900\tAUS\tAUS", 2),
    ("Aut\tAT\tAU\tAUS\t305\tAUT\tAUT", 1), ("AUT\tAT\tAU\tAUS\t-\tAUT\tAUT", 1), ("AUT\tAT\tAU\tAUS\tx\tAUT\tAUT", 1),
  ])
  func `a row that cannot be used is reported with its line`(content: String, line: Int) throws {
    let table = try Table(content: content, file: "country-codes.tsv", columns: 7)
    #expect {
      try CountryCodes(table)
    } throws: { error in
      (error as? KnowledgeError)?.line == line
    }
  }
}
