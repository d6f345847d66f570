import Following
import Glibc
import Loopback
import Testing

@Suite struct WebFetcherTests {
  private func fetch(
    _ path: String, etag: String? = nil, lastModified: String? = nil, limit: Int = 1000,
    from server: LoopbackServer
  ) async throws -> FetchResponse {
    let fetcher = WebFetcher(agent: "Readout test", limit: limit, timeout: 2)
    let request = FetchRequest(url: server.url(path), etag: etag, lastModified: lastModified)
    let result: Result<FetchResponse, FetchError>
    do throws(FetchError) { result = .success(try await fetcher.fetch(request)) } catch { result = .failure(error) }
    await fetcher.close()
    return try result.get()
  }

  @Test func `a feed comes with its marks, and is asked for by them`() async throws {
    let server = try LoopbackServer { request, _ in
      request.fields["if-none-match"] == "\"7\""
        ? LoopbackServer.response("304 Not Modified")
        : LoopbackServer.response(
          "200 OK",
          ["ETag: \"7\"", "Last-Modified: Tue, 11 Sep 2018 10:00:00 GMT", "Cache-Control: public, max-age=600"],
          body: "<rss/>")
    }
    try await server.serve {
      let first = try await fetch("/feed", from: server)
      #expect(first.body == Array("<rss/>".utf8))
      #expect(first.etag == "\"7\"")
      #expect(first.freshFor == 600)
      #expect(first.movedTo == nil)
      let second = try await fetch("/feed", etag: first.etag, lastModified: first.lastModified, from: server)
      #expect(second.body == nil)
    }
    let asked = server.requests
    #expect(asked.map { $0.fields["user-agent"] } == ["Readout test", "Readout test"])
    #expect(asked.map { $0.fields["if-modified-since"] } == [nil, "Tue, 11 Sep 2018 10:00:00 GMT"])
  }

  @Test func `a move for good is remembered, a detour is not`() async throws {
    let server = try LoopbackServer { request, _ in
      switch request.path {
      case "/old": LoopbackServer.response("301 Moved Permanently", ["Location: /new"])
      case "/detour": LoopbackServer.response("302 Found", ["Location: new"])
      case "/new": LoopbackServer.response("200 OK", body: "here")
      case "/file": LoopbackServer.response("301 Moved Permanently", ["Location: file:///etc/passwd"])
      default: LoopbackServer.response("301 Moved Permanently", ["Location: /circle"])
      }
    }
    try await server.serve {
      let moved = try await fetch("/old", from: server)
      #expect(moved.movedTo == server.url("/new"))
      let detour = try await fetch("/detour", from: server)
      #expect(detour.body == Array("here".utf8))
      #expect(detour.movedTo == nil)
      let circle = await #expect(throws: FetchError.self) { try await fetch("/circle", from: server) }
      #expect(circle?.message.contains("redirects more than five times") == true)
      let escape = await #expect(throws: FetchError.self) { try await fetch("/file", from: server) }
      #expect(escape?.kind == .refused)
    }
  }

  @Test func `refusals say whether to ask again, and when`() async throws {
    let server = try LoopbackServer { request, _ in
      if request.path == "/slow" { sleep(3) }
      return switch request.path {
      case "/busy": LoopbackServer.response("503 Service Unavailable", ["Retry-After: 120"])
      case "/gone": LoopbackServer.response("410 Gone")
      case "/huge": LoopbackServer.response("200 OK", body: String(repeating: "x", count: 5000))
      case "/short": "HTTP/1.1 200 OK\r\nContent-Length: 500\r\nConnection: close\r\n\r\nbegins"
      default: LoopbackServer.response("404 Not Found")
      }
    }
    try await server.serve {
      var errors: [String: FetchError] = [:]
      for path in ["/busy", "/gone", "/huge", "/short", "/none", "/slow"] {
        errors[path] = await #expect(throws: FetchError.self, "\(path)") { try await fetch(path, from: server) }
      }
      #expect(errors["/busy"]?.kind == .temporary)
      #expect(errors["/busy"]?.retryAfter == 120)
      #expect(errors["/gone"]?.kind == .gone)
      #expect(errors["/huge"]?.kind == .tooLarge)
      #expect(errors["/short"]?.kind == .temporary)
      #expect(errors["/none"]?.kind == .refused)
      #expect(errors["/slow"]?.message.contains("takes too long") == true)
    }
    let nobody = try LoopbackServer { _, _ in "" }
    try await nobody.serve {}
    let error = await #expect(throws: FetchError.self) { try await fetch("/", from: nobody) }
    #expect(error?.kind == .temporary)
  }
}
