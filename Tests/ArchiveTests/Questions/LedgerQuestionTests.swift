import Archive
import Record
import Testing

struct LedgerQuestionTests {
  private let shelf: Shelf

  init() throws { shelf = try Shelf() }

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  // MARK: Positions

  @Test func `a change of position is computed, and what the text claims is told apart`() throws {
    var question = PositionQuestion()
    question.holders = [.state("NOR"), .state("SWE")]
    question.issue = .keyword("tolls")
    let sides = try shelf.archive.answer(question).sides
    let norway = try #require(sides.first?.first)
    #expect(norway.stands.map(\.stances) == [["opposes"], ["supports"]])
    #expect(norway.stands[1].changedFrom == ["opposes"])
    #expect(norway.stands[1].claimed == "softened")
    #expect(
      norway.stands[1].citation.words == "Norway now supports tolls on the ferry, Ada Lind said, softening her stand.")
    #expect(norway.stands[1].previous?.source.ref == "n1")
    #expect(sides[1].first?.stands.map(\.isChange) == [false])
  }

  @Test func `a change shows in a period that leaves out what was before`() throws {
    var question = PositionQuestion()
    question.holders = [.state("NOR")]
    question.period = Period(first: try day("2021-04-01"))
    let stands = try shelf.archive.answer(question).sides[0].flatMap(\.stands)
    #expect(stands.map(\.changedFrom) == [["opposes"]])
  }

  @Test func `what is said on one day is no change`() throws {
    var story = Story("Norway said it wants tolls.\nNorway said it wants no tolls.", day: "2021-05-01", ref: "n5")
    story.name("Norway", .country, of: "NOR")
    story.says("Norway", "it wants tolls")
    story.stands("Norway", .supports, on: "tolls/NOR-SWE")
    story.says("Norway", "it wants no tolls")
    story.stands("Norway", .opposes, on: "tolls/NOR-SWE")
    try shelf.archive.store(story.readout)
    var question = PositionQuestion()
    question.issue = .key("tolls/NOR-SWE")
    let track = try #require(shelf.archive.answer(question).sides[0].first { $0.holder.key == "state:NOR" })
    #expect(track.stands.count == 2)
    #expect(track.stands[1].count == 3)
  }

  // MARK: Commitments

  private func outcome(today: String, adding stories: [Story] = []) throws -> CommitmentAnswer.Commitment {
    for story in stories { try shelf.archive.store(story.readout) }
    var question = CommitmentQuestion(today: try day(today))
    question.by = .state("NOR")
    return try #require(shelf.archive.answer(question).commitments.last)
  }

  private func deed(_ text: String, _ trigger: String, day: String, status: EventStatus = .actual) -> Story {
    var story = Story(text, day: day, ref: "deed of \(day)")
    story.name("Norway", .country, of: "NOR")
    story.name("Sweden", .country, of: "SWE")
    story.happens(trigger, .cooperate, ["Norway"], to: ["Sweden"], status: status)
    return story
  }

  @Test func `a promise of which no record tells is unknown, then overdue`() throws {
    let before = try outcome(today: "2021-04-30")
    #expect(before.outcome == .unknown)
    #expect(before.evidence.isEmpty)
    #expect(before.due == "2021-05-01")
    #expect(before.citation.words == "would normalize crossings by 1 May")
    #expect(try outcome(today: "2021-05-02").outcome == .overdue)
  }

  @Test func `a promise is kept by the deed that it names, in time`() throws {
    let kept = try outcome(
      today: "2021-06-01",
      adding: [deed("Norway normalized all crossings to Sweden.", "normalized", day: "2021-04-28")])
    #expect(kept.outcome == .kept)
    #expect(kept.evidence.first?.agreesIn == ["parties", "words", "day"])
    #expect(kept.evidence.first?.citation.words == "Norway normalized all crossings to Sweden.")
  }

  @Test func `another deed of the same two keeps no promise`() throws {
    let other = try outcome(
      today: "2021-06-01", adding: [deed("Norway sold timber to Sweden.", "sold", day: "2021-04-28")])
    #expect(other.outcome == .overdue)
  }

  @Test func `a promise is broken by a record that it was not done`() throws {
    let broken = try outcome(
      today: "2021-06-01",
      adding: [
        deed("Norway has not normalized crossings to Sweden.", "normalized", day: "2021-05-03", status: .negated)
      ])
    #expect(broken.outcome == .broken)
    #expect(broken.evidence.map(\.kind) == [.refusal])
  }

  @Test func `what was not done before its day breaks no promise`() throws {
    let open = try outcome(
      today: "2021-04-20",
      adding: [
        deed("Norway has not normalized crossings to Sweden.", "normalized", day: "2021-04-10", status: .negated)
      ])
    #expect(open.outcome == .unknown)
  }

  @Test func `a promise that was broken and then kept is kept, late`() throws {
    let late = try outcome(
      today: "2021-06-20",
      adding: [
        deed("Norway has not normalized crossings to Sweden.", "normalized", day: "2021-05-03", status: .negated),
        deed("Norway normalized all crossings to Sweden.", "normalized", day: "2021-06-10"),
      ])
    #expect(late.outcome == .kept)
    #expect(late.isLate)
    #expect(late.evidence.map(\.kind) == [.refusal, .deed])
    #expect(late.evidence.last?.agreesIn == ["parties", "words"])
  }

  @Test func `a promise of a day before it was made is not overdue`() throws {
    let story = aid(
      "Norway said it would send pumps by 20 May.", "it would send pumps by 20 May", day: "2021-08-01", ref: "n6")
    let shelf = try Shelf([story])
    let answer = try shelf.archive.answer(CommitmentQuestion(today: try day("2021-09-01")))
    #expect(answer.commitments.map(\.outcome) == [.unknown])
  }

  /// A promise for which the record has nobody that it was given to, of somebody whom it speaks of.
  private func aid(_ text: String, _ promise: String, day: String, ref: String) -> Story {
    var story = Story(text, day: day, ref: ref)
    story.name("Norway", .country, of: "NOR")
    story.name("Denmark", .country, of: "DNK")
    story.time("20 May", "2021-05-20")
    story.says("Norway", promise, act: .pledge, about: ["Denmark"])
    story.promises("Norway", promise, due: "20 May")
    return story
  }

  @Test func `a promise given to nobody by name is kept towards those of whom it speaks`() throws {
    let promise = aid(
      "Norway said it would send 40 pumps to Denmark's harbours by 20 May.",
      "it would send 40 pumps to Denmark's harbours by 20 May", day: "2021-05-10", ref: "n6")
    var deed = Story("Norway sent 40 pumps to the harbours of Denmark.", day: "2021-05-19", ref: "n7")
    deed.name("Norway", .country, of: "NOR")
    deed.name("Denmark", .country, of: "DNK")
    deed.happens("sent", .aid, ["Norway"], to: ["Denmark"])
    for story in [promise, deed] { try shelf.archive.store(story.readout) }
    var question = CommitmentQuestion(today: try day("2021-06-01"))
    question.by = .state("NOR")
    let answer = try #require(shelf.archive.answer(question).commitments.first)
    #expect(answer.to == nil)
    #expect(answer.outcome == .kept)
    #expect(!answer.isLate)
  }

  @Test func `a meeting that was promised is kept by a meeting on one of its days`() throws {
    var promise = Story("Lind said she would meet Berg in May.", day: "2021-04-20", ref: "n6")
    promise.name("Norway", .country, of: "NOR", words: "Lind")
    promise.name("Ada Lind", of: "NOR", words: "Lind")
    promise.name("Åke Berg", of: "SWE", words: "Berg")
    promise.time("May", "2021-05")
    promise.says("Ada Lind", "she would meet Berg in May", act: .pledge)
    promise.promises("Norway", to: "Åke Berg", "she would meet Berg in May", due: "May")
    promise.happens("meet", .consult, ["Ada Lind", "Åke Berg"], status: .future, time: "May")
    var meeting = Story("Talks were held on 20 May.", day: "2021-05-21", ref: "n7")
    meeting.name("Ada Lind", of: "NOR", words: "held")
    meeting.name("Åke Berg", of: "SWE", words: "Talks")
    meeting.time("20 May", "2021-05-20")
    meeting.happens("Talks", .consult, ["Ada Lind", "Åke Berg"], time: "20 May")
    for story in [promise, meeting] { try shelf.archive.store(story.readout) }
    var question = CommitmentQuestion(today: try day("2021-06-01"))
    question.words = "meet"
    let answer = try #require(shelf.archive.answer(question).commitments.first)
    #expect(answer.outcome == .kept)
    #expect(answer.evidence.map(\.agreesIn) == [["parties", "day"]])
  }

  @Test func `a promise for another day is the same promise`() throws {
    var story = Story("Norway said it would normalize crossings by 30 June.", day: "2021-04-15", ref: "n6")
    story.name("Norway", .country, of: "NOR")
    story.says("Norway", "it would normalize crossings by 30 June", act: .pledge)
    story.promises("Norway", "it would normalize crossings by 30 June")
    #expect(try outcome(today: "2021-04-20", adding: [story]).outcome == .repeated)
  }

  @Test func `a promise made again is repeated`() throws {
    var story = Story("Norway said it would normalize crossings by 1 May.", day: "2021-04-01", ref: "n6")
    story.name("Norway", .country, of: "NOR")
    story.name("Sweden", .country, of: "SWE", words: "crossings")
    story.says("Norway", "it would normalize crossings by 1 May", act: .pledge)
    story.promises("Norway", to: "Sweden", "would normalize crossings by 1 May")
    #expect(try outcome(today: "2021-04-20", adding: [story]).outcome == .repeated)
  }

  @Test func `open promises are those that are neither kept nor broken`() throws {
    try shelf.archive.store(
      deed("Norway normalized all crossings to Sweden.", "normalized", day: "2021-04-28").readout)
    var question = CommitmentQuestion(today: try day("2021-06-01"))
    #expect(try shelf.archive.answer(question).commitments.count == 1)
    question.onlyOpen = true
    #expect(try shelf.archive.answer(question).commitments.isEmpty)
  }

  // MARK: Agenda

  @Test func `a plan is followed from its announcement to what came of it`() throws {
    let plans = try shelf.archive.answer(AgendaQuestion(from: day("2021-03-01"), today: day("2021-05-01"))).plans
    #expect(plans.count == 1)
    let plan = try #require(plans.first)
    #expect(plan.steps.map(\.kind) == [.announced, .moved, .held])
    #expect(plan.steps.map(\.due) == ["2021-04-12", "2021-04-19", "2021-04-19"])
    #expect(plan.status == .held)
    #expect(plan.place == "Oslo")
    #expect(plan.steps[2].agreesIn.starts(with: ["parties", "day"]))
    #expect(plan.steps[2].citation.words == "Åke Berg and Ada Lind met in Oslo on 19 April, officials said.")
  }

  @Test func `a meeting at another place is another plan`() throws {
    var story = Story("Lind and Berg will meet in Bergen on 21 April.", day: "2021-04-11", ref: "n7")
    story.name("Ada Lind", of: "NOR", words: "Lind")
    story.name("Åke Berg", of: "SWE", words: "Berg")
    story.time("21 April", "2021-04-21")
    story.place("Bergen", of: "NOR")
    story.happens(
      "will meet", .agree, ["Ada Lind", "Åke Berg"], status: .future, time: "21 April", place: "Bergen")
    story.plans("will meet in Bergen on 21 April")
    try shelf.archive.store(story.readout)
    let plans = try shelf.archive.answer(AgendaQuestion(from: day("2021-04-15"), today: day("2021-04-15"))).plans
    #expect(plans.map(\.place) == ["Oslo", "Bergen"])
    #expect(plans.map(\.status) == [.held, .planned])
  }

  @Test func `a plan that is called off is cancelled`() throws {
    var story = Story("Berg will not meet Lind in Oslo.", day: "2021-04-12", ref: "n8")
    story.name("Ada Lind", of: "NOR", words: "Lind")
    story.name("Åke Berg", of: "SWE", words: "Berg")
    story.place("Oslo", of: "NOR")
    story.happens("meet", .consult, ["Åke Berg", "Ada Lind"], status: .negated, place: "Oslo")
    let shelf = try Shelf(Array(Shelf.stories.prefix(2)) + [story])
    let plans = try shelf.archive.answer(AgendaQuestion(from: day("2021-03-01"), today: day("2021-05-01"))).plans
    #expect(plans.map(\.status) == [.cancelled])
    #expect(plans.first?.steps.last?.citation.words == "Berg will not meet Lind in Oslo.")
  }

  @Test func `a plan whose day is past without a record says so`() throws {
    let shelf = try Shelf([Shelf.stories[0]])
    let plans = try shelf.archive.answer(AgendaQuestion(from: day("2021-03-01"), today: day("2021-05-01"))).plans
    #expect(plans.map(\.status) == [.past])
    #expect(plans.first?.steps.count == 1)
  }

  @Test func `something else that was refused or not done cancels no plan`() throws {
    var story = Story("Sweden has not opened its harbours to Norway.", day: "2021-04-12", ref: "n8")
    story.name("Norway", .country, of: "NOR")
    story.name("Sweden", .country, of: "SWE")
    story.happens("opened", .concede, ["Sweden"], to: ["Norway"], status: .negated)
    story.happens("not", .reject, ["Sweden"], to: ["Norway"])
    let shelf = try Shelf(Array(Shelf.stories.prefix(2)) + [story])
    let plans = try shelf.archive.answer(AgendaQuestion(from: day("2021-03-01"), today: day("2021-05-01"))).plans
    #expect(plans.map(\.status) == [.past])
  }

  @Test func `what is due without an event is the plan of who promised it, and follows its days`() throws {
    let first = aid(
      "Norway said it would send 40 pumps to Denmark by 20 May.", "it would send 40 pumps to Denmark by 20 May",
      day: "2021-05-10", ref: "n6")
    var second = Story("Norway said it would send the pumps by 27 May.", day: "2021-05-18", ref: "n7")
    second.name("Norway", .country, of: "NOR")
    second.time("27 May", "2021-05-27")
    second.says("Norway", "it would send the pumps by 27 May", act: .pledge)
    second.promises("Norway", "it would send the pumps by 27 May", due: "27 May")
    let shelf = try Shelf([])
    for var story in [first, second] {
      story.plansLastTime(story.readout.commitments[0].content)
      try shelf.archive.store(story.readout)
    }
    var question = AgendaQuestion(from: try day("2021-05-01"), today: try day("2021-05-19"))
    question.parties = [.state("NOR")]
    let plans = try shelf.archive.answer(question).plans
    #expect(plans.map(\.due) == ["2021-05-27"])
    #expect(plans.first?.parties.map(\.name) == ["Norway"])
    #expect(plans.first?.steps.map(\.kind) == [.announced, .moved])
    question.parties = [.state("SWE")]
    #expect(try shelf.archive.answer(question).plans.isEmpty)
  }

  @Test func `a meeting that nobody in particular called off is cancelled`() throws {
    var story = Story("The meeting of Berg and Lind in Oslo was cancelled.", day: "2021-04-11", ref: "n8")
    story.name("Ada Lind", of: "NOR", words: "Lind")
    story.name("Åke Berg", of: "SWE", words: "Berg")
    story.place("Oslo", of: "NOR")
    story.happens("cancelled", .reject, [], to: ["Åke Berg", "Ada Lind"], mode: "meet", place: "Oslo")
    let shelf = try Shelf(Array(Shelf.stories.prefix(2)) + [story])
    let plans = try shelf.archive.answer(AgendaQuestion(from: day("2021-03-01"), today: day("2021-05-01"))).plans
    #expect(plans.map(\.status) == [.cancelled])
  }

  @Test func `thanks on the day of a meeting do not tell that it was held`() throws {
    var story = Story("Berg thanked Lind.", day: "2021-04-20", ref: "n8")
    story.name("Ada Lind", of: "NOR", words: "Lind")
    story.name("Åke Berg", of: "SWE", words: "Berg")
    story.happens("thanked", .support, ["Åke Berg"], to: ["Ada Lind"])
    let shelf = try Shelf(Array(Shelf.stories.prefix(2)) + [story])
    let plans = try shelf.archive.answer(AgendaQuestion(from: day("2021-03-01"), today: day("2021-05-01"))).plans
    #expect(plans.map(\.status) == [.past])
  }

  @Test func `short words count in all their forms`() throws {
    #expect(
      try outcome(
        today: "2021-06-01",
        adding: [
          aid("Norway said it will lift fees for pumps.", "it will lift fees for pumps", day: "2021-03-01", ref: "n0"),
          denial("Norway has not lifted fees for pumps.", "lifted", day: "2021-05-21"),
        ]
      ).outcome == .broken)
  }

  private func denial(_ text: String, _ trigger: String, day: String) -> Story {
    var story = Story(text, day: day, ref: "denial")
    story.name("Norway", .country, of: "NOR")
    story.name("Denmark", .country, of: "DNK")
    story.happens(trigger, .concede, ["Norway"], to: ["Denmark"], status: .negated)
    return story
  }

  @Test func `a promise that tells of the deed to come is no deed`() throws {
    var story = Story("Norway would normalize crossings to Sweden by 30 April.", day: "2021-04-05", ref: "n6")
    story.name("Norway", .country, of: "NOR")
    story.name("Sweden", .country, of: "SWE")
    story.time("30 April", "2021-04-30")
    story.says("Norway", "normalize crossings", act: .pledge)
    story.promises("Norway", to: "Sweden", "normalize crossings to Sweden by 30 April", due: "30 April")
    story.happens("normalize", .concede, ["Norway"], to: ["Sweden"], time: "30 April")
    #expect(try outcome(today: "2021-05-02", adding: [story]).outcome == .overdue)
    // What was promised on a day has not been done on the day that it is due.
    var events = EventQuestion()
    events.types = [.concede]
    #expect(try shelf.archive.answer(events).happenings.map(\.best.day) == ["2021-04-05"])
  }
}
