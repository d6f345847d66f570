import Testing

@Suite struct ExportCommandTests {
  private static let record = """
    {"version":1,"coder":{"name":"readout","release":"0.1.0"},"document":{"id":"sha256:00","uri":"a.txt",\
    "published":"2020-01-02","text":"Chad blamed Mali.","sentences":[[0,17]],"paragraphs":[[0,17]],"furniture":[]},\
    "entities":[{"id":"e1","name":"Chad","type":"country","country":"TCD","offices":[],"mentions":[],"basis":"text"},\
    {"id":"e2","name":"Mali","type":"country","country":"MLI","offices":[],"mentions":[],"basis":"text"}],"times":[],\
    "places":[],"statements":[],"events":[{"id":"v1","sentence":0,"trigger":[[5,11]],"type":"ACCUSE","contexts":[],\
    "cameo":"111","status":"actual","actors":[{"entity":"e1","span":[0,4],"country":"TCD"}],"recipients":\
    [{"entity":"e2","span":[12,16],"country":"MLI"}],"confidence":0.9}],"positions":[],"commitments":[],"agenda":[],\
    "warnings":[]}
    """

  @Test func `a readout on the standard input is a line on the standard output`() throws {
    let outcome = try Program.run("export", "--as", "gdelt", "-", "--losses", input: Self.record + "\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\t", omittingEmptySubsequences: false).count == 61)
    #expect(outcome.output.contains("\tTCD\tCHAD\t") && outcome.output.contains("\t111\t111\t11\t3\t-2.0\t"))
    #expect(outcome.errors.hasPrefix("gdelt: 1 record written from 1 article, 0 left out\n"))
  }

  @Test func `a list of readouts over several lines is read as well as JSON Lines`() throws {
    let outcome = try Program.run("export", "--as", "jsonl", "-", input: "[\n\(Self.record),\n\(Self.record)\n]\n")
    #expect(outcome.status == 0 && outcome.output.split(separator: "\n").count == 2)
  }

  @Test func `a line that is no readout is named and the rest goes on`() throws {
    let outcome = try Program.run("export", "--as", "polecat", "-", input: "{}\n\(Self.record)\n")
    #expect(outcome.status == 1 && outcome.output.split(separator: "\n").count == 2)
    #expect(outcome.errors.hasPrefix("readout: -:1: "))
  }

  @Test func `folders and databases want a path, and options their layout`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("r.jsonl", Self.record + "\n")
    for layout in ["csv", "brat", "sqlite"] {
      #expect(try Program.run("export", "--as", layout, file).status == 64)
      #expect(try Program.run("export", "--as", layout, file, "-o", "\(folder.path)/\(layout)").status == 0)
    }
    #expect(try Program.run("export", "--as", "sqlite", file, "-o", "\(folder.path)/sqlite").status == 74)
    #expect(try Program.run("export", "--as", "jsonl", file, "-o", file).status == 64)
    #expect(try Program.run("export", "--as", "icews", file, "--zero-tone").status == 64)
    #expect(try Program.run("export", "--as", "gdelt", file, "--added", "today").status == 64)
    #expect(try Program.run("export", "--as", "plover", "/nowhere").status == 66)
  }

  @Test(.enabled(if: Program.hasModel)) func `an archive's articles are written with what it knows of them`() throws {
    let folder = try TemporaryFolder()
    let archive = "\(folder.path)/a.readout"
    let sample = "\(Program.root)/Samples/athens-declaration.txt"
    let ingest = try Program.run(
      "ingest", sample, "--published", "2023-12-07", "--attribution", "rules", "--quiet", "--into", archive)
    try #require(ingest.status == 0, "\(ingest.errors)")
    let outcome = try Program.run("export", "--as", "gdelt", "--archive", archive, "--since", "2023-12")
    #expect(outcome.status == 0)
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    // DATEADDED is when the archive took the article in.
    #expect(!rows.isEmpty && rows.allSatisfy { $0.count == 61 && $0[59].count == 14 })
    let earlier = try Program.run("export", "--as", "gdelt", "--archive", archive, "--until", "2023-11")
    #expect(earlier.status == 0 && earlier.output.isEmpty)
    #expect(try Program.run("export", "--as", "gdelt", "--archive", archive, sample).status == 64)
    #expect(try Program.run("export", "--as", "gdelt", sample, "--since", "2023-12").status == 64)
    #expect(try Program.run("export", "--as", "gdelt", "--archive", sample).status == 65)
  }
}
