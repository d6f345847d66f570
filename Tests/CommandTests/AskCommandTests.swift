import Testing

/// Questions to an archive of one article, ingested as a user would.
@Suite(.enabled(if: Program.hasModel))
struct AskCommandTests {
  private let folder: TemporaryFolder
  private let archive: String

  init() throws {
    folder = try TemporaryFolder()
    archive = "\(folder.path)/a.readout"
    let sample = "\(Program.root)/Samples/athens-declaration.txt"
    let outcome = try Program.run(
      "ingest", sample, "--published", "2023-12-07", "--attribution", "rules", "--quiet", "--into", archive)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  private func ask(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["ask"] + arguments + ["--archive", archive, "--today", "2024-01-15"])
  }

  @Test func `finds a person's words by the family name, and says where they stand`() throws {
    let outcome = try ask("statements", "--by", "Mitsotakis", "--act", "urge", "withdraw*")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("2023-12-07 · Kyriakos Mitsotakis (GRC) → Turkey · urge"))
    #expect(outcome.output.contains("[1228-1281]"))
  }

  @Test func `takes states by name, capital and code`() throws {
    let outcomes = try ["Greece,Turkey", "Athens,Ankara", "GRC,TUR"].map {
      try ask("events", "--between", $0, "--type", "consult", "--format", "csv").output
    }
    #expect(outcomes[0].hasPrefix("happening,voice,copies,day,dayEnd,precision,type,"))
    #expect(outcomes[0].contains("CONSULT"))
    #expect(outcomes[1] == outcomes[0] && outcomes[2] == outcomes[0])
  }

  @Test(arguments: [
    ["statements", "--by", "GRC"], ["events", "--of", "GRC"], ["people", "Erdogan"], ["places"], ["places", "Athens"],
    ["positions", "--of", "GRC", "--against", "TUR"], ["commitments", "--by", "GRC", "--open"],
    ["agenda", "--from", "2023-12"], ["timeline"], ["timeline", "--between", "GRC,TUR"], ["network"],
    ["network", "--by", "month"],
  ])
  func `answers in every form`(arguments: [String]) throws {
    for format in ["text", "json", "csv"] {
      let outcome = try Program.run(
        ["ask"] + arguments + ["--archive", archive, "--today", "2024-01-15", "--format", format])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.isEmpty)
      #expect(format != "json" || outcome.output.hasPrefix("{\n  \"question\": \"\(arguments[0])\""))
    }
  }

  @Test(arguments: [
    (["statements", "--by", "Nobody"], "nobody in the archive is called “Nobody”"),
    (["statements", "\"open"], "a quotation mark is left open"),
    (["events", "--since", "someday"], "“someday” is no date or period"),
    (["events", "--between", "GRC"], "The value 'GRC' is invalid"),
    (["positions", "--on", "tollgates"], "no record is about “tollgates”"),
    (["network", "--of", "Erdogan"], "“Erdogan” is none"),
  ])
  func `says what is wrong with a question`(arguments: [String], message: String) throws {
    let outcome = try Program.run(["ask"] + arguments + ["--archive", archive])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func `says that there is no archive`() throws {
    let outcome = try Program.run("ask", "places", "--archive", "\(folder.path)/none.readout")
    #expect(outcome.status == 66)
  }

  @Test func `a brief comes as text, Markdown and a page`() throws {
    let arguments = ["brief", "GRC-TUR", "--since", "2023-12", "--today", "2024-01-15", "--archive", archive]
    let text = try Program.run(arguments)
    #expect(text.output.hasPrefix("GRC-TUR, 2023-12-01 to 2024-01-15\n\nWho met\n"))
    #expect(try Program.run(arguments + ["--format", "markdown"]).output.hasPrefix("# GRC-TUR"))
    #expect(try Program.run(arguments + ["--format", "html"]).output.hasSuffix("</html>\n"))
    #expect(try Program.run(arguments).output == text.output)
  }
}
