import Exchange
import Record
import Testing

@Suite("The calendar")
struct CalendarTests {
  private func lines(_ story: Story) throws -> [String] {
    let text = try #require(try story.export(as: .ical).0[CalendarLayout.file])
    return text.unicodeScalars.split(separator: "\n").map { String($0) }
  }

  @Test func `only plans for a day are appointments`() throws {
    let (files, losses) = try Story().export(as: .ical)
    #expect(files[CalendarLayout.file]?.contains("DTSTART;VALUE=DATE:20180504\r\n") == true)
    #expect(losses.written == 1)
    #expect(losses.leftOut[.noPlannedDay] == 1)
  }

  @Test func `lines end in CRLF, are at most 75 octets long and split no character`() throws {
    var story = Story()
    story.readout.entities[1].name = String(repeating: "安倍晋三é", count: 20)
    let lines = try lines(story)
    for line in lines {
      #expect(line.utf8.last == 0x0D)
      #expect(line.utf8.count <= 76)
      #expect(!line.unicodeScalars.contains("\u{FFFD}"))
    }
    let unfolded = lines.map { $0.hasPrefix(" ") ? String($0.dropFirst()) : "\n" + $0 }.joined()
    #expect(unfolded.filter { $0 != "\r" }.contains(String(repeating: "安倍晋三é", count: 20)))
  }

  @Test func `commas, semicolons, backslashes and line breaks are escaped`() throws {
    var story = Story()
    story.readout.entities[1].name = "A, B; C\\D\r\nE"
    #expect(try lines(story).contains { $0.hasPrefix("SUMMARY:A\\, B\\; C\\\\D\\nE\\, North Korea: visit") })
  }

  @Test func `a plan keeps its identifier when its day moves, and a correction raises its sequence`() throws {
    var moved = Story()
    moved.readout.times[2].value = "2018-05-05"
    moved.context.revision = 1
    let (before, after) = (try lines(Story()), try lines(moved))
    #expect(before.first { $0.hasPrefix("UID") } == after.first { $0.hasPrefix("UID") })
    #expect(after.contains("SEQUENCE:1\r"))
    #expect(after.contains("DTSTART;VALUE=DATE:20180505\r"))
  }

  @Test func `the last day of a longer plan is inside it`() throws {
    var story = Story()
    story.readout.times[2].end = "2018-05-31"
    #expect(try lines(story).contains("DTEND;VALUE=DATE:20180601\r"))
  }

  @Test func `the stamp is the time of ingest or of publication, never the clock`() throws {
    var story = Story()
    #expect(try lines(story).contains("DTSTAMP:20180314T000000Z\r"))
    story.context.ingested = "2018-03-15T01:02:03Z"
    #expect(try lines(story).contains("DTSTAMP:20180315T010203Z\r"))
    story.context.ingested = nil
    story.readout.document.published = nil
    #expect(try story.export(as: .ical).1.leftOut[.noStamp] == 1)
  }
}
