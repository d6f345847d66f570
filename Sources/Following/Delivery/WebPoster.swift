import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Posts to `http://` and `https://` addresses, and follows no redirects.
public struct WebPoster: Poster {
  private let client: HTTPClient
  private let agent: String
  private let timeout: TimeAmount

  /// - Parameters:
  ///   - agent: how the program names itself to servers.
  ///   - timeout: seconds for a whole answer.
  public init(agent: String, timeout: Int = 30) {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    configuration.timeout.connect = .seconds(15)
    // Whoever asks decides whether and when to try again.
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    self.agent = agent
    self.timeout = .seconds(Int64(timeout))
  }

  /// Closes connections; the poster must not be used afterwards.
  public func close() async { try? await client.shutdown() }

  public func post(_ json: [UInt8], to url: String, key: String) async throws(FetchError) {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "user-agent", value: agent)
    request.headers.add(name: "content-type", value: "application/json; charset=utf-8")
    request.headers.add(name: "idempotency-key", value: "\"\(key)\"")
    request.body = .bytes(json)
    let response: HTTPClientResponse
    do { response = try await client.execute(request, timeout: timeout) } catch {
      throw FetchError(.temporary, "\(url) does not answer: \(error)")
    }
    if (200..<300).contains(response.status.code) { return }
    throw Self.refusal(of: response, url: url)
  }

  private static func refusal(of response: HTTPClientResponse, url: String) -> FetchError {
    let code = response.status.code
    let wait = response.headers.first(name: "retry-after").flatMap { Int($0) }
    switch code {
    case 300..<400:
      return FetchError(.refused, "\(url) redirects (\(code)); write the address that it redirects to")
    case 408, 425, 429, 500...:
      return FetchError(.temporary, "\(url) answers \(code) \(response.status.reasonPhrase)", retryAfter: wait)
    default: return FetchError(.refused, "\(url) answers \(code) \(response.status.reasonPhrase)", retryAfter: wait)
    }
  }
}
