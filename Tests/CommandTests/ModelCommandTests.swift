import Testing

@Suite struct ModelCommandTests {
  @Test func `what is no package is refused`() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path, folder.path + "/none.whl", try folder.file("bad.whl", "PK no archive")] {
      let outcome = try Program.run("model", "convert", path, "--output", folder.path + "/x.readout")
      #expect(outcome.status == 78)
      #expect(!outcome.errors.isEmpty)
    }
  }

  @Test(.enabled(if: Program.hasModel)) func `the model says what it is`() throws {
    let outcome = try Program.run("model", "info")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("en_core_web_sm"))
    #expect(outcome.output.contains("tagger"))
  }
}
