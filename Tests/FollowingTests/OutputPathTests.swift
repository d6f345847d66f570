import Following
import FoundationEssentials
import Testing

@Suite struct OutputPathTests {
  private let path = FileManager.default.temporaryDirectory.path + "/readout-output-\(UInt64.random(in: 0 ... .max))"

  private func content() -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `lines are added, and one that was cut off is ended first`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try OutputPath(path).append(Array("one\n".utf8))
    try OutputPath(path).append(Array("two\n".utf8))
    #expect(content() == "one\ntwo\n")
    try Data("one\ntw".utf8).write(to: URL(filePath: path))
    try OutputPath(path).append(Array("two\n".utf8))
    #expect(content() == "one\ntw\ntwo\n")
  }

  @Test func `new content takes the place of the old, and leaves nothing beside it`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try OutputPath(path).replace(with: Array("old and long".utf8))
    try OutputPath(path).replace(with: Array("new".utf8))
    #expect(content() == "new")
    let folder = FileManager.default.temporaryDirectory.path
    let name = path.split(separator: "/").last ?? ""
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(name) } == [String(name)])
  }

  @Test func `a folder that is not there is named`() {
    let error = #expect(throws: DeliveryError.self) { try OutputPath("/nowhere/feed.atom").replace(with: []) }
    #expect(error?.message.hasPrefix("/nowhere/feed.atom: ") == true)
    #expect(throws: DeliveryError.self) { try OutputPath("/nowhere/lines.jsonl").append([]) }
  }

  @Test func `one delivers at a time`() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let first = try #require(try DeliveryLock(path: path))
    #expect(try DeliveryLock(path: path) == nil)
    first.release()
    let second = try #require(try DeliveryLock(path: path))
    second.release()
  }
}
