import Archive
import Record
import Testing

@Suite struct WatchingTests {
  private let folder: TemporaryFolder
  private let archive: Archive

  init() throws {
    folder = try TemporaryFolder()
    archive = try Archive(path: folder.path("a.readout"))
  }

  private func watch(_ name: String = "Bridge", _ set: (inout Watch) -> Void) -> Watch {
    var watch = Watch(name: name)
    watch.targets = [.standardOutput]
    set(&watch)
    return watch
  }

  private var pledges: Watch { watch { $0.interest.acts = [.pledge] } }

  /// What waits for the standard output.
  private func lines() throws -> [Finding] {
    try archive.deliveries(to: .standardOutput, limit: 1000).map(\.finding)
  }

  @Test func `a finding cites its article`() throws {
    let article = try archive.store(Sample.readout(uri: "https://example.org/bridge")).article
    #expect(try archive.look(for: [pledges]) == 1)
    let finding = try #require(try lines().first)
    #expect(finding.watch == "Bridge" && finding.kind == .statement && finding.day == "2021-03-04")
    #expect(finding.what == "Ada Lind (pledge): she would reopen the bridge for Sweden by May")
    #expect(finding.source.article == article && finding.source.title == "A bridge between neighbours")
    #expect(finding.span == Span(start: 0, end: finding.words.unicodeScalars.count))
    #expect(finding.words.hasPrefix("Foreign Minister Ada Lind") && finding.words.hasSuffix("by May."))
    #expect(finding.id.count == 36)
  }

  @Test func `news is found once`() throws {
    try archive.store(Sample.readout(ref: "n1"))
    #expect(try archive.look(for: [pledges]) == 1)
    #expect(try archive.look(for: [pledges]) == 0)
    // Another paper with the same words brings nothing new, another article with other words does.
    try archive.store(Sample.readout(uri: "https://example.org/copy"))
    #expect(try archive.look(for: [pledges]) == 0)
    try archive.store(Sample.readout(ref: "n2", pledge: "would build a tunnel"))
    #expect(try archive.look(for: [pledges]) == 1)
    // A watch of another name begins anew.
    #expect(try archive.look(for: [watch("Second") { $0.interest.acts = [.pledge] }]) == 2)
  }

  @Test func `a corrected version tells only what it has changed`() throws {
    let all = watch {
      $0.interest.acts = Set(Act.allCases)
      $0.interest.agenda = .all
    }
    try archive.store(Sample.readout(ref: "n1"))
    #expect(try archive.look(for: [all]) == 2)
    try archive.store(Sample.readout(ref: "n1", pledge: "would close the bridge"))
    #expect(try archive.look(for: [all]) == 1)
    #expect(try lines().last?.what.contains("close the bridge") == true)
  }

  @Test func `a sentence that was read before is not new for another coding of it`() throws {
    try archive.store(Sample.readout(ref: "n1"))
    #expect(try archive.look(for: [watch { $0.interest.acts = [.demand] }]) == 0)
    // The next version has another second sentence, and a newer coder takes the first for a demand.
    var corrected = Sample.readout(ref: "n1", release: "0.2.0")
    corrected.document.text += " Both are well."
    corrected.document.id = "sha256:" + SHA256.hexDigest(of: Array(corrected.document.text.utf8))
    corrected.statements[0].act = .demand
    #expect(try archive.store(corrected).standing == .newVersion(of: 1))
    #expect(try archive.look(for: [watch { $0.interest.acts = [.demand] }]) == 0)
  }

  @Test func `what was superseded before anybody looked is passed over`() throws {
    try archive.store(Sample.readout(ref: "n1"))
    try archive.store(Sample.readout(ref: "n1", pledge: "would close the bridge"))
    #expect(try archive.look(for: [pledges]) == 1)
    #expect(try lines().map(\.what).first?.contains("close") == true)
  }

  @Test func `an article that was withheld is news once it may be read`() throws {
    let held = Sample.readout(ref: "n1")
    try archive.store(held, arrival: Arrival(status: .withheld))
    #expect(try archive.look(for: [pledges]) == 0)
    try archive.store(held)
    #expect(try archive.look(for: [pledges]) == 1)
    #expect(try archive.look(for: [pledges]) == 0)
  }

  @Test func `a dyad wants both sides`() throws {
    try archive.store(Sample.readout())
    func found(_ one: String, _ other: String) throws -> Int {
      try archive.look(
        for: [
          watch("\(one)-\(other)") {
            $0.scope.dyads = [WatchScope.Dyad(one, other)]
            $0.interest.acts = [.pledge]
          }
        ])
    }
    #expect(try found("SWE", "NOR") == 1)
    #expect(try found("NOR", "DNK") == 0)
  }

  @Test(arguments: [
    ("Lind", 1), ("ada lind", 1), ("Ada", 0), ("Berg", 0),
  ]) func `people are known by whole and family names`(name: String, count: Int) throws {
    try archive.store(Sample.readout())
    let one = watch {
      $0.scope.people = [name]
      $0.interest.acts = [.pledge]
    }
    #expect(try archive.look(for: [one]) == count)
  }

  @Test(arguments: [
    ("reopen*", 1), ("the bridge", 1), ("bridge the", 0), ("BRIDGE", 1), ("bridg", 0), ("Sweden by M*", 1),
  ]) func `words are those of the sentence`(words: String, count: Int) throws {
    try archive.store(Sample.readout())
    let one = watch {
      $0.scope.words = [words].compactMap { WordPattern($0) }
      $0.interest.acts = [.pledge]
    }
    #expect(try archive.look(for: [one]) == count)
  }

  @Test(arguments: [("border", 1), ("border/NOR-SWE", 1), ("border/FIN-NOR", 0), ("fishing", 0)])
  func `issues are known by keyword and key`(issue: String, count: Int) throws {
    try archive.store(Sample.readout())
    let one = watch {
      $0.scope.issues = [issue]
      $0.interest.acts = [.pledge]
    }
    #expect(try archive.look(for: [one]) == count)
  }

  @Test func `a position is told when it differs from the last`() throws {
    let changes = watch { $0.interest.positions = .changes }
    func store(_ day: String, _ stance: Stance, _ words: String) throws {
      var readout = Sample.readout(published: day, pledge: words)
      readout.positions[0].stance = stance
      try archive.store(readout)
    }
    try store("2021-03-04", .supports, "would reopen the bridge")
    try store("2021-03-09", .supports, "still hopes to reopen the bridge")
    #expect(try archive.look(for: [changes]) == 0)
    try store("2021-04-01", .opposes, "no longer wants the bridge")
    #expect(try archive.look(for: [changes]) == 1)
    let finding = try #require(try lines().last)
    #expect(finding.what == "Ada Lind on border: opposes; before: supports")
    #expect(finding.before?.value == "supports" && finding.before?.reported == "2021-03-09")
    // And back again: that is news too.
    try store("2021-05-01", .supports, "wants the bridge after all")
    #expect(try archive.look(for: [changes]) == 1)
  }

  @Test func `what was planned is followed: another date, called off, held`() throws {
    let moves = watch { $0.interest.agenda = .moves }
    func store(_ day: String, on date: String, _ words: String, _ status: EventStatus = .future) throws {
      var readout = Sample.readout(published: day, pledge: words)
      readout.entities[2].country = "SWE"
      readout.times[1].value = date
      readout.events[0].status = status
      if status != .future { readout.agenda = [] }
      try archive.store(readout)
      try archive.look(for: [moves])
    }
    try store("2021-03-01", on: "2021-03-05", "wants to talk")
    try store("2021-03-02", on: "2021-03", "wants to talk this month")
    #expect(try lines().isEmpty)
    try store("2021-03-03", on: "2021-04-12", "wants to talk later")
    #expect(try lines().count == 1)
    #expect(
      try lines()[0].what == "Ada Lind, Åke Berg: CONSULT (meet), now 2021-04-12; before: 2021-03-01 to 2021-03-31")
    try store("2021-04-13", on: "2021-04-12", "has talked", .actual)
    #expect(try lines().last?.what.contains("held; before: 2021-04-12") == true)
  }

  @Test func `the next meeting is not the last one moved`() throws {
    let moves = watch { $0.interest.agenda = .moves }
    var planned = Sample.readout(published: "2021-03-01")
    planned.entities[2].country = "SWE"
    planned.times[1].value = "2021-03-05"
    planned.events[0].status = .future
    try archive.store(planned)
    var next = Sample.readout(published: "2021-03-05", pledge: "has talked with Berg")
    next.entities[2].country = "SWE"
    next.times[0].value = "2021-03-05"
    next.times[1].value = "2021-04-12"
    var held = next.events[0]
    held.id = "v9"
    held.status = .actual
    held.time = next.times[0].id
    next.events.append(held)
    try archive.store(next)
    try archive.look(for: [moves])
    #expect(try lines().map(\.what) == ["Ada Lind, Åke Berg: CONSULT (meet), held; before: 2021-03-05"])
  }

  @Test func `what cannot happen any more is called off`() throws {
    let moves = watch { $0.interest.agenda = .moves }
    var planned = Sample.readout(published: "2021-03-01")
    planned.entities[2].country = "SWE"
    try archive.store(planned)
    var cancelled = Sample.readout(published: "2021-03-03", pledge: "has no time")
    cancelled.entities[2].country = "SWE"
    cancelled.events[0].status = .negated
    cancelled.agenda = []
    try archive.store(cancelled)
    try archive.look(for: [moves])
    #expect(try lines().map(\.what) == ["Ada Lind, Åke Berg: CONSULT (meet), called off; before: 2021-03-05"])
  }

  @Test func `a meeting is told once, however many tell of it`() throws {
    let meetings = watch { $0.interest.events = [.consult] }
    for words in ["would reopen the bridge", "hopes for a bridge", "has a bridge to offer"] {
      var readout = Sample.readout(pledge: words)
      readout.events[0].status = .actual
      try archive.store(readout)
    }
    #expect(try archive.look(for: [meetings]) == 1)
    #expect(try lines().map(\.what) == ["Ada Lind, Åke Berg: CONSULT (meet)"])
  }

  @Test func `a watch that starts now passes over what is there`() throws {
    try archive.store(Sample.readout(ref: "n1"))
    try archive.startNow([pledges])
    #expect(try archive.look(for: [pledges]) == 0)
    try archive.store(Sample.readout(ref: "n2", pledge: "would build a tunnel"))
    #expect(try archive.look(for: [pledges]) == 1)
  }

  @Test func `many articles are looked at in steps, each once`() throws {
    for number in 0..<130 {
      try archive.store(Sample.readout(ref: "n\(number)", pledge: "would build bridge \(number)"))
    }
    #expect(try archive.look(for: [pledges]) == 130)
    #expect(try archive.look(for: [pledges, watch("Late") { $0.interest.commitments = true }]) == 130)
  }

  @Test func `what waits is there after the archive was closed, until it is struck`() throws {
    try archive.store(Sample.readout())
    var both = pledges
    both.targets = [.standardOutput, .webhook("http://desk.example/")]
    try archive.look(for: [both])
    try archive.close()
    let again = try Archive(path: folder.path("a.readout"))
    let waiting = try again.deliveries(to: .standardOutput, limit: 10)
    #expect(waiting.count == 1)
    try again.strike(waiting, to: .standardOutput)
    #expect(try again.deliveries(to: .standardOutput, limit: 10).isEmpty)
    #expect(try again.deliveries(to: .webhook("http://desk.example/"), limit: 10).count == 1)
    // A target that the watch no longer names gets nothing any more.
    try again.strikeOthers(than: [pledges])
    #expect(try again.deliveries(to: .webhook("http://desk.example/"), limit: 10).isEmpty)
    #expect(try again.findings(of: ["Bridge"], limit: 10).map(\.finding.what).count == 1)
  }

  @Test func `a target that fails is left alone ever longer, up to a day`() throws {
    let target = DeliveryTarget.webhook("http://desk.example/")
    #expect(try archive.pause(of: target) == nil)
    var pause: DeliveryPause?
    var waits: [Int] = []
    for _ in 1...13 {
      pause = DeliveryPause.after(pause, at: 1000)
      waits.append((pause?.until ?? 0) - 1000)
    }
    #expect(waits.prefix(3) == [60, 120, 240] && waits.last == 86_400)
    #expect(DeliveryPause.after(nil, at: 0, asked: 600).until == 600)
    try archive.keep(DeliveryPause(failures: 2, until: 99), of: target)
    #expect(try archive.pause(of: target) == DeliveryPause(failures: 2, until: 99))
  }

  @Test func `a line of JSON says it all, in a fixed order`() throws {
    try archive.store(Sample.readout(uri: "https://example.org/bridge"))
    try archive.look(for: [pledges])
    let line = String(decoding: try #require(try lines().first).json(), as: UTF8.self)
    #expect(line.hasPrefix("{\"id\":\""))
    #expect(
      line.hasSuffix(
        #"""
        "watch":"Bridge","kind":"statement","what":"Ada Lind (pledge): she would reopen the bridge for Sweden by May","day":"2021-03-04","article":{"number":1,"title":"A bridge between neighbours","published":"2021-03-04","uri":"https://example.org/bridge"},"characters":[0,87],"words":"Foreign Minister Ada Lind of Norway said she would reopen the bridge for Sweden by May."}
        """#))
  }
}
