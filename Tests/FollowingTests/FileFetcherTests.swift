import Following
import FoundationEssentials
import Testing

@Suite struct FileFetcherTests {
  @Test func `a file comes once for each of its states`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "readout feeds \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "feed.xml")
    try Data("one".utf8).write(to: file)
    let fetcher = FileFetcher(limit: 10)
    let url = "file://" + file.path.replacing(" ", with: "%20")
    let first = try await fetcher.fetch(.init(url: url))
    #expect(first.body == Array("one".utf8))
    #expect(try await fetcher.fetch(.init(url: url, etag: first.etag)).body == nil)
    try Data("three".utf8).write(to: file)
    #expect(try await fetcher.fetch(.init(url: url, etag: first.etag)).body == Array("three".utf8))
    try Data("far too long".utf8).write(to: file)
    let error = await #expect(throws: FetchError.self) { try await fetcher.fetch(.init(url: url)) }
    #expect(error?.kind == .tooLarge)
  }

  @Test(arguments: ["file://relative/feed.xml", "file:///tmp/%00", "file:///", "file://", "http://a/feed"])
  func `what names no file is refused`(url: String) async {
    let error = await #expect(throws: FetchError.self) { try await FileFetcher().fetch(.init(url: url)) }
    #expect(error?.kind == .refused)
  }
}
