import Archive
import Record
import Testing

struct HappeningTests {
  /// A meeting of ministers on the Sound ferry, as an article tells of it.
  private func account(
    _ ref: String, _ voice: String? = nil, day: String = "Monday", on value: String = "2021-03-01", ships: Int = 12,
    guest: String = "Åke Berg", opening: String = "", published: String = "2021-03-02"
  ) -> Story {
    let told = "Ada Lind met \(guest) in Malmö on \(day) to talk about \(ships) ferries laid up in winter storms"
    // So that no article is a copy of another.
    let own = (1...40).map { "\(ref)x\($0)" }.joined(separator: " ")
    var story = Story(
      "\(opening)\(told)\(voice.map { ", \($0) said" } ?? "").\nA date of Tuesday was first given.\n\(own)",
      day: published,
      ref: ref)
    story.name("Ada Lind", of: "NOR")
    story.name(guest, of: "SWE")
    story.time(day, value)
    story.time("Tuesday", "2021-03-02")
    story.place("Malmö", of: "SWE")
    if let voice {
      story.name(voice, .country, of: Shelf.states(voice))
      story.says(voice, told)
    }
    story.happens(
      "met", .consult, ["Ada Lind", guest], time: day, place: "Malmö", within: voice != nil)
    return story
  }

  private func happenings(
    _ archive: Archive, _ ask: (inout EventQuestion) -> Void = { _ in }
  ) throws -> [Happening] {
    var question = EventQuestion()
    ask(&question)
    return try archive.answer(question).happenings
  }

  /// Which articles tell of one event, by reference.
  private func groups(_ archive: Archive) throws -> [[String]] {
    try happenings(archive) { $0.accounts = true }.map { happening in
      (happening.accounts.isEmpty ? [happening.best] : happening.accounts.map(\.report))
        .compactMap(\.citation.source.ref).sorted()
    }.sorted { $0.joined() < $1.joined() }
  }

  @Test func `two sides' accounts of one meeting are one event, with what they disagree on`() throws {
    let shelf = try Shelf([
      account("n1", "Norway"), account("n2", "Sweden", ships: 9), account("n3", opening: "Reporters saw how "),
    ])
    let found = try happenings(shelf.archive) { $0.parties = [.state("NOR"), .state("SWE")] }
    let happening = try #require(found.first)
    #expect(found.count == 1)
    #expect(happening.reports == "3 articles")
    #expect(happening.sides.map(\.voice?.name) == ["Norway", "Sweden", nil])
    #expect(happening.sides.map(\.citation.source.ref) == ["n1", "n2", "n3"])
    let disagreement = try #require(happening.disagreements.first)
    #expect(happening.disagreements.map(\.summary) == ["figures differ: 12 ferries, 9 ferries"])
    #expect(disagreement.versions.map(\.articles) == [2, 1])
    #expect(disagreement.versions[1].citation.source.ref == "n2")
    #expect(disagreement.versions[1].citation.words.contains("9 ferries"))
    #expect(happening.accounts.isEmpty)
  }

  @Test func `all accounts stand side by side where they are asked for`() throws {
    let shelf = try Shelf([account("n1", "Sweden"), account("n2", "Norway"), account("n3", "Sweden", opening: "So ")])
    let accounts = try #require(happenings(shelf.archive) { $0.accounts = true }.first?.accounts)
    #expect(accounts.map(\.voice?.name) == ["Norway", "Sweden", "Sweden"])
    #expect(accounts.map(\.report.citation.source.ref) == ["n2", "n1", "n3"])
  }

  @Test func `who was there, if the lists cannot both be right, is a disagreement`() throws {
    let shelf = try Shelf([account("n1"), account("n2", guest: "Siv Holm"), account("n3", guest: "Berg")])
    let happening = try #require(happenings(shelf.archive).first)
    #expect(happening.articles == 3)
    #expect(happening.disagreements.map(\.aspect) == [.people])
    #expect(happening.disagreements.first?.of == "SWE")
    #expect(Set(happening.disagreements[0].versions.map(\.value)) == ["Åke Berg", "Siv Holm", "Berg"])
  }

  @Test func `copies count as one report`() throws {
    let rest = """
      \nThe ministers walked along the quay, looked at idle ships and spoke for two hours in the harbour master's house.
      Fishermen watched from the pier, where the last crossing had been cancelled in a storm eleven weeks before.
      """
    func copy(_ ref: String) -> Story {
      var story = Story("Ada Lind met Åke Berg in Malmö on Monday." + rest, day: "2021-03-02", ref: ref, publisher: ref)
      story.name("Ada Lind", of: "NOR")
      story.name("Åke Berg", of: "SWE")
      story.time("Monday", "2021-03-01")
      story.happens("met", .consult, ["Ada Lind", "Åke Berg"], time: "Monday")
      return story
    }
    let shelf = try Shelf([copy("n1"), copy("n2"), account("n3")])
    let happening = try #require(happenings(shelf.archive) { $0.accounts = true }.first)
    #expect(happening.reports == "3 articles, 2 independent")
    #expect(happening.accounts.map(\.report.articles).sorted() == [1, 2])
  }

  @Test func `an article's new version takes its account along`() throws {
    let shelf = try Shelf([account("n1"), account("n2")])
    #expect(try groups(shelf.archive) == [["n1", "n2"]])
    try shelf.archive.store(account("n2", day: "12 March", on: "2021-03-12", published: "2021-03-13").readout)
    #expect(try groups(shelf.archive) == [["n1"], ["n2"]])
    #expect(try shelf.archive.check() == [])
  }

  @Test func `a correction moves an event to where it belongs`() throws {
    let shelf = try Shelf([
      account("n1"), account("n2", day: "12 March", on: "2021-03-12", published: "2021-03-13"),
      account("n3", day: "12 March", on: "2021-03-12", published: "2021-03-13"),
    ])
    #expect(try groups(shelf.archive) == [["n1"], ["n2", "n3"]])
    let article = try shelf.archive.article(called: "n3")
    try shelf.archive.correct(
      .event("v1"), of: article, .edit, fields: .object(["time": .string("t2")]), who: "ada", why: "misdated")
    #expect(try groups(shelf.archive) == [["n1", "n3"], ["n2"]])
    #expect(try happenings(shelf.archive).last?.disagreements.map(\.aspect) == [.day])
    #expect(try shelf.archive.check() == [])
  }

  @Test func `a story that is taken back tells of nothing`() throws {
    let shelf = try Shelf([account("n1"), account("n2")])
    let text = account("n1").readout.document.text
    _ = try shelf.archive.receive(ref: "n1", uri: nil, text: text, arrival: Arrival(status: .canceled))
    #expect(try groups(shelf.archive) == [["n2"]])
    #expect(try shelf.archive.check() == [])
  }

  @Test func `a repair makes the same groups`() throws {
    let shelf = try Shelf(
      (1...9).map { number in
        let day = "2021-03-0\(number % 3 * 3 + 1)"
        return account("n\(number)", day: "day \(number)", on: day, ships: number, published: day)
      })
    let groups = try groups(shelf.archive)
    #expect(groups == [["n1", "n4", "n7"], ["n2", "n5", "n8"], ["n3", "n6", "n9"]])
    _ = try shelf.archive.rebuild()
    #expect(try self.groups(shelf.archive) == groups)
    #expect(try shelf.archive.check() == [])
  }

  @Test func `pages tell each event once, wherever its accounts stand`() throws {
    let shelf = try Shelf(
      (1...8).map { number in
        account(
          "n\(number)", day: "day \(number)", on: "2021-03-0\(number % 2 * 4 + number % 3 % 2 + 1)",
          published: "2021-03-09")
      })
    var question = EventQuestion()
    question.limit = 1
    var pages: [[Int64]] = []
    repeat {
      let answer = try shelf.archive.answer(question)
      pages.append(answer.happenings.compactMap(\.id))
      question.after = answer.next
    } while question.after != nil && pages.count < 20
    #expect(pages.map(\.count) == pages.map { _ in 1 })
    #expect(Set(pages).count == pages.count)
    #expect(try Set(happenings(shelf.archive).compactMap(\.id)) == Set(pages.joined()))
    #expect(pages.count < 8)
  }

  @Test func `the surest account is one of those asked for`() throws {
    var ahead = account("n1", published: "2021-02-27")
    ahead.change { $0.events[0].status = .future }
    let shelf = try Shelf([ahead, account("n2")])
    // What was announced is no account of what happened.
    #expect(try happenings(shelf.archive).map(\.best.status) == ["actual"])
    #expect(try happenings(shelf.archive).map(\.articles) == [1])
    let planned = try happenings(shelf.archive) { $0.statuses = [.future] }
    #expect(planned.map(\.best.status) == ["future"])
    #expect(planned.map(\.articles) == [2])
  }

  @Test func `a brief says in a few words how far accounts agree`() throws {
    let shelf = try Shelf([account("n1", "Norway"), account("n2", "Sweden", ships: 9)])
    let today = try #require(CalendarDay("2021-03-03"))
    let brief = try shelf.archive.answer(
      BriefQuestion(
        .pair(.state("NOR"), .state("SWE")), name: "NOR-SWE", period: Period(first: today + -9, last: today),
        today: today))
    let line = try #require(brief.sections.first { $0.heading == "Who met" }?.lines.first)
    #expect(line.text == "Ada Lind, Åke Berg: consult, Malmö (2 articles; figures differ: 12 ferries, 9 ferries)")
    #expect(line.quotes.count == 2)
  }

  @Test func `one statement in several articles is one line, with wordings and relays`() throws {
    func quote(_ ref: String, _ words: String, relay: String? = nil) -> Story {
      var story = Story(
        "\(words), Ada Lind said\(relay.map { ", \($0) reported" } ?? "").", day: "2021-03-02", ref: ref)
      story.name("Ada Lind", of: "NOR")
      if let relay { story.name(relay, .organization, of: "SWE") }
      story.says("Ada Lind", words, relay: relay)
      story.change { $0.statements[0].quotation = .direct }
      return story
    }
    let shelf = try Shelf([
      quote("n1", "“The ferry sails again before the herring season ends”"),
      quote("n2", "“ferry sails again before the herring season ends”", relay: "Malmö Post"),
      quote("n3", "“The ferry sails again before the herring season ends”"),
      quote("n4", "“Nobody asked the islanders about tolls or timetables”"),
    ])
    var question = StatementQuestion()
    let statements = try shelf.archive.answer(question).statements
    #expect(statements.map(\.citation.source.ref) == ["n4", "n3"])
    #expect(statements.map(\.articles) == [1, 3])
    #expect(statements[1].reports.map(\.citation.source.ref) == ["n2"])
    #expect(statements[1].reports.first?.relays.map(\.name) == ["Malmö Post"])
    question.limit = 1
    var refs: [String?] = []
    repeat {
      let answer = try shelf.archive.answer(question)
      refs += answer.statements.map(\.citation.source.ref)
      question.after = answer.next
    } while question.after != nil && refs.count < 9
    #expect(refs == ["n4", "n3"])
  }
}
