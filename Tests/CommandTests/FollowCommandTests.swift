import Foundation
import Glibc
import Loopback
import Synchronization
import Testing

@Suite(.enabled(if: Program.hasModel)) struct FollowCommandTests {
  private let folder: TemporaryFolder
  private var archive: String { folder.path + "/a.readout" }

  init() throws { folder = try TemporaryFolder() }

  /// A feed of stories, each whole but for those with a link, which are summaries.
  private func feed(_ count: Int, link: String? = nil) -> String {
    let items = (1...count).map { number in
      let story =
        "Norwegian Foreign Minister Ada Lind said on Thursday that Norway will pay for bridge \(number) to Sweden. "
      return """
        <item><title>Bridge \(number)</title><guid isPermaLink="false">n\(number)</guid>
        <pubDate>Thu, 04 Mar 2021 09:00:00 GMT</pubDate>\(link.map { "<link>\($0)</link>" } ?? "")
        <\(link == nil ? "content:encoded" : "description")>\(link == nil ? String(repeating: story, count: 3) : story)</\(link == nil ? "content:encoded" : "description")>
        </item>
        """
    }
    return """
      <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
      <title>The Ledger</title><link>http://ledger.example/</link><description>News</description>\(items.joined())
      </channel></rss>
      """
  }

  private func follow(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["follow"] + arguments + ["--into", archive, "--attribution", "rules"])
  }

  private func articles() throws -> String {
    let lines = try Program.run("archive", "stats", "--archive", archive).output.split(separator: "\n")
    return lines.dropFirst().first.map { String($0) } ?? ""
  }

  @Test func `feeds of a list are stored, and watches are told`() throws {
    let path = try folder.file("feed.xml", feed(3))
    let list = try folder.file("feeds.txt", "# ours\nfile://\(path)\n")
    let watch = try folder.file("desk.watch", "watch Bridge\n  acts pledge, state, intend\n")
    let first = try follow(list, "--once", "--watch", watch)
    #expect(first.status == 0)
    #expect(first.errors == "readout: file://\(path): 3 new, 0 new versions, 0 known, 0 failed\n")
    #expect(first.output.ranges(of: "Bridge: statement, 2021-03-04\n").count == 3)
    // What has not changed is not read again; what has, brings only what is new.
    let second = try follow(list, "--once", "--watch", watch)
    #expect(second.errors == "readout: file://\(path): nothing new\n" && second.output.isEmpty)
    _ = try folder.file("feed.xml", feed(4))
    let third = try follow(list, "--once", "--watch", watch, "--quiet")
    #expect(third.errors.isEmpty && third.output.ranges(of: "bridge 4").count > 0)
    #expect(!third.output.contains("bridge 3"))
  }

  @Test func `a feed that cannot be fetched is told, and the others go on`() throws {
    let path = try folder.file("feed.xml", feed(1))
    let outcome = try follow("file:///nowhere/feed.xml", "file://\(path)", "--once")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("/nowhere/feed.xml: there is no such file"))
    #expect(outcome.errors.contains("1 new, ") && outcome.errors.contains("1 of 2 feeds could not be fetched"))
  }

  @Test func `what is no list of feeds is told`() throws {
    #expect(try follow("none.txt", "--once").status == 66)
    let list = try folder.file("feeds.txt", "www.example.org/rss\n")
    let outcome = try follow(list, "--once")
    #expect(outcome.status == 65 && outcome.errors.contains("“www.example.org/rss” is no address of a feed"))
    #expect(try follow("http://127.0.0.1/", "--every", "soon").status == 64)
  }

  @Test func `with --pages, the page behind a summary is stored in its place`() async throws {
    let story = (1...6).map { number in
      "<p>Swedish Foreign Minister Karin Ek said on Friday that Sweden would study plan \(number) of the bridge with care, and "
        + "that the towns along the river would be heard before the government came to a view of its own.</p>"
    }
    let page = "<html><head><title>Bridge 1</title></head><body><article>\(story.joined())</article></body></html>"
    let feeds = LoopbackFeed()
    let server = try LoopbackServer { request, _ in
      LoopbackServer.response("200 OK", body: request.path == "/page" ? page : feeds.text.withLock { $0 })
    }
    feeds.text.withLock { $0 = feed(1, link: server.url("/page")) }
    let outcome = try await server.serve { try follow(server.url("/feed"), "--once", "--pages") }
    #expect(outcome.status == 0)
    #expect(server.requests.map(\.path) == ["/feed", "/page"])
    let export = try Program.run("archive", "export", "--archive", archive)
    #expect(export.output.contains("study plan 6"))
    #expect(!export.output.contains("summary-only"))
  }

  @Test func `a page from the web opens no file`() async throws {
    let secret = try folder.file(
      "secret.html", "<html><body><p>\(String(repeating: "secret ", count: 100))</p></body></html>")
    let text = feed(1, link: "file://\(secret)")
    let server = try LoopbackServer { _, _ in LoopbackServer.response("200 OK", body: text) }
    _ = try await server.serve { try follow(server.url("/feed"), "--once", "--pages") }
    #expect(!(try Program.run("archive", "export", "--archive", archive).output.contains("secret secret")))
  }

  @Test(arguments: [SIGINT, SIGTERM]) func `a wish to stop is heard`(number: Int32) throws {
    let path = try folder.file("feed.xml", feed(2))
    let run = try start("file://\(path)", "--every", "1h")
    while try Program.run("archive", "stats", "--archive", archive).output.contains("2 articles") == false {
      usleep(100_000)
    }
    kill(run.processIdentifier, number)
    run.waitUntilExit()
    #expect(run.terminationReason == .exit && run.terminationStatus == 0)
  }

  @Test func `a kill at any moment loses nothing`() throws {
    let path = try folder.file("feed.xml", feed(40))
    for round in 1...8 {
      let run = try start("file://\(path)", "--every", "1h")
      usleep(UInt32(round) * 80_000)
      kill(run.processIdentifier, SIGKILL)
      run.waitUntilExit()
    }
    #expect(try follow("file://\(path)", "--once").status == 0)
    #expect(try articles() == "40 articles: 40 usable")
    #expect(try Program.run("archive", "check", "--archive", archive).status == 0)
  }

  private func start(_ arguments: String...) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Program.path))
    process.arguments = ["follow"] + arguments + ["--into", archive, "--attribution", "rules"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}

/// A feed whose text is known only when its server is up.
private final class LoopbackFeed: Sendable {
  let text = Mutex("")
}
