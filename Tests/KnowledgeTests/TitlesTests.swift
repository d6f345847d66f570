import Knowledge
import Record
import Testing

@Suite("Titles")
struct TitlesTests {
  let titles: Titles

  init() throws { titles = try DataFolder.knowledge.get().titles }

  @Test(arguments: [
    ("prime minister", OfficeKind.headOfGovernment), ("foreign minister", .foreignMinister),
    ("minister of foreign affairs", .foreignMinister), ("secretary of state", .foreignMinister),
    ("defence secretary", .defenseMinister), ("minister of culture", .minister), ("sen.", .legislator),
    ("lt. col.", .military), ("spokeswoman", .spokesperson), ("u.n. envoy", .envoy), ("interior minister", .minister),
    ("deputy foreign minister", .official), ("vice president", .official), ("intelligence chief", .intelligenceChief),
    ("south korean foreign minister", .foreignMinister), ("secretary - general", .official),
    ("commander-in-chief", .military), ("u.s. secretary of state", .foreignMinister),
  ])
  func `the longest title among words tells the office`(words: String, office: OfficeKind) throws {
    let words = words.split(separator: " ").map(String.init)
    #expect(try #require(titles.title(for: words)).title.office == office)
  }

  @Test func `a match says which words it covers`() throws {
    let words = ["the", "visiting", "russian", "foreign", "minister", ",", "sergei"]
    #expect(try #require(titles.title(for: words)).range == 3..<5)
    let ahead = try #require(titles.title(startingAt: ["secretary", "of", "state", "john"]))
    #expect(ahead.range == 0..<3)
    #expect(titles.title(startingAt: ["the", "secretary"]) == nil)
    #expect(titles.title(for: ["nothing", "here"]) == nil)
    #expect(titles.title(for: []) == nil)
  }

  @Test func `a title can tell the bearer's sex`() throws {
    #expect(try #require(titles.title(for: ["queen"])).title.sex == .female)
    #expect(try #require(titles.title(for: ["mr."])).title.sex == .male)
    #expect(try #require(titles.title(for: ["mr."])).title.office == nil)
    #expect(try #require(titles.title(for: ["president"])).title.sex == nil)
  }

  @Test(arguments: [
    "a\t-\tboss\t-\tany\tyes\t-", "a\t-\t-\t-\tplanet\tyes\t-", "a\t-\t-\t-\tany\tmaybe\t-", "a\t-\t-\t-\tany\tyes\tx",
    "president\t-\t-\t-\tany\tyes\t-\nb\tpresident\t-\t-\tany\tyes\t-",
  ])
  func `a row that cannot be used is an error`(rows: String) {
    #expect(throws: KnowledgeError.self) { try Titles(Table(content: rows, file: "titles.tsv", columns: 7)) }
  }
}
