import Foundation
import Testing

@Suite(.enabled(if: Program.hasModel, "the language model is not there: make run"))
struct AttributionOptionsTests {
  static let story = "Anna Berg said the border is closed.\n"

  private func readout(_ arguments: [String], environment: [String: String] = [:]) throws -> [String: Any] {
    let outcome = try Program.run(
      ["code", "-", "--format", "json", "--attribution", "rules"] + arguments, input: Array(Self.story.utf8),
      environment: environment)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `the record says who found who said what`() throws {
    let coder = try #require(try readout([])["coder"] as? [String: Any])
    #expect(coder["attribution"] as? String == "rules")
  }

  @Test func `rules need no model, wherever the environment looks for one`() throws {
    _ = try readout([], environment: ["READOUT_ATTRIBUTION": "/nowhere/model"])
  }

  @Test func `a model that is named and missing is refused`() throws {
    for arguments in [
      ["--attribution-model", "/nowhere/model"], ["--attribution", "encoder", "--attribution-model", "/nowhere/model"],
    ] {
      let outcome = try Program.run(["code", "-"] + arguments, input: Array(Self.story.utf8))
      #expect(outcome.status == 78 && outcome.errors.contains("/nowhere/model"))
    }
    let outcome = try Program.run(
      ["code", "-"], input: Array(Self.story.utf8), environment: ["READOUT_ATTRIBUTION": "/nowhere/model"])
    #expect(outcome.status == 78 && outcome.errors.contains("READOUT_ATTRIBUTION"))
  }

  @Test func `contradictory and unknown methods are wrong usage`() throws {
    #expect(try Program.run(["code", "-", "--attribution", "magic"]).status == 64)
    #expect(try Program.run(["code", "-", "--attribution", "rules", "--attribution-model", "x"]).status == 64)
  }

  @Test func `statements say what they rest on only when asked`() throws {
    func evidence(_ arguments: String...) throws -> [String: Any]? {
      (try readout(arguments)["statements"] as? [[String: Any]])?.first?["evidence"] as? [String: Any]
    }
    #expect(try evidence() == nil)
    let found = try #require(try evidence("--explain"))
    #expect(found["rule"] as? String == "clause" && found["entry"] as? String == "say")
    #expect(found["speakerPath"] as? String == "said >nsubj Berg")
    let report = try Program.run(
      ["code", "-", "--attribution", "rules", "--explain"], input: Array(Self.story.utf8)
    ).output
    #expect(report.contains("rule clause, cue “say”") && report.contains("speaker:"))
  }
}
