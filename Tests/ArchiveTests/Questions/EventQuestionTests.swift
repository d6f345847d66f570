import Archive
import Record
import Testing

struct EventQuestionTests {
  private let shelf: Shelf

  init() throws { shelf = try Shelf() }

  private func events(_ ask: (inout EventQuestion) -> Void) throws -> [EventReport] {
    var question = EventQuestion()
    ask(&question)
    return try shelf.archive.answer(question).happenings.map(\.best)
  }

  @Test func `finds what happened between two states`() throws {
    let found = try events {
      $0.types = [.consult]
      $0.parties = [.state("SWE"), .state("NOR")]
      $0.statuses = [.actual]
    }
    #expect(found.map(\.day) == ["2021-04-19", "2021-03-01"])
    #expect(found.first?.citation.words == "Åke Berg and Ada Lind met in Oslo on 19 April, officials said.")
    #expect(found.first?.actors.map(\.name) == ["Åke Berg", "Ada Lind"])
  }

  @Test func `finds what happened between two people`() throws {
    let found = try events {
      $0.parties = [.actors(["person:ada lind/NOR"]), .actors(["person:ake berg/SWE"])]
      $0.place = "malmö"
    }
    #expect(found.map(\.id) == ["v1"])
    #expect(try events { $0.parties = [.state("NOR", alone: true)] }.isEmpty)
  }

  @Test func `pages follow each other, for pairs of states as for all`() throws {
    for parties in [[], [Party.state("NOR"), .state("SWE")]] {
      var question = EventQuestion()
      question.parties = parties
      question.limit = 1
      var days: [String] = []
      repeat {
        let answer = try shelf.archive.answer(question)
        days += answer.happenings.map { $0.best.day ?? "" }
        question.after = answer.next
      } while question.after != nil
      #expect(days == ["2021-04-19", "2021-04-12", "2021-03-01"])
    }
  }

  @Test func `places tell what happens there`() throws {
    var question = PlaceQuestion()
    #expect(try shelf.archive.answer(question).places.map(\.name) == ["Oslo", "Malmö"])
    question.name = "Oslo"
    let answer = try shelf.archive.answer(question)
    #expect(answer.events.count == 2)
    #expect(answer.places.first?.last == "2021-04-19")
  }

  @Test func `the network counts what happened, with the mean of the scores`() throws {
    var question = NetworkQuestion()
    question.interval = .month
    let links = try shelf.archive.answer(question).links
    #expect(links.map(\.interval) == ["2021-03", "2021-04"])
    #expect(links.map(\.events) == [1, 1])
    #expect(links.first?.meanScore == 2.5)
  }

  @Test func `the network adds up whole months and parts of months alike`() throws {
    let shelf = try Shelf(
      [("2020-12-31", 1), ("2021-01-01", 2), ("2021-01-31", 3), ("2021-02-14", 4), ("2021-02-15", 5)].map {
        day, score in
        var story = Story("Norway thanked Sweden on the radio.", day: day, ref: day)
        story.name("Norway", .country, of: "NOR")
        story.name("Sweden", .country, of: "SWE")
        story.happens("thanked", .support, ["Norway"], to: ["Sweden"], score: Double(score))
        return story
      })
    func link(_ first: String?, _ last: String?) throws -> NetworkAnswer.Link? {
      var question = NetworkQuestion()
      question.period = Period(first: first.flatMap { CalendarDay($0) }, last: last.flatMap { CalendarDay($0) })
      return try shelf.archive.answer(question).links.first
    }
    #expect(try link(nil, nil)?.events == 5)
    #expect(try link("2021-01-01", "2021-01-31")?.events == 2)
    #expect(try link("2020-12-31", "2021-02-14")?.meanScore == 2.5)
    #expect(try link("2020-12-15", "2021-01-15")?.events == 2)
    #expect(try link("2021-02-10", "2021-02-14")?.first == "2021-02-14")
    #expect(try link("2021-01-02", nil)?.events == 3)
    #expect(try link(nil, "2021-01-30")?.last == "2021-01-01")
    #expect(try link("2021-02-16", nil) == nil)
  }

  @Test func `what a new version of an article no longer tells leaves the network`() throws {
    var story = Story("Norway thanked Sweden, and Denmark too.", day: "2021-05-01", ref: "n9")
    story.name("Norway", .country, of: "NOR")
    story.name("Sweden", .country, of: "SWE")
    story.happens("thanked", .support, ["Norway"], to: ["Sweden"])
    let shelf = try Shelf([story])
    #expect(try shelf.archive.answer(NetworkQuestion()).links.map(\.b) == ["SWE"])
    try shelf.archive.store(Story("Correction: Norway thanked nobody.", day: "2021-05-01", ref: "n9").readout)
    #expect(try shelf.archive.answer(NetworkQuestion()).links.isEmpty)
    #expect(try shelf.archive.check().isEmpty)
  }

  @Test func `a timeline runs by day and folds tellings of one event`() throws {
    var again = Story("Lind and Berg met in Oslo.", day: "2021-04-21", ref: "n4")
    again.name("Ada Lind", of: "NOR", words: "Lind")
    again.name("Åke Berg", of: "SWE", words: "Berg")
    again.time("in Oslo", "2021-04-19")
    again.happens("met", .consult, ["Ada Lind", "Åke Berg"], time: "in Oslo")
    try shelf.archive.store(again.readout)
    var question = TimelineQuestion()
    question.parties = [.state("NOR"), .state("SWE")]
    let entries = try shelf.archive.answer(question).entries
    #expect(entries.map(\.day) == ["2021-03-01", "2021-04-19"])
    #expect(entries.map(\.articles) == [1, 2])
  }

  @Test func `those to whom something is done together have nothing to do with each other`() throws {
    var story = Story("Denmark urged Norway and Sweden to talk.", day: "2021-05-01", ref: "n9")
    story.name("Denmark", .country, of: "DNK")
    story.name("Norway", .country, of: "NOR")
    story.name("Sweden", .country, of: "SWE")
    story.happens("urged", .request, ["Denmark"], to: ["Norway", "Sweden"])
    let shelf = try Shelf([story])
    let links = try shelf.archive.answer(NetworkQuestion()).links
    #expect(links.map { [$0.a, $0.b] } == [["DNK", "NOR"], ["DNK", "SWE"]])
  }
}
