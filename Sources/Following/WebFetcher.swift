import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1

/// Fetches `http://` and `https://` addresses, and asks only for what has changed (RFC 9110, 13.1).
///
/// A body comes as it was sent: it may be packed with gzip.
public struct WebFetcher: Fetcher {
  private let client: HTTPClient
  private let agent: String
  private let limit: Int
  private let timeout: TimeAmount

  /// - Parameters:
  ///   - agent: how the program names itself to servers.
  ///   - limit: the bytes that an answer may have.
  ///   - timeout: seconds for a whole answer, redirects included.
  public init(agent: String, limit: Int = 64 << 20, timeout: Int = 60) {
    var configuration = HTTPClient.Configuration()
    // They are followed here, since the permanent ones are remembered.
    configuration.redirectConfiguration = .disallow
    configuration.timeout.connect = .seconds(15)
    // Whoever asks decides whether and when to try again.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.timeout.read = .seconds(30)
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    self.agent = agent
    self.limit = limit
    self.timeout = .seconds(Int64(timeout))
  }

  /// Closes connections; the fetcher must not be used afterwards.
  public func close() async { try? await client.shutdown() }

  public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
    let deadline = NIODeadline.now() + timeout
    var url = request.url
    var isMovedForGood = true
    for _ in 0...5 {
      let answer: HTTPClientResponse
      do {
        answer = try await client.execute(
          Self.question(url, request, agent: agent), deadline: deadline)
      } catch {
        throw FetchError(.temporary, "\(url) does not answer: \(Self.explanation(of: error))")
      }
      switch answer.status.code {
      case 200..<300:
        var response = FetchResponse(body: try await body(of: answer, url: url))
        Self.note(answer.headers, in: &response)
        response.movedTo = isMovedForGood && url != request.url ? url : nil
        return response
      case 304:
        var response = FetchResponse()
        Self.note(answer.headers, in: &response)
        return response
      case 301, 302, 303, 307, 308:
        guard let target = answer.headers.first(name: "location").flatMap({ Self.resolve($0, against: url) }) else {
          throw FetchError(.refused, "\(url) redirects to no address")
        }
        if answer.status.code != 301, answer.status.code != 308 { isMovedForGood = false }
        url = target
      default:
        throw Self.refusal(answer, url: url)
      }
    }
    throw FetchError(.refused, "\(request.url) redirects more than five times")
  }

  private static func question(_ url: String, _ request: FetchRequest, agent: String) -> HTTPClientRequest {
    var question = HTTPClientRequest(url: url)
    question.headers.add(name: "user-agent", value: agent)
    // What comes packed is unpacked by whoever reads it, within limits of its own.
    question.headers.add(name: "accept-encoding", value: "gzip")
    question.headers.add(
      name: "accept", value: "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5")
    if let etag = request.etag { question.headers.add(name: "if-none-match", value: etag) }
    if let moment = request.lastModified { question.headers.add(name: "if-modified-since", value: moment) }
    return question
  }

  private func body(of answer: HTTPClientResponse, url: String) async throws(FetchError) -> [UInt8] {
    do {
      let buffer = try await answer.body.collect(upTo: limit)
      return Array(buffer.readableBytesView)
    } catch is NIOTooManyBytesError {
      throw FetchError(.tooLarge, "\(url) sends more than the \(limit) bytes that are taken")
    } catch {
      throw FetchError(.temporary, "\(url) breaks off: \(Self.explanation(of: error))")
    }
  }

  private static func note(_ headers: HTTPHeaders, in response: inout FetchResponse) {
    response.etag = headers.first(name: "etag")
    response.lastModified = headers.first(name: "last-modified")
    for directive in headers[canonicalForm: "cache-control"] where directive.hasPrefix("max-age=") {
      response.freshFor = Int(directive.dropFirst("max-age=".count))
    }
  }

  private static func refusal(_ answer: HTTPClientResponse, url: String) -> FetchError {
    let code = answer.status.code
    let message = "\(url) answers \(code) \(answer.status.reasonPhrase)"
    let wait = answer.headers.first(name: "retry-after").flatMap(seconds)
    switch code {
    case 410: return FetchError(.gone, message + ": the feed is gone; take it off the list")
    case 408, 425, 429, 500...: return FetchError(.temporary, message, retryAfter: wait)
    default: return FetchError(.refused, message, retryAfter: wait)
    }
  }

  /// `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3).
  private static func seconds(_ retryAfter: String) -> Int? {
    if let seconds = Int(retryAfter) { return max(0, seconds) }
    let parts = retryAfter.split { $0 == " " || $0 == ":" }
    guard parts.count == 8, parts[7] == "GMT", let month = months.firstIndex(of: String(parts[2])),
      let day = Int32(parts[1]), let year = Int32(parts[3]), let hour = Int32(parts[4]), let minute = Int32(parts[5]),
      let second = Int32(parts[6])
    else { return nil }
    var moment = tm()
    (moment.tm_year, moment.tm_mon, moment.tm_mday) = (year - 1900, Int32(month), day)
    (moment.tm_hour, moment.tm_min, moment.tm_sec) = (hour, minute, second)
    return max(0, timegm(&moment) - time(nil))
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// A redirect's target, which may be given in part.
  static func resolve(_ target: String, against base: String) -> String? {
    if target.hasPrefix("http://") || target.hasPrefix("https://") { return target }
    // Nothing else may be reached from the web: no file, no other scheme.
    guard let scheme = base.firstRange(of: "://"), !target.contains("://") else { return nil }
    if target.hasPrefix("//") { return base[..<scheme.lowerBound] + ":" + target }
    let authority = base[scheme.upperBound...]
    let host = base[..<(authority.firstIndex { "/?#".contains($0) } ?? base.endIndex)]
    if target.hasPrefix("/") { return host + target }
    let path = base[host.endIndex...].prefix { $0 != "?" && $0 != "#" }
    return host + (path.lastIndex(of: "/").map { path[...$0] } ?? "/") + target
  }

  private static func explanation(of error: any Error) -> String {
    switch error {
    case let error as HTTPClientError
    where error == .deadlineExceeded || error == .readTimeout || error == .connectTimeout:
      "it takes too long"
    case let error as HTTPClientError: error.description
    default: "\(error)"
    }
  }
}
