import Comparison
import Record
import Testing

@Suite struct EventTests {
  /// A meeting of the foreign ministers of Norway and Peru, or of others, as an article tells of it.
  private func meeting(
    _ article: Int, on day: String, of first: String = "Solveig Dahl", and second: String = "Rosa Quispe",
    in place: String = "Oslo",
    country: String = "NOR", voice: String? = nil, ships: Int = 12, status: EventStatus = .actual
  ) -> [EventAccount] {
    var record = RecordBuilder(
      "\(first) and \(second) met in \(place) on \(day) to talk about \(ships) ships held in the north.", published: day
    )
    let parties = [record.entity(first, .person, "NOR"), record.entity(second, .person, "PER")]
    var statement: String?
    if let voice {
      statement = record.statement(by: record.entity(voice, .country, voice), "met in \(place)", .indirect)
    }
    let (time, location) = (record.time(day, day), record.place(place, country))
    record.event(.consult, parties, "met", time: time, place: location, within: statement, status: status)
    return EventAccount.all(of: record.readout, article: article)
  }

  @Test func `two meetings of the same two on different days are two`() {
    let events = LinkedEvents(
      meeting(0, on: "2020-02-03") + meeting(1, on: "2020-02-03") + meeting(2, on: "2020-02-10")
    ).events
    #expect(events.map { $0.accounts.map(\.article) } == [[0, 1], [2]])
  }

  @Test func `the same day with other people is another meeting`() {
    let events = LinkedEvents(
      meeting(0, on: "2020-02-03")
        + meeting(1, on: "2020-02-03", of: "Per Lunde", and: "Luis Prado", in: "Lima", country: "PER")
    )
    .events
    #expect(events.count == 2)
  }

  @Test func `one meeting by two sides is one, with what they say differently`() throws {
    let events = LinkedEvents(
      meeting(0, on: "2020-02-03", voice: "NOR") + meeting(1, on: "2020-02-04", in: "Asker", voice: "PER", ships: 9)
        + meeting(2, on: "2020-02-03")
    ).events
    let event = try #require(events.first)
    #expect(events.count == 1)
    #expect(event.sides.map(\.voice) == ["NOR", "PER", nil])
    #expect(event.sides.map(\.accounts) == [[0], [1], [2]])
    let said = Dictionary(uniqueKeysWithValues: event.disagreements.map { ($0.aspect, $0.versions.map(\.value)) })
    #expect(said[.day] == ["2020-02-03", "2020-02-04"])
    #expect(said[.place] == ["place:oslo/NOR", "place:asker/NOR"])
    #expect(said[.figure(unit: "ships")] == ["12", "9"])
    #expect(said[.participants(state: "NOR")] == nil)
  }

  @Test func `what one side denies is a disagreement`() {
    let events = LinkedEvents(meeting(0, on: "2020-02-03") + meeting(1, on: "2020-02-03", status: .negated)).events
    #expect(events.count == 1)
    #expect(events.first?.disagreements.map(\.aspect) == [.status])
  }

  @Test(arguments: 0..<6)
  func `the order of the accounts does not matter`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let accounts = (0..<12).flatMap { meeting($0, on: "2020-02-0\(1 + $0 % 4 * 2)", ships: $0) }
    #expect(LinkedEvents(accounts.shuffled(using: &random)).events == LinkedEvents(accounts).events)
    #expect(LinkedEvents(accounts).events.count == 4)
  }

  @Test func `copies count as one report`() {
    let events = LinkedEvents(
      meeting(0, on: "2020-02-03") + meeting(1, on: "2020-02-03") + meeting(2, on: "2020-02-03")
    ).events
    let origins = OriginGroups([
      (ArticleText.harbor, Origin(wire: "Boreal", outlet: nil)),
      (ArticleText.harborCopy, Origin(wire: nil, outlet: "Fjord")),
      (ArticleText.orchestra, Origin(wire: nil, outlet: "Bergen Post")),
    ])
    #expect(events.first?.reports(in: origins) { $0 } == 2)
  }

  @Test(arguments: [
    ("2018", "2018-01-01/2018-12-31"), ("2020-02", "2020-02-01/2020-02-29"), ("2018-09-11", "2018-09-11"),
    ("2018-09-11T08:30", "2018-09-11"), ("2018-W36", "2018-09-03/2018-09-09"), ("2021-W01", "2021-01-04/2021-01-10"),
    ("1969-12-31", "1969-12-31"), ("0099-03-01", "0099-03-01"),
  ])
  func `days are read and written`(value: String, expected: String) {
    #expect(DayInterval(iso: value)?.description == expected)
  }

  @Test(arguments: [
    "", "XXXX-WXX-2", "2018-13", "2018-02-30", "FUTURE_REF", "P3D", "2018-W54", "2018-09-11-01", "+018",
  ])
  func `what names no day is none`(value: String) {
    #expect(DayInterval(iso: value) == nil)
  }
}
