import Archive
import FoundationEssentials
import GRDB
import Record
import Testing

struct MaintenanceTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("a.readout")
  }

  /// Makes an archive of articles with versions and a correction, and closes it.
  @discardableResult
  private func fill(_ count: Int = 20) throws -> [UInt8] {
    let archive = try Archive(path: path)
    for number in 0..<count {
      try archive.store(Sample.readout(ref: "n\(number)", pledge: "would open \(number) roads"))
    }
    try archive.store(Sample.readout(ref: "n1", pledge: "would open no roads"))
    try archive.correct(.event("v1"), of: 1, .accept, who: "ada")
    #expect(try archive.check() == [])
    let lines = try Self.lines(of: archive)
    try archive.close()
    return lines
  }

  private static func lines(of archive: Archive) throws -> [UInt8] {
    var lines: [UInt8] = []
    try archive.export { lines += $0 }
    return lines
  }

  /// Changes the file behind the archive's back.
  private func tamper(_ sql: String) throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
  }

  @Test(arguments: [
    "UPDATE statements SET act = 'threaten' WHERE id = 3", "DELETE FROM participants WHERE event = 3",
    "UPDATE events SET start = 1 WHERE id = 3", "INSERT INTO statementWords (rowid, content) VALUES (99, 'ghost')",
    "UPDATE articles SET version = 7 WHERE id = 2", "UPDATE articles SET text = text || '!' WHERE id = 5",
    "DELETE FROM readouts WHERE article = 4", "UPDATE readouts SET record = x'00000001ff' WHERE article = 4",
    "UPDATE statements SET day = '1999-01-01' WHERE id = 3",
  ])
  func aCheckFindsWhatIsWrong(_ sql: String) throws {
    try fill()
    try tamper(sql)
    #expect(try Archive(path: path).check() != [])
  }

  @Test(arguments: [
    "UPDATE statements SET act = 'threaten' WHERE id = 3", "DELETE FROM participants WHERE event = 3",
    "DELETE FROM events", "INSERT INTO statementWords (rowid, content) VALUES (99, 'ghost')",
    "UPDATE articles SET version = 7 WHERE id = 2", "INSERT INTO articleWords (articleWords) VALUES ('delete-all')",
  ])
  func whatCanBeMadeOfRecordsIsMadeAnew(_ sql: String) throws {
    let before = try fill()
    try tamper(sql)
    let archive = try Archive(path: path)
    let repair = try archive.rebuild()
    #expect((repair.articles, repair.corrections, repair.lost) == (21, 1, 0))
    #expect(try archive.check() == [])
    #expect(try Self.lines(of: archive) == before)
  }

  @Test func anExportComesBackTheSame() throws {
    let lines = try fill()
    let other = try Archive(path: folder.path("b.readout"))
    var rest = lines.split(separator: 0x0A).makeIterator()
    let done = try other.importLines { rest.next().map(Array.init) }
    #expect((done.articles, done.known, done.corrections) == (21, 0, 1))
    #expect(try Self.lines(of: other) == lines)
    #expect(try other.check() == [])
    #expect(try other.counts() == Archive(path: path).counts())
    // And once more changes nothing.
    rest = lines.split(separator: 0x0A).makeIterator()
    let again = try other.importLines { rest.next().map(Array.init) }
    #expect((again.articles, again.known, again.corrections) == (0, 21, 0))
    #expect(try Self.lines(of: other) == lines)
  }

  @Test func whatIsNoExportIsRefused() throws {
    let archive = try Archive(path: path)
    for line in ["", "{\"id\":1}", "what?"] {
      var lines = [Array(line.utf8), Array("{}".utf8)].makeIterator()
      #expect(throws: ArchiveError.self) { try archive.importLines { lines.next() } }
    }
  }

  @Test func anArchiveWithAHoleGivesBackTheRest() throws {
    try fill(300)
    var bytes = try #require(FileManager.default.contents(atPath: path))
    // A few pages in the middle, the first of which is another's.
    let middle = bytes.count / 2 / 4096 * 4096
    for index in middle..<(middle + 3 * 4096) { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
    try bytes.write(to: URL(filePath: path))
    let repair = try Archive.repair(path: path)
    #expect(repair.articles > 200)
    #expect(repair.damagedFile != nil)
    let archive = try Archive(path: path)
    #expect(try archive.counts().articles == repair.articles)
    #expect(try archive.check().allSatisfy { $0.contains("no record") })
  }

  @Test func aFileThatWasCutOffGivesBackItsBeginning() throws {
    try fill(300)
    let bytes = try #require(FileManager.default.contents(atPath: path))
    try Data(bytes[..<(bytes.count * 2 / 3)]).write(to: URL(filePath: path))
    let error = #expect(throws: ArchiveError.self) { try Archive(path: path).counts() }
    #expect(error?.reason == .damaged)
    #expect(error?.message.contains("readout archive repair") == true)
    let repair = try Archive.repair(path: path)
    #expect(repair.articles > 50)
    #expect(try Archive(path: path).check().allSatisfy { $0.contains("no record") })
  }

  @Test func anArchiveThatHasLostPartOfItsLayoutGivesBackItsArticles() throws {
    try fill(100)
    var bytes = try #require(FileManager.default.contents(atPath: path))
    let place = try #require(bytes.firstRange(of: Data("CREATE TABLE findings".utf8)))
    let page = place.lowerBound / 4096 * 4096
    for index in page..<(page + 4096) { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
    try bytes.write(to: URL(filePath: path))
    let repair = try Archive.repair(path: path)
    #expect(repair.articles == 101)
    let archive = try Archive(path: path)
    #expect(try archive.counts().articles == repair.articles)
    #expect(try archive.check() == [])
  }

  @Test func whatCannotBeRepairedIsLeftAsItIsAndSaidSo() throws {
    try fill(10)
    // Moves what is still in the log into the file.
    try tamper("PRAGMA user_version")
    var bytes = try #require(FileManager.default.contents(atPath: path))
    for index in 100..<4096 { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
    try bytes.write(to: URL(filePath: path))
    let error = #expect(throws: ArchiveError.self) { try Archive.repair(path: path) }
    #expect(error?.reason == .damaged)
    #expect(error?.message.contains("readout archive repair") == false)
    #expect(FileManager.default.contents(atPath: path) == bytes)
    #expect(!(try FileManager.default.contentsOfDirectory(atPath: folder.path)).contains { $0.contains("repaired") })
  }

  @Test func whatIsSaidMoreExactlyThanItIsKeptIsNoFault() throws {
    let archive = try Archive(path: path)
    var readout = Sample.readout()
    readout.statements[0].confidence = 0.87654
    readout.events[0].confidence = 1.0 / 3
    try archive.store(readout)
    #expect(try archive.check() == [])
  }

  @Test func compactingKeepsEverything() throws {
    let lines = try fill()
    let archive = try Archive(path: path)
    try archive.compact()
    #expect(try Self.lines(of: archive) == lines)
    #expect(try archive.check() == [])
    #expect(try archive.statistics().firstDay == "2021-03-04")
  }
}
