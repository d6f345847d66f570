import Following
import Loopback
import Synchronization
import Testing

@Suite struct WebhookTests {
  /// Takes or refuses as it is told, and keeps what it was sent.
  private final class Box: Poster {
    private let answers: Mutex<[FetchError?]>
    let keys = Mutex<[String]>([])

    init(_ answers: [FetchError?]) { self.answers = Mutex(answers) }

    func post(_ json: [UInt8], to url: String, key: String) async throws(FetchError) {
      keys.withLock { $0.append(key) }
      if let error = answers.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { throw error }
    }
  }

  private func deliver(_ box: Box) async throws -> [Int] {
    let naps = Mutex<[Int]>([])
    let webhook = Webhook(url: "http://desk.example/", poster: box) { seconds in naps.withLock { $0.append(seconds) } }
    try await webhook.deliver(Array("{}".utf8), key: "k1")
    return naps.withLock { $0 }
  }

  private let busy = FetchError(.temporary, "busy")

  @Test func `a line is sent again, with its key, where that may help`() async throws {
    let box = Box([busy, busy, nil])
    #expect(try await deliver(box) == [1, 2])
    #expect(box.keys.withLock { $0 } == ["k1", "k1", "k1"])
  }

  @Test func `after four tries it waits for another time`() async throws {
    let box = Box([busy, busy, busy, busy, busy])
    await #expect(throws: DeliveryError("busy")) { try await deliver(box) }
    #expect(box.keys.withLock { $0.count } == 4)
  }

  @Test func `who refuses, or asks for a long pause, is not pressed`() async throws {
    let refusing = Box([FetchError(.refused, "no")])
    await #expect(throws: DeliveryError("no")) { try await deliver(refusing) }
    let busy = Box([FetchError(.temporary, "later", retryAfter: 300)])
    await #expect(throws: DeliveryError("later", retryAfter: 300)) { try await deliver(busy) }
    #expect(refusing.keys.withLock { $0.count } == 1 && busy.keys.withLock { $0.count } == 1)
  }

  @Test func `a post carries JSON and its key`() async throws {
    let server = try LoopbackServer { _, _ in LoopbackServer.response("204 No Content") }
    let poster = WebPoster(agent: "Test/1")
    try await server.serve { try await poster.post(Array(#"{"a":"é"}"#.utf8), to: server.url("/hook"), key: "k1") }
    await poster.close()
    let request = try #require(server.requests.first)
    #expect(request.method == "POST" && request.path == "/hook" && request.body == #"{"a":"é"}"#)
    #expect(request.fields["content-type"] == "application/json; charset=utf-8")
    #expect(request.fields["idempotency-key"] == "\"k1\"" && request.fields["user-agent"] == "Test/1")
  }

  @Test(arguments: [
    ("503 Busy", FetchError.Kind.temporary), ("429 Slow down", .temporary), ("404 Not found", .refused),
    ("301 Moved", .refused),
  ]) func `an answer that is no success is told by its kind`(status: String, kind: FetchError.Kind) async throws {
    let server = try LoopbackServer { _, _ in LoopbackServer.response(status, ["Retry-After: 7"]) }
    let poster = WebPoster(agent: "Test/1")
    let error = try await server.serve {
      await #expect(throws: FetchError.self) { try await poster.post([], to: server.url("/hook"), key: "k1") }
    }
    await poster.close()
    #expect(error?.kind == kind && error?.message.contains(status.prefix(3)) == true)
  }
}
