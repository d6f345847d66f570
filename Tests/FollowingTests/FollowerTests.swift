import Following
import Synchronization
import Testing

@Suite struct FollowerTests {
  /// Answers from a table, a row a poll, and keeps what it was asked.
  private final class Table: Fetcher {
    private let answers: Mutex<[String: [Result<FetchResponse, FetchError>]]>
    let asked = Mutex<[FetchRequest]>([])

    init(_ answers: [String: [Result<FetchResponse, FetchError>]]) { self.answers = Mutex(answers) }

    func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
      asked.withLock { $0.append(request) }
      let next = answers.withLock { table -> Result<FetchResponse, FetchError>? in
        guard let rows = table[request.url], !rows.isEmpty else { return nil }
        return table[request.url]?.removeFirst()
      }
      guard let next else { throw FetchError(.gone, "\(request.url) has no more answers") }
      return try next.get()
    }
  }

  /// A clock that goes on only while somebody sleeps.
  private final class Clock: Sendable {
    let moment = Mutex(1_000_000)
    let naps = Mutex<[Int]>([])
    var now: Int { moment.withLock { $0 } }
    func sleep(_ seconds: Int) {
      naps.withLock { $0.append(seconds) }
      moment.withLock { $0 += seconds }
    }
  }

  private func response(_ text: String, etag: String? = nil, freshFor: Int? = nil, movedTo: String? = nil)
    -> Result<FetchResponse, FetchError>
  {
    var response = FetchResponse(body: Array(text.utf8))
    response.etag = etag
    response.freshFor = freshFor
    response.movedTo = movedTo
    return .success(response)
  }

  private func follow(
    _ table: Table, _ feeds: [FeedState], clock: Clock = Clock(), once: Bool = false,
    take: (FeedState, [UInt8]) async throws -> Void = { _, _ in }
  ) async throws -> [FeedState] {
    var kept: [FeedState] = []
    try await Follower(fetcher: table, interval: 900, now: { clock.now }, sleep: { clock.sleep($0) }).follow(
      feeds, once: once, take: take, keep: { kept.append($0) }, tell: { _ in })
    return kept
  }

  @Test func `feeds are polled at the interval, with the marks of the last answer`() async throws {
    let table = Table(["http://a/1": [response("x", etag: "m1"), .success(FetchResponse()), response("y", etag: "m2")]])
    let clock = Clock()
    var taken: [String] = []
    let kept = try await follow(table, [FeedState(url: "http://a/1")], clock: clock) {
      taken.append(String(decoding: $1, as: UTF8.self))
    }
    #expect(taken == ["x", "y"])
    #expect(table.asked.withLock { $0.map(\.etag) } == [nil, "m1", "m1", "m2"])
    #expect(clock.naps.withLock { $0 } == [900, 900, 900])
    #expect(kept.last?.isGone == true)
  }

  @Test func `a failing feed is asked ever less often, and at the interval again once it recovers`() async throws {
    let busy = Result<FetchResponse, FetchError>.failure(FetchError(.temporary, "busy"))
    let table = Table(["http://a/1": [busy, busy, busy, response("x")]])
    let clock = Clock()
    let kept = try await follow(table, [FeedState(url: "http://a/1")], clock: clock)
    let naps = clock.naps.withLock { $0 }
    #expect(naps.count == 4)
    for (nap, least) in zip(naps, [1800, 3600, 7200]) {
      #expect((least...least * 6 / 5).contains(nap))
    }
    #expect(naps.last == 900)
    #expect(kept.map(\.failures) == [1, 2, 3, 0, 1])
  }

  @Test func `a server's wishes are heard`() async throws {
    let table = Table([
      "http://a/1": [response("x", freshFor: 4000), .failure(FetchError(.temporary, "busy", retryAfter: 50_000))]
    ])
    let clock = Clock()
    _ = try await follow(table, [FeedState(url: "http://a/1")], clock: clock)
    let naps = clock.naps.withLock { $0 }
    #expect(naps.first == 4000)
    #expect(naps.last.map { (50_000...60_000).contains($0) } == true)
  }

  @Test func `a feed that moved is asked at its new address and known by the old`() async throws {
    let table = Table(["http://a/1": [response("x", movedTo: "http://b/2")], "http://b/2": [response("y")]])
    let kept = try await follow(table, [FeedState(url: "http://a/1")])
    #expect(table.asked.withLock { $0.map(\.url) } == ["http://a/1", "http://b/2", "http://b/2"])
    #expect(kept.allSatisfy { $0.url == "http://a/1" })
  }

  @Test func `what could not be taken is asked for again`() async throws {
    struct Full: Error {}
    let table = Table(["http://a/1": [response("x", etag: "m1")]])
    var kept: [FeedState] = []
    await #expect(throws: Full.self) {
      try await Follower(fetcher: table, interval: 60).follow(
        [FeedState(url: "http://a/1")], take: { _, _ in throw Full() }, keep: { kept.append($0) }, tell: { _ in })
    }
    #expect(kept.isEmpty)
  }

  @Test func `once asks every feed a single time, whether due or not`() async throws {
    var later = FeedState(url: "http://b/1")
    later.nextPoll = .max
    let table = Table(["http://a/1": [response("x")], "http://b/1": [.failure(FetchError(.temporary, "busy"))]])
    let kept = try await follow(table, [FeedState(url: "http://a/1"), later], once: true)
    #expect(Set(kept.map(\.url)) == ["http://a/1", "http://b/1"])
  }

  @Test func `a host is asked for one thing at a time`() async throws {
    final class Counting: Fetcher {
      let busy = Mutex<[String: Int]>([:])
      let most = Mutex(0)
      let together = Mutex(0)
      func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
        let host = String(request.url.prefix(8))
        let (here, all) = busy.withLock {
          $0[host, default: 0] += 1
          return ($0[host] ?? 0, $0.values.reduce(0, +))
        }
        most.withLock { $0 = max($0, here) }
        together.withLock { $0 = max($0, all) }
        try? await Task.sleep(for: .milliseconds(20))
        busy.withLock { $0[host, default: 0] -= 1 }
        return FetchResponse()
      }
    }
    let counting = Counting()
    let feeds = ["a", "b", "c"].flatMap { host in (1...4).map { FeedState(url: "http://\(host)/\($0)") } }
    var kept = 0
    try await Follower(fetcher: counting, interval: 60).follow(
      feeds, once: true, take: { _, _ in }, keep: { _ in kept += 1 }, tell: { _ in })
    #expect(kept == 12)
    #expect(counting.most.withLock { $0 } == 1)
    #expect(counting.together.withLock { $0 } > 1)
  }

  @Test func `a stop ends the wait`() async throws {
    let table = Table(["http://a/1": [response("x")]])
    let task = Task {
      try await Follower(fetcher: table, interval: 3600).follow(
        [FeedState(url: "http://a/1")], take: { _, _ in }, keep: { _ in }, tell: { _ in })
    }
    while table.asked.withLock({ $0.isEmpty }) { await Task.yield() }
    task.cancel()
    try await task.value
  }
}
