import Coding
import Knowledge
import Testing

@Suite("The lexicon's examples", .enabled(if: ParsedStory.isPossible, "needs the language model: run make"))
struct FrameExamplesTests {
  @Test func `every example of the event lexicon comes out as it says`() throws {
    let frames = try ParsedStory.frames()
    let examination = FrameExamination(coder: try ParsedStory.coder(), frames: frames)
    #expect(frames.examples.count > 1000)
    for example in frames.examples {
      if case .wrong(let message) = examination.result(of: example) {
        Issue.record("\(example.file):\(example.line): \(message)")
      }
    }
  }
}
