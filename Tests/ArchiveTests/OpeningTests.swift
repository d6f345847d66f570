import Archive
import FoundationEssentials
import GRDB
import Record
import Testing

struct OpeningTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func reason(_ path: String, creates: Bool = true) -> ArchiveError.Reason? {
    do {
      _ = try Archive(path: path, creates: creates)
      return nil
    } catch { return error.reason }
  }

  @Test func anArchiveIsMadeWhereThereIsNone() throws {
    let path = folder.path("deep/er/a.readout")
    #expect(reason(path, creates: false) == .missing)
    _ = try Archive(path: path).store(Sample.readout())
    #expect(try Archive(path: path, creates: false).counts().articles == 1)
    // Nothing of how it was made lies around.
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("deep/er")).allSatisfy { !$0.contains("new") })
  }

  @Test func anothersDatabaseIsLeftAsItIs() throws {
    let path = folder.path("other.sqlite")
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1)") }
    let before = FileManager.default.contents(atPath: path)
    #expect(reason(path) == .foreign)
    #expect(FileManager.default.contents(atPath: path) == before)
    #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
  }

  @Test(arguments: ["A letter from the embassy.\n", "{\"a\": 1}", "SQLite format 3\0 and then nothing"])
  func aFileThatIsNoDatabaseIsLeftAsItIs(_ text: String) throws {
    let path = folder.path("letter.txt")
    try Data(text.utf8).write(to: URL(filePath: path))
    #expect(reason(path) == .foreign)
    #expect(FileManager.default.contents(atPath: path) == Data(text.utf8))
  }

  @Test func anEmptyFileBecomesAnArchive() throws {
    let path = folder.path("empty")
    try Data().write(to: URL(filePath: path))
    #expect(reason(path, creates: false) == .missing)
    #expect(reason(path) == nil)
    #expect(reason(folder.path) == .foreign)
  }

  @Test func aFolderThatCannotBeMadeIsNamed() {
    #expect(reason("/proc/readout/a.readout") == .readOnly)
  }

  @Test func aNewerArchiveIsNotOpened() throws {
    let path = folder.path("a.readout")
    try Archive(path: path).close()
    try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 999") }
    #expect(reason(path) == .newer)
  }

  @Test func aFullDiskLosesNothing() throws {
    let path = folder.path("a.readout")
    let archive = try Archive(path: path)
    try archive.store(Sample.readout(ref: "n0"))
    try archive.limit(pages: 200)
    var stored = 1
    var failure: ArchiveError?
    while failure == nil, stored < 5000 {
      do {
        try archive.store(Sample.readout(ref: "n\(stored)", pledge: "would open \(stored) roads"))
        stored += 1
      } catch { failure = error }
    }
    #expect(failure?.reason == .full)
    #expect(try archive.counts().articles == stored)
    #expect(try archive.check() == [])
    // With room again the same article goes in.
    try archive.limit(pages: 1_000_000)
    try archive.store(Sample.readout(ref: "n\(stored)", pledge: "would open \(stored) roads"))
    #expect(try archive.counts().articles == stored + 1)
  }

  @Test func twoWritersAndTenReadersWorkAtOnce() async throws {
    let path = folder.path("a.readout")
    await withTaskGroup(of: [String].self) { group in
      for writer in 0..<2 {
        group.addTask {
          var faults: [String] = []
          do {
            let archive = try Archive(path: path)
            // Every second article is the other's too.
            for number in 0..<60 {
              let name = number.isMultiple(of: 2) ? "n\(number)" : "n\(number)-\(writer)"
              try archive.store(Sample.readout(ref: name, pledge: "would open \(name) roads"))
              // As at the end of an ingest, while the other goes on.
              if number.isMultiple(of: 5) { try archive.optimize() }
            }
          } catch { faults.append("\(error)") }
          return faults
        }
      }
      for _ in 0..<10 {
        group.addTask {
          do {
            let archive = try Archive(path: path)
            var seen = 0
            for _ in 0..<30 {
              let counts = try archive.counts()
              if counts.articles < seen || counts.statements != counts.articles { return ["\(counts)"] }
              seen = counts.articles
            }
            return []
          } catch { return ["\(error)"] }
        }
      }
      for await faults in group { #expect(faults == []) }
    }
    let archive = try Archive(path: path)
    #expect(try archive.counts().articles == 90)
    #expect(try archive.check() == [])
  }
}
