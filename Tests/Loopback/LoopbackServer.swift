import Glibc
import Synchronization

/// A web server on this machine alone, which answers as a test wants it to and keeps what it was asked.
package final class LoopbackServer: Sendable {
  package struct Request: Sendable {
    package var method: String
    /// The target.
    package var path: String
    /// The header's, names in lower case.
    package var fields: [String: String]
    package var body: String
  }

  package let port: UInt16
  private let socket: Int32
  private let received = Mutex<[Request]>([])
  private let answer: @Sendable (Request, Int) -> String

  /// - Parameter answer: makes the bytes that are sent back, of a request and of how many came before it.
  package init(_ answer: @escaping @Sendable (Request, Int) -> String) throws {
    self.answer = answer
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = socket
    let isUp = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 16) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isUp else { throw Unavailable() }
    port = UInt16(bigEndian: address.sin_port)
  }

  struct Unavailable: Error {}

  package func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  package var requests: [Request] { received.withLock { $0 } }

  /// Serves while `body` runs.
  package func serve<Result>(_ body: () async throws -> Result) async throws -> Result {
    let thread = UnsafeMutablePointer<pthread_t>.allocate(capacity: 1)
    defer { thread.deallocate() }
    pthread_create(
      thread, nil,
      {
        if let server = $0 { Unmanaged<LoopbackServer>.fromOpaque(server).takeRetainedValue().accept() }
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    let result: Swift.Result<Result, any Error>
    do { result = .success(try await body()) } catch { result = .failure(error) }
    // Wakes the thread out of its waiting.
    shutdown(socket, Int32(SHUT_RDWR))
    pthread_join(thread.pointee, nil)
    close(socket)
    return try result.get()
  }

  private func accept() {
    while true {
      let connection = Glibc.accept(socket, nil, nil)
      guard connection >= 0 else { return }
      defer { close(connection) }
      guard let request = Self.read(connection) else { continue }
      let before = received.withLock { requests in
        requests.append(request)
        return requests.count - 1
      }
      let bytes = Array(answer(request, before).utf8)
      var sent = 0
      while sent < bytes.count {
        let more = bytes[sent...].withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        guard more > 0 else { break }
        sent += more
      }
    }
  }

  private static func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    var head: Range<Int>?
    while head == nil {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
      head = bytes.firstRange(of: [13, 10, 13, 10])
    }
    guard let head else { return nil }
    let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).split(separator: "\r\n")
    guard let words = lines.first?.split(separator: " "), words.count > 1 else { return nil }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { fields[parts[0].lowercased()] = String(parts[1].drop { $0 == " " }) }
    }
    let length = fields["content-length"].flatMap { Int($0) } ?? 0
    while bytes.count < head.upperBound + length {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
    return Request(
      method: String(words[0]), path: String(words[1]), fields: fields,
      body: String(decoding: bytes[head.upperBound...], as: UTF8.self))
  }
}

extension LoopbackServer {
  /// An answer's bytes.
  package static func response(_ status: String, _ fields: [String] = [], body: String = "") -> String {
    (["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)", "Connection: close"] + fields).joined(
      separator: "\r\n") + "\r\n\r\n" + body
  }
}
