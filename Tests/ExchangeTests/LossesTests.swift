import Exchange
import Record
import Testing

@Suite("Losses")
struct LossesTests {
  @Test func `the report says what was written, what was left out and why, and what has no place`() throws {
    let lines = try Story().export(as: .polecat).1.description.split(separator: "\n")
    #expect(lines[0] == "4 records written from 1 article, 2 left out")
    #expect(lines[1] == "  left out\t1\tevents that are denied: they did not happen")
    #expect(lines.contains("  not held\t1\trelays of statements"))
  }

  @Test func `nothing of the record is lost in its own layout`() throws {
    for name in [LayoutName.jsonl, .csv] {
      let losses = try Story().export(as: name).1
      #expect(losses.leftOut.isEmpty && losses.gaps.isEmpty && losses.unheld.isEmpty)
    }
  }

  @Test(arguments: LayoutName.allCases.filter { $0 != .sqlite })
  func `an article of which nothing is known is no error`(name: LayoutName) throws {
    var story = Story()
    story.readout.events[0].actors.removeAll()
    story.readout.events[1].time = "t9"
    story.readout.statements[0].speaker = nil
    story.readout.statements[1].content = []
    story.readout.statements[2].content[0].end = 9_999
    story.readout.positions[0].statement = nil
    story.readout.agenda[0].event = nil
    story.readout.document.published = "soon"
    story.readout.document.sentences = []
    _ = try story.export(as: name)
  }
}
