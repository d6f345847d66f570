import Coding
import Testing

@Suite("When something named happens")
struct TimesAttachmentTests {
  /// The value of the time that governs a token.
  private func value(_ text: String, at token: Int) throws -> String? {
    var story = TaggedStory.make(text, published: "2014-05-14")
    try TimesTests.reader.get().read(&story)
    return story.time(governing: token).map { story.times[$0].value }
  }

  @Test func `a verb happens at the time of its own clause, not of what was said in it`() throws {
    let text =
      "They said/VBD/ROOT/1 on/IN/prep/1 Monday/NNP/pobj/2 he/PRP/nsubj/6 will/MD/aux/6 leave/VB/ccomp/1 on/IN/prep/6 Friday/NNP/pobj/7 ."
    #expect(try value(text, at: 1) == "2014-05-12")
    #expect(try value(text, at: 6) == "2014-05-16")
  }

  @Test func `the day of the dateline is not when the first sentence happens`() throws {
    var story = TaggedStory.make(
      "They met/VBD/ROOT/1 in/IN/prep/1 Oslo/NNP/pobj/2 on/IN/prep/1 Monday/NNP/pobj/4 .", published: "2014-05-14")
    try TimesTests.reader.get().read(&story)
    var dateline = try #require(story.times.first)
    dateline.tokens = 0..<0
    dateline.value = "2014-05-14"
    story.times.insert(dateline, at: 0)
    #expect(story.time(governing: 1) == 1)
  }

  @Test func `a noun without a time of its own takes its verb's`() throws {
    #expect(try value("They held/VBD/ROOT/1 talks/NNS/dobj/1 on/IN/prep/1 Monday/NNP/pobj/3 .", at: 2) == "2014-05-12")
  }

  @Test func `what only bounds it is not when it happens, nor is how long it takes`() throws {
    #expect(try value("They met/VBD/ROOT/1 since/IN/prep/1 1999/CD/pobj/2 .", at: 1) == nil)
    #expect(try value("They talked/VBD/ROOT/1 for/IN/prep/1 three/CD/nummod/4 days/NNS/pobj/2 .", at: 1) == nil)
  }
}
