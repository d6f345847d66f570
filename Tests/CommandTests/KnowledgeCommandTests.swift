import Testing

@Suite struct KnowledgeCommandTests {
  @Test func `the check counts what there is, and ends with 1 where something is wrong`() throws {
    let right = try Program.run("knowledge", "check", Program.root + "/Data")
    #expect(right.status == 0 && right.output.contains("\tterms of office\n"))
    let folder = try TemporaryFolder()
    _ = try folder.file("metonyms.tsv", "Long Street\tNOBODY\tx\n")
    let wrong = try Program.run("knowledge", "check", folder.path)
    #expect(wrong.status == 1 && wrong.output.contains("/metonyms.tsv:1: NOBODY is no code of organizations.tsv"))
    #expect(try Program.run("knowledge", "check", "/nowhere").status == 78)
  }

  @Test func `an import says what is new and writes nothing unless told where`() throws {
    let folder = try TemporaryFolder()
    let query = try folder.file(
      "query.json",
      """
      {"results": {"bindings": [{"person": {"value": "http://example.org/Q5"}, "personLabel": {"value": "Cyd Three"},
       "positionLabel": {"value": "Foreign Minister of Tuvalu"}, "sexLabel": {"value": "female"},
       "start": {"value": "1991-02-03T00:00:00Z"}, "end": {"value": "1991-03-04T00:00:00Z"}}]}}
      """)
    let outcome = try Program.run("knowledge", "import", "wikidata", query)
    #expect(
      outcome.status == 0 && outcome.output.hasPrefix("new\tTUV.tsv\tforeignMinister\tForeign Minister\tCyd Three\t"))
    #expect(outcome.errors.contains("nothing was written"))
    let other = try folder.file("other.json", "nothing of the kind\n")
    #expect(try Program.run("knowledge", "import", "wikidata", other).status == 65)
  }

  @Test(.enabled(if: Program.hasModel, "the language model is not there: make run"))
  func `dictionaries tell who somebody is, and their faults do not stop a run`() throws {
    let folder = try TemporaryFolder()
    let story = try folder.file("story.txt", "Ulrika Examplesson said on Monday that talks would begin.\n")
    _ = try folder.file("d/actors.txt", "ULRIKA_EXAMPLESSON_\n\t[SWEMIL 990101-011231]\n\t[SWEGOV 991]\n")
    let arguments = ["code", story, "--format", "json", "--published", "2000-05-01", "--attribution", "rules"]
    #expect(!(try Program.run(arguments)).output.contains("\"SWE\""))
    let outcome = try Program.run(arguments + ["--dictionaries", folder.path + "/d"])
    #expect(
      outcome.status == 0 && outcome.output.contains("\"SWE\"") && outcome.output.contains("\"military officer\""))
    #expect(outcome.errors.contains("1 times a date has to be") && outcome.errors.contains("actors.txt:3"))
    let all = try Program.run(arguments + ["--dictionaries", folder.path + "/d", "--dictionary-faults"])
    #expect(all.errors.contains("actors.txt:3: ULRIKA EXAMPLESSON: a date has to be"))
    #expect(try Program.run(arguments + ["--dictionaries", "/nowhere"]).status == 66)
    #expect(try Program.run("code", story, "--dictionary-faults").status == 64)
  }
}
