import Comparison
import Record
import Testing

@Suite struct EventTests {
  /// A meeting of the foreign ministers of Norway and Peru, or of others, as an article tells of it.
  private func meeting(
    _ article: Int = 0, on day: String = "2020-02-03", of first: String = "Solveig Dahl",
    and second: String = "Rosa Quispe",
    in place: String = "Oslo", country: String = "NOR", at point: (Double, Double)? = nil, voice: String? = nil,
    relay: String? = nil, ships: Int = 12, status: EventStatus = .actual
  ) throws -> EventAccount {
    var record = RecordBuilder(
      "\(first) and \(second) met in \(place) on \(day) to talk about \(ships) trawlers seized near northern islands.",
      published: day)
    let parties = [record.entity(first, .person, "NOR"), record.entity(second, .person, "PER")]
    var statement: String?
    if let voice {
      let relay = relay.map { record.entity($0, .country, $0) }
      statement = record.statement(
        by: record.entity(voice, .country, voice), "met in \(place)", .indirect, relay: relay)
    }
    let (time, location) = (record.time(day, day), record.place(place, country))
    if let point { (record.readout.places[0].latitude, record.readout.places[0].longitude) = point }
    record.event(.consult, parties, "met", time: time, place: location, within: statement, status: status)
    return try #require(EventAccount.all(of: record.readout, article: article).first)
  }

  /// An act of Norway's towards Peru.
  private func act(
    _ article: Int, _ text: String, _ type: EventType, _ trigger: String, published: String? = "2020-02-03",
    time: (String, String)? = nil
  ) throws -> EventAccount {
    var record = RecordBuilder(text, published: published)
    let parties = [record.entity("Norway", .country, "NOR"), record.entity("Peru", .country, "PER")]
    record.event(type, parties, trigger, time: time.map { record.time($0.0, $0.1) })
    return try #require(EventAccount.all(of: record.readout, article: article).first)
  }

  @Test func `two meetings of the same two on different days are two`() throws {
    let first = try meeting(0)
    #expect(EventLink(first, try meeting(1)) != nil)
    #expect(EventLink(first, try meeting(1, on: "2020-02-10")) == nil)
  }

  @Test func `the same day with other people is another meeting`() throws {
    let other = try meeting(1, of: "Per Lunde", and: "Luis Prado", in: "Lima", country: "PER")
    #expect(EventLink(try meeting(0), other) == nil)
  }

  @Test func `an event fits what others tell of one only if none of them excludes it`() throws {
    let (first, second) = (try meeting(0), try meeting(1, on: "2020-02-04"))
    let third = try meeting(2, on: "2020-02-05")
    #expect(EventLink(first, second) != nil && EventLink(second, third) != nil)
    #expect(EventLink.strength(of: third, among: [second]) != nil)
    #expect(EventLink.strength(of: third, among: [first, second]) == nil)
    #expect(EventLink.strength(of: third, among: []) == nil)
  }

  @Test func `what two states do on one day is one event only where the words say so`() throws {
    let first = try act(
      0, "On Monday Norway accused Peru of seizing trawlers near the northern islands.", .accuse, "accused",
      time: ("Monday", "2020-02-03"))
    let again = try act(
      1, "Norway accused Peru on Monday of seizing three trawlers off its northern islands.", .accuse, "accused",
      time: ("Monday", "2020-02-03"))
    let other = try act(
      2, "On Monday Norway accused Peru of dumping copper on world markets.", .accuse, "accused",
      time: ("Monday", "2020-02-03"))
    #expect(EventLink(first, again) != nil)
    #expect(EventLink(first, other) == nil)
  }

  @Test func `without any day only the same words tell that it is one event`() throws {
    let text = "Norway accused Peru of seizing trawlers near the northern islands and jailing their crews."
    let first = try act(0, text, .accuse, "accused", published: nil)
    #expect(EventLink(first, try act(1, text, .accuse, "accused", published: nil)) != nil)
    let alike = "Norway accused Peru of seizing trawlers near the southern cape and beating sailors."
    #expect(EventLink(first, try act(1, alike, .accuse, "accused", published: nil)) == nil)
  }

  @Test func `accounts of one event share a key`() throws {
    let first = try meeting(0, on: "2020-02-02")
    let second = try meeting(1, on: "2020-02-03", of: "Kari Moe")
    #expect(!first.searchKeys.isDisjoint(with: second.keys))
    #expect(!second.searchKeys.isDisjoint(with: first.keys))
    #expect(first.searchKeys.isDisjoint(with: try meeting(2, on: "2020-06-03").keys))
  }

  @Test func `an account is the same after it was kept as bytes`() throws {
    let account = try meeting(3, at: (59.91, -10.75), voice: "PER")
    #expect(EventAccount(article: 3, bytes: account.bytes) == account)
    for count in account.bytes.indices {
      #expect(EventAccount(article: 3, bytes: Array(account.bytes.prefix(count))) == nil)
    }
    for place in account.bytes.indices {
      var damaged = account.bytes
      damaged[place] ^= 0xFF
      _ = EventAccount(article: 3, bytes: damaged)?.searchKeys
    }
  }

  @Test func `one meeting by two sides is one, with what they say differently`() throws {
    let event = LinkedEvent([
      try meeting(0, at: (59.91, 10.75), voice: "NOR"),
      try meeting(1, on: "2020-02-04", in: "Bergen", at: (60.39, 5.32), voice: "PER", ships: 9),
      try meeting(2, at: (59.91, 10.75)),
    ])
    #expect(EventLink(event.accounts[0], event.accounts[1]) != nil)
    #expect(event.sides.map(\.voice) == ["NOR", "PER", nil])
    #expect(event.sides.map(\.accounts) == [[0], [1], [2]])
    let said = Dictionary(uniqueKeysWithValues: event.disagreements.map { ($0.aspect, $0.versions) })
    #expect(said[.day]?.map(\.values) == [["2020-02-03"], ["2020-02-04"]])
    #expect(said[.day]?.map(\.accounts) == [[0, 2], [1]])
    #expect(said[.place]?.map(\.values) == [["place:oslo/NOR"], ["place:bergen/NOR"]])
    #expect(said[.figure(unit: "trawlers")]?.map(\.values) == [["12"], ["9"]])
    #expect(said.count == 3)
  }

  @Test func `what is told on, is told on the word of whoever passed it on`() throws {
    #expect(try meeting(voice: "NOR", relay: "PER").voice == "PER")
  }

  @Test func `what only one account says, or says more fully, is no disagreement`() throws {
    let hall = try meeting(1, of: "Dahl", in: "Akershus")
    #expect(LinkedEvent([try meeting(0, at: (59.91, 10.75)), hall]).disagreements.isEmpty)
  }

  @Test func `what one side denies is a disagreement`() throws {
    let event = LinkedEvent([try meeting(0), try meeting(1, status: .negated)])
    #expect(EventLink(event.accounts[0], event.accounts[1]) != nil)
    #expect(event.disagreements.map(\.aspect) == [.status])
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
