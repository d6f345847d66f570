import Archive
import Record
import Testing

@Suite struct WatchReaderTests {
  private func read(_ text: String) throws(WatchFileError) -> [Watch] {
    try WatchReader.read(text, path: "desk.watch", folder: "/desk") { name in
      ["NOR": "NOR", "Norway": "NOR", "SWE": "SWE", "Sweden": "SWE", "Guinea-Bissau": "GNB", "GNB": "GNB"][name]
    }
  }

  @Test func `a watch is read as it is written`() throws {
    let watches = try read(
      """
      # The neighbours
      watch "Norway and Sweden"   # the bridge
        dyad Norway - SWE
        issues border, fishing/NOR-SWE
        people Ada Lind
        words reopen*, "old bridge"
        acts pledge, Demand
        acts threaten
        events consult
        positions change
        commitments
        agenda moves
        deliver jsonl lines.jsonl
        deliver atom "/feeds/the north.atom"
        deliver webhook https://desk.example/hook#north
        deliver stdout
      """)
    var watch = Watch(name: "Norway and Sweden")
    watch.scope.dyads = [WatchScope.Dyad("SWE", "NOR")]
    watch.scope.issues = ["border", "fishing/NOR-SWE"]
    watch.scope.people = ["Ada Lind"]
    watch.scope.words = ["reopen*", "old bridge"].compactMap { WordPattern($0) }
    watch.interest.acts = [.pledge, .demand, .threaten]
    watch.interest.events = [.consult]
    watch.interest.positions = .changes
    watch.interest.commitments = true
    watch.interest.agenda = .moves
    watch.targets = [
      .jsonLines("/desk/lines.jsonl"), .atom("/feeds/the north.atom"), .webhook("https://desk.example/hook#north"),
      .standardOutput,
    ]
    #expect(watches == [watch])
  }

  @Test func `a hyphen within a name does not part a dyad`() throws {
    let watches = try read("watch West\n  dyad Guinea-Bissau-Norway\n")
    #expect(watches.first?.scope.dyads == [WatchScope.Dyad("GNB", "NOR")])
  }

  @Test func `who asks for nothing in particular is told of all, on the standard output`() throws {
    let watches = try read("watch North\r\n  country Norway\r\nwatch Border\r\n  issues border\r\n")
    #expect(watches.map(\.name) == ["North", "Border"])
    #expect(watches.map(\.targets) == [[.standardOutput], [.standardOutput]])
    #expect(watches[0].interest.events == Set(EventType.allCases))
    #expect(watches[0].interest.acts == Set(Act.allCases))
    // An issue says nothing of whose events are meant.
    #expect(watches[1].interest.events == nil)
    #expect(watches[1].interest.positions == .all)
  }

  @Test func `all faults are named with their lines`() {
    let text = """
      dyad NOR-SWE
      watch
      watch North
        dyad NOR-XYZ
        acts promise
        events
        positions often
        deliver pigeon
        deliver jsonl
        colour blue
        people ,
      watch North
      """
    let error = #expect(throws: WatchFileError.self) { try read(text) }
    #expect(error?.faults.map(\.line) == [1, 2, 4, 5, 7, 8, 9, 10, 11, 12])
    let messages = error?.description.split(separator: "\n") ?? []
    #expect(messages.first == "desk.watch:1: “dyad” belongs to a watch; begin one with: watch \"NAME\"")
    #expect(messages[3].contains("“promise” is no act; they are state, hope, "))
    #expect(messages[4].hasSuffix("this line is written “positions” or “positions change” or “positions changes”"))
  }

  @Test func `an empty file is a fault`() {
    #expect(throws: WatchFileError.self) { try read("# nothing yet\n\n") }
  }
}
