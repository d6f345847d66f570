import Foundation
import Knowledge
import Testing

@Suite("Offices from Wikidata")
struct OfficeImportTests {
  let knowledge: Knowledge

  init() throws { knowledge = try DataFolder.knowledge.get() }

  /// A data folder of one table of offices, and a file to import.
  private func withFolder<Result>(
    _ rows: [String], _ file: [UInt8], _ body: (_ folder: String, _ file: String) throws -> Result
  )
    throws -> Result
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "readout-import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "offices"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data((["# a comment"] + rows).map { $0 + "\n" }.joined().utf8).write(
      to: folder.appending(path: "offices/NOR.tsv"))
    try Data(file).write(to: folder.appending(path: "file"))
    return try body(folder.path, folder.appending(path: "file").path)
  }

  private func run(_ rows: [String], _ file: String) throws -> OfficeImport {
    try withFolder(rows, Array(file.utf8)) { try OfficeImport(wikidata: $1, folder: $0, knowledge: knowledge) }
  }

  private func item(_ id: String, _ name: String, sex: String = "Q6581072", _ terms: [(from: String, to: String?)])
    -> String
  {
    func time(_ property: String, _ value: String) -> String {
      "\"\(property)\":[{\"snaktype\":\"value\",\"datavalue\":{\"value\":{\"time\":\"+\(value)T00:00:00Z\",\"precision\":11},\"type\":\"time\"}}]"
    }
    let statements = terms.map { term in
      let times = [time("P580", term.from)] + (term.to.map { [time("P582", $0)] } ?? [])
      return
        "{\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"Q1\"}}},\"rank\":\"normal\",\"qualifiers\":{\(times.joined(separator: ","))}}"
    }
    return
      "{\"type\":\"item\",\"id\":\"\(id)\",\"labels\":{\"en\":{\"value\":\"\(name)\"}},\"aliases\":[],\"claims\":{\"P21\":[{\"mainsnak\":"
      + "{\"datavalue\":{\"value\":{\"id\":\"\(sex)\"}}}}],\"P39\":[\(statements.joined(separator: ","))]}}"
  }

  private func dump(_ items: [String]) -> String {
    let position =
      "{\"type\":\"item\",\"id\":\"Q1\",\"labels\":{\"en\":{\"value\":\"Prime Minister of Norway\"}},\"claims\":{\"P1001\":[{\"mainsnak\":"
      + "{\"datavalue\":{\"value\":{\"id\":\"Q20\"}}}}]}}"
    let state =
      "{\"type\":\"item\",\"id\":\"Q20\",\"labels\":{\"en\":{\"value\":\"Norway\"}},\"claims\":{\"P298\":[{\"mainsnak\":"
      + "{\"datavalue\":{\"value\":\"NOR\"}}}]}}"
    return "[\n" + (items + [position, state]).joined(separator: ",\n") + "\n]\n"
  }

  private let ada = "headOfGovernment\tPrime Minister\tAda One\tOne\t-\tf\t2001-05\t-\tx"

  @Test func `a new term becomes a row, one that has ended gets its end, a coarse date a finer one`() throws {
    let update = try run(
      [ada],
      dump([
        item("Q2", "Ada One", [("2001-05-04", "2005-06-07")]),
        item("Q3", "Bo Två", sex: "Q6581097", [("2005-06-07", nil)]),
      ]))
    #expect(update.conflicts.isEmpty)
    #expect(
      update.changes.map(\.row) == [
        "headOfGovernment\tPrime Minister\tAda One\tOne\t-\tf\t2001-05-04\t2005-06-07\tx; Wikidata: Q2",
        "headOfGovernment\tPrime Minister\tBo Två\tTvå\t-\tm\t2005-06-07\t-\tWikidata: Q3",
      ])
    #expect(update.changes.first?.old == ada)
  }

  @Test func `what the table says stands; what differs is a conflict with its line`() throws {
    let other = "headOfGovernment\tPrime Minister\tAda One\tOne\t-\tf\t2001-05-04\t2004-01-01\tx"
    let end = try run([other], dump([item("Q2", "Ada One", [("2001-05-04", "2005-06-07")])]))
    #expect(end.changes.isEmpty && end.conflicts.map(\.line) == [2])
    let holder = try run([ada], dump([item("Q3", "Bo Två", [("2002-01-01", "2003-01-01")])]))
    #expect(holder.changes.isEmpty && holder.conflicts.map(\.line) == [2])
  }

  @Test func `terms that follow one another are one, an oath a day later is no conflict`() throws {
    let row = "headOfGovernment\tPrime Minister\tAda One\tOne\t-\tf\t2001-05-04\t2009-06-07\tx"
    let update = try run(
      [row], dump([item("Q2", "Ada One", [("2005-05-06", "2009-06-08"), ("2001-05-05", "2005-05-05")])]))
    #expect(update.changes.isEmpty && update.conflicts.isEmpty && update.known == 1)
  }

  @Test func `the result of a query is read too`() throws {
    let result = """
      {"head": {"vars": ["person"]}, "results": {"bindings": [
        {"person": {"value": "http://example.org/entity/Q5"}, "personLabel": {"value": "Cyd Three"},
         "positionLabel": {"value": "Norwegian Minister of Foreign Affairs"}, "sexLabel": {"value": "female"},
         "start": {"value": "2011-02-00T00:00:00Z"}, "end": {"value": "2012-03-04T00:00:00Z"}},
        {"person": {"value": "http://example.org/entity/Q6"}, "personLabel": {"value": "Dan Four"},
         "positionLabel": {"value": "Mayor of Oslo"}, "start": {"value": "2011-02-03T00:00:00Z"}}]}}
      """
    let update = try run([ada], result)
    #expect(
      update.changes.map(\.row) == [
        "foreignMinister\tForeign Minister\tCyd Three\tThree\t-\tf\t2011-02\t2012-03-04\tWikidata: Q5"
      ])
    #expect(update.leftOut == 1)
  }

  @Test func `what is written is read again, comments and all`() throws {
    let file = dump([item("Q3", "Bo Två", [("1999-01-01", "2001-04-30")])])
    let lines = try withFolder([ada], Array(file.utf8)) { folder, file in
      let update = try OfficeImport(wikidata: file, folder: folder, knowledge: knowledge)
      try update.write(to: folder)
      let again = try OfficeImport(wikidata: file, folder: folder, knowledge: knowledge)
      #expect(again.changes.isEmpty && again.known == 1)
      return try String(contentsOfFile: "\(folder)/offices/NOR.tsv", encoding: .utf8).split(separator: "\n").map(
        String.init)
    }
    #expect(lines.count == 3 && lines[0] == "# a comment" && lines[2] == ada)
    #expect(lines[1].hasPrefix("headOfGovernment\tPrime Minister\tBo Två\t"))
  }

  @Test(arguments: ["", "hello\n", "[1, 2]\n", "{\"results\": 3}", "{\n}", "\u{0}\u{1}"])
  func `a file that is neither is an error`(content: String) throws {
    #expect(throws: KnowledgeError.self) { try run([ada], content) }
  }
}
