import Testing

@Suite struct FramesCommandTests {
  @Test func `a lexicon's faults are named with their lines`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("mine.txt", "SANCTION discontinue\n  sever : obj=@tie\n  snub : obj=*\n")
    let outcome = try Program.run("frames", "check", path)
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("\(path):2: class @tie") == true)
    #expect(lines.contains { $0.hasPrefix("\(path):3: ") && $0.contains("no example") })
    #expect(lines.last?.hasSuffix("2 wrong") == true)
  }

  @Test func `a file that is not there is named`() throws {
    let outcome = try Program.run("frames", "check", "/nowhere/mine.txt")
    #expect(outcome.status == 66 && outcome.errors.contains("/nowhere/mine.txt"))
  }

  @Test(.enabled(if: Program.hasModel)) func `frames of one's own are checked, and used`() throws {
    let folder = try TemporaryFolder()
    let right = "> Mali put its ties with Qatar on ice. = MLI > QAT"
    let path = try folder.file("mine.txt", "SANCTION discontinue\n  put ice : obj=@ties R=with,obj\n    \(right)\n")
    #expect(try Program.run("frames", "check", path).status == 0)
    let wrong = try folder.file(
      "wrong.txt", "SANCTION discontinue\n  put ice : obj=@ties\n    \(right)\n    > Mali ate ice. = MLI > QAT\n")
    let outcome = try Program.run("frames", "check", wrong)
    #expect(outcome.status == 1 && outcome.output.contains("wrong.txt:4: "))
    let text = try folder.file("story.txt", "Mali put its ties with Qatar on ice.\n")
    let plain = try Program.run("code", text, "--format", "json", "--attribution", "rules")
    #expect(!plain.output.contains("SANCTION"))
    let own = try Program.run("code", text, "--format", "json", "--attribution", "rules", "--frames", path)
    #expect(own.output.contains("SANCTION"))
  }
}
