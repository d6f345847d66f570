import FoundationEssentials
import Knowledge
import Testing

@Suite("Loading the data folder")
struct LoadingTests {
  @Test func `the project's own data load without an error`() throws {
    let knowledge = try DataFolder.knowledge.get()
    #expect(knowledge.version == "2026-11")
    #expect(!knowledge.states.isEmpty && !knowledge.offices.isEmpty && !knowledge.organizations.isEmpty)
  }

  @Test func `loading twice gives the same`() throws {
    let (first, second) = (try DataFolder.knowledge.get(), try Knowledge(contentsOf: DataFolder.path))
    #expect(first.states.elementsEqual(second.states))
    #expect(first.offices.elementsEqual(second.offices))
    #expect(first.organizations.elementsEqual(second.organizations))
    #expect(first.titles.elementsEqual(second.titles))
    #expect(first.places.elementsEqual(second.places))
    #expect(first.givenNames.count == second.givenNames.count)
  }

  @Test func `a folder without data is an error that says so`() {
    #expect(throws: KnowledgeError.self) { try Knowledge(contentsOf: "/nowhere") }
  }

  @Test func `a row with too few fields is reported with its line`() {
    #expect {
      try Table(content: "# a\tb\n1\t2\n\n3\n", file: "t.tsv", columns: 2)
    } throws: { error in
      (error as? KnowledgeError)?.line == 4
    }
  }

  @Test func `fields lose white space at their ends, lists split at semicolons, a hyphen means nothing`() throws {
    let table = try Table(content: "a \t x; y ;;z\t-\r\n", file: "t.tsv", columns: 3)
    #expect(table.rows[0].fields == ["a", "x; y ;;z", "-"])
    #expect(table.rows[0].list(1) == ["x", "y", "z"])
    #expect(table.rows[0].value(2) == nil)
    #expect(table.rows[0].list(2).isEmpty)
  }

  @Test func `a last line without a line end counts, and so does an empty last field`() throws {
    let table = try Table(content: "a\t", file: "t.tsv", columns: 2)
    #expect(table.rows.count == 1)
    #expect(table.rows[0].value(1) == nil)
  }
}
