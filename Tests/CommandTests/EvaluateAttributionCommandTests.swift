import Foundation
import Testing

@Suite(.enabled(if: Program.hasModel, "the language model is not there: make run"))
struct EvaluateAttributionCommandTests {
  static let story = "Anna Berg said the border is closed. Boris Hill told reporters that it will open soon.\n"
  static let marks = """
    T1\tSource 0 9\tAnna Berg
    T2\tCue 10 14\tsaid
    T3\tContent 15 35\tthe border is closed
    T4\tSource 37 47\tBoris Hill
    T5\tCue 48 52\ttold
    T6\tContent 69 85\tit will open soo
    E1\tSource:T1 Cue:T2 Content:T3
    E2\tSource:T4 Cue:T5 Content:T6

    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try folder.file("text/story.txt", Self.story)
    _ = try folder.file("text/unmarked.txt", Self.story)
    _ = try folder.file("attributions/story_b2.ann", "")
    _ = try folder.file("attributions/story_a1.ann", Self.marks)
    return folder
  }

  private func lines(_ path: String) throws -> [[String: Any]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test func `the first annotator is the gold, and all figures are told`() throws {
    let folder = try folder()
    let outcome = try Program.run("evaluate", "attribution", folder.path)
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(outcome.output.hasPrefix("articles 1  gold 2  predicted 2  paired 2\n"))
    for words in [
      "relation C+S      P 1.000  R 1.000  F1 1.000", "said-like cue", "at >= 0.8: ", "split    right 1.000",
    ] {
      #expect(outcome.output.contains(words), "\(words)")
    }
    let json = try Program.run("evaluate", "attribution", folder.path, "--format", "json").output
    let figures = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(figures["gold"] as? Int == 2)
    #expect((figures["reliability"] as? [Any])?.count == 10)
  }

  @Test func `what was scored and what is wrong can be written down`() throws {
    let folder = try folder()
    _ = try folder.file(
      "attributions/story_a1.ann", Self.marks.replacingOccurrences(of: "Source:T4", with: "Source:T1"))
    let (statements, errors) = (folder.path + "/statements.jsonl", folder.path + "/errors.jsonl")
    let outcome = try Program.run(
      "evaluate", "attribution", folder.path, "--statements", statements, "--errors", errors)
    #expect(outcome.status == 0)
    let article = try #require(try lines(statements).first)
    #expect(article["file"] as? String == "story.txt")
    let first = try #require((article["statements"] as? [[String: Any]])?.first)
    #expect(first["source"] as? [[Int]] == [[0, 9]] && first["cue"] as? [[Int]] == [[10, 14]])
    let error = try #require(try lines(errors).first)
    #expect(error["cause"] as? String == "sourceWrong" && error["file"] as? String == "story.txt")
    let predicted = try #require((error["predicted"] as? [String: Any])?["source"] as? [String: Any])
    #expect(predicted["text"] as? String == "Boris Hill")
    let evidence = try #require(first["evidence"] as? [String: Any])
    #expect(evidence["entry"] as? String == "say")
  }

  @Test func `a folder of another layout and marks that are none are refused`() throws {
    let folder = try folder()
    #expect(try Program.run("evaluate", "attribution", folder.path + "/text").status == 66)
    _ = try folder.file("attributions/story_a1.ann", "T1\tCue one two\tx\n")
    let damaged = try Program.run("evaluate", "attribution", folder.path)
    #expect(damaged.status == 65 && damaged.errors.contains("story_a1.ann: line 1"))
    #expect(try Program.run("evaluate", "attribution", folder.path, "--jobs", "0").status == 64)
  }
}
