import Archive
import Record
import Testing

struct StoringTests {
  private let folder: TemporaryFolder
  private let archive: Archive

  init() throws {
    folder = try TemporaryFolder()
    archive = try Archive(path: folder.path("a.readout"))
  }

  @Test func anArticleComesBackAsItWasStored() throws {
    let readout = Sample.readout(ref: "n1")
    let stored = try archive.store(readout)
    #expect(stored.standing == .new)
    #expect(try archive.readout(of: stored.article) == readout)
  }

  @Test func theSameArticleAgainChangesNothing() throws {
    let first = try archive.store(Sample.readout(ref: "n1"))
    let again = try archive.store(Sample.readout(ref: "n1"))
    #expect(again.standing == .known(first.article))
    #expect(try archive.counts().articles == 1)
    #expect(
      try archive.receive(ref: "n1", uri: nil, text: Sample.readout().document.text) == .known(first.article))
  }

  @Test func anotherTextOfTheSameArticleIsItsNextVersion() throws {
    let first = try archive.store(Sample.readout(ref: "n1"))
    let second = try archive.store(Sample.readout(ref: "n1", pledge: "might reopen the bridge"))
    #expect(second.standing == .newVersion(of: first.article))
    let counts = try archive.counts()
    #expect(counts.articles == 2)
    #expect(counts.standing == 1)
    #expect(counts.statements == 1)
    #expect(try archive.readout(of: first.article) == Sample.readout(ref: "n1"))
    // The old one once more is known, and changes nothing.
    #expect(try archive.store(Sample.readout(ref: "n1")).standing == .known(first.article))
  }

  @Test func anAddressIsRecognizedHoweverItIsWritten() throws {
    let first = try archive.store(Sample.readout(uri: "http://www.example.org/a/?utm_source=x#top"))
    let again = try archive.store(Sample.readout(uri: "https://EXAMPLE.org/a"))
    #expect(again.standing == .known(first.article))
  }

  @Test func aFileThatWasMovedIsKnown() throws {
    let first = try archive.store(Sample.readout(uri: "/a/one.txt"))
    #expect(try archive.store(Sample.readout(uri: "/b/two.txt")).standing == .known(first.article))
    #expect(try archive.store(Sample.readout(uri: "https://example.org/b")).standing == .new)
  }

  @Test func anExtractDoesNotSupersedeTheArticle() throws {
    let first = try archive.store(Sample.readout(ref: "n1"))
    let extract = Sample.readout(ref: "n1", pledge: "may")
    #expect(try archive.store(extract, arrival: Arrival(isSummary: true)).standing == .known(first.article))
  }

  @Test func aStoryThatIsCalledOffLeavesTheAnswers() throws {
    let readout = Sample.readout(ref: "n1")
    let stored = try archive.store(readout)
    let arrival = Arrival(status: .canceled)
    #expect(
      try archive.receive(ref: "n1", uri: nil, text: readout.document.text, arrival: arrival)
        == .known(stored.article))
    #expect(try archive.counts().statements == 0)
    #expect(try archive.counts().articles == 1)
    _ = try archive.receive(ref: "n1", uri: nil, text: readout.document.text)
    #expect(try archive.counts().statements == 1)
  }

  @Test func aVersionThatComesLateIsFiledBeforeThoseItPrecedes() throws {
    let second = try archive.store(Sample.readout(ref: "n1"), arrival: Arrival(edition: 2))
    let first = Sample.readout(ref: "n1", pledge: "might reopen the bridge")
    #expect(try archive.store(first, arrival: Arrival(edition: 1)).standing == .newVersion(of: second.article))
    #expect(try archive.counts().statements == 1)
    #expect(try archive.check() == [])
    let next = try archive.store(
      Sample.readout(ref: "n1", pledge: "will not reopen the bridge"), arrival: Arrival(edition: 3))
    #expect(next.standing == .newVersion(of: second.article))
  }

  @Test func aNoticeWithoutTextTakesAStoryBack() throws {
    _ = try archive.store(Sample.readout(ref: "n1"))
    #expect(try archive.receive(ref: "n1", uri: nil, text: "", arrival: Arrival(status: .canceled)) == .known(1))
    #expect(try archive.counts().standing == 0)
    #expect(try archive.receive(ref: "n2", uri: nil, text: "", arrival: Arrival(status: .canceled)) == .new)
    let corrected = try archive.store(Sample.readout(ref: "n1", pledge: "would reopen a road"))
    #expect(corrected.standing == .newVersion(of: 1))
    #expect(try archive.counts().standing == 1)
  }
}
