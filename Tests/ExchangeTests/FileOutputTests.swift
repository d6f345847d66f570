import Exchange
import FoundationEssentials
import Testing

@Suite("Files of an export")
struct FileOutputTests {
  @Test func `many small writes are the files that memory would hold`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "readout-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (disk, memory) = (try FileOutput(folder: folder), MemoryOutput())
    for number in 0..<30_000 {
      let bytes = Array("line \(number)\n".utf8)
      for output in [disk, memory] as [any ExportOutput] { try output.append(bytes, to: "file-\(number % 3)") }
    }
    for output in [disk, memory] as [any ExportOutput] { try output.create("whole", [1, 2, 3]) }
    try disk.close()
    for (file, bytes) in memory.files {
      #expect(FileManager.default.contents(atPath: "\(folder)/\(file)").map { [UInt8]($0) } == bytes)
    }
  }

  @Test func `a file that cannot be made is an error that names it`() {
    #expect {
      try FileOutput(path: "/nowhere/x").append([1], to: "a")
    } throws: { error in
      (error as? ExchangeError)?.message.contains("/nowhere/x") == true
    }
    #expect(throws: ExchangeError.self) { try FileOutput(folder: "/nowhere/x") }
  }

  @Test(arguments: ["2026-11-24", "2026-13-24T00:00:00Z", "2026-11-24T00:00:00", "2026-11-24 00:00:00Z", ""])
  func `a time of ingest is a time of UTC`(text: String) {
    #expect(ExportContext(ingested: text) == nil)
    #expect(ExportContext(ingested: "2026-11-24T00:00:00Z")?.ingested == "2026-11-24T00:00:00Z")
  }
}
