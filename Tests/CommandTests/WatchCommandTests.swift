import Foundation
import FoundationXML
import Loopback
import Testing

@Suite(.enabled(if: Program.hasModel)) struct WatchCommandTests {
  private let folder: TemporaryFolder
  private var archive: String { folder.path + "/a.readout" }

  init() throws { folder = try TemporaryFolder() }

  private func content(_ name: String) -> String {
    FileManager.default.contents(atPath: folder.path + "/" + name).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private func ingest(_ text: String, _ extra: String...) throws -> Program.Outcome {
    let path = try folder.file("\(text.hashValue).txt", text)
    return try Program.run(
      ["ingest", path, "--into", archive, "--published", "2021-03-04", "--attribution", "rules", "-q"] + extra)
  }

  private let pledge =
    "Norwegian Foreign Minister Ada Lind said on Thursday that Norway will pay for a bridge to Sweden.\n"
  private let demand = "Sweden demanded on Thursday that Norway publish the plans of the bridge.\n"

  @Test func `what is new is told once, on all its ways`() throws {
    let file = try folder.file(
      "desk.watch",
      """
      watch "Bridge"
        dyad Norway - Sweden
        statements
        deliver stdout
        deliver jsonl lines.jsonl
        deliver atom bridge.atom
      """)
    let first = try ingest(pledge, "--watch", file)
    #expect(first.status == 0)
    let lines = first.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("1 new, ") == true)
    #expect(lines.dropFirst().first == "Bridge: statement, 2021-03-04")
    #expect(lines.last?.hasSuffix(".txt, characters 0 to \(pledge.count - 1): \(pledge.dropLast())") == true)
    _ = try ingest(demand)
    let second = try Program.run("watch", file, "--archive", archive)
    #expect(second.status == 0 && second.output.contains("Sweden (demand): that Norway publish"))
    #expect(!second.output.contains("Ada Lind"))
    #expect(try Program.run("watch", file, "--archive", archive).output.isEmpty)
    #expect(content("lines.jsonl").split(separator: "\n").count == 2)
    let feed = content("bridge.atom")
    #expect(feed.ranges(of: "<entry>").count == 2)
    #expect(XMLParser(data: Data(feed.utf8)).parse())
  }

  @Test func `a webhook that is down gets its lines later, each with its id`() async throws {
    let server = try LoopbackServer { _, before in
      LoopbackServer.response(before == 0 ? "503 Busy" : "204 No Content")
    }
    let file = try folder.file("desk.watch", "watch Bridge\n  statements\n  deliver webhook \(server.url("/hook"))\n")
    _ = try ingest(pledge)
    let archive = archive
    let outcome = try await server.serve { try Program.run("watch", file, "--archive", archive) }
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(server.requests.map(\.method) == ["POST", "POST"])
    #expect(server.requests[0].body == server.requests[1].body)
    #expect(server.requests[0].body.contains(server.requests[0].fields["idempotency-key"] ?? "-"))
    // Now nobody listens any more; the article is stored all the same.
    let down = try ingest(demand, "--watch", file)
    #expect(down.status == 1 && down.output.hasPrefix("1 new, "))
    #expect(down.errors.contains("what is new waits for it"))
    // And it is left alone for a while.
    let again = try Program.run("watch", file, "--archive", archive)
    #expect(again.status == 1 && again.errors.contains("has failed 1 times; it is tried again in"))
  }

  @Test func `a watch can begin with what comes`() throws {
    let file = try folder.file("desk.watch", "watch Bridge\n  statements\n")
    _ = try ingest(pledge)
    #expect(try Program.run("watch", file, "--archive", archive, "--from-now").output.isEmpty)
    #expect(try ingest(demand, "--watch", file).output.contains("Sweden (demand)"))
  }

  @Test func `a file of watches that is wrong is told by its lines, before anything is done`() throws {
    let file = try folder.file("desk.watch", "watch Bridge\n  dyad Norway - Atlantis\n  acts promise\n")
    let outcome = try ingest(pledge, "--watch", file)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("\(file):2: “Norway - Atlantis” names no two states or bodies"))
    #expect(outcome.errors.contains("\(file):3: “promise” is no act"))
    #expect(try Program.run("watch", folder.path + "/none.watch").status == 66)
    #expect(try Program.run("watch", try folder.file("b.watch", "watch B\n"), "--archive", "/nowhere/a").status == 66)
  }
}
