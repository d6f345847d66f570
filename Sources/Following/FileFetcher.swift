import Glibc

/// Fetches `file://` addresses; a file's time of change is its mark.
public struct FileFetcher: Fetcher {
  /// The bytes that a file may have.
  public var limit: Int

  public init(limit: Int = 64 << 20) { self.limit = limit }

  public func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
    guard let path = Self.path(of: request.url) else {
      throw FetchError(.refused, "\(request.url) names no file; a file's address is file:///folder/file")
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw FetchError(.temporary, "\(path): there is no such file") }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FetchError(.refused, "\(path) is no file") }
    guard status.st_size <= limit else {
      throw FetchError(.tooLarge, "\(path) has \(status.st_size) bytes, more than the \(limit) that are taken")
    }
    let mark = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)-\(status.st_size)-\(status.st_ino)"
    var response = FetchResponse()
    response.etag = mark
    if mark == request.etag { return response }
    response.body = try Self.bytes(of: path, count: Int(status.st_size))
    return response
  }

  private static func bytes(of path: String, count: Int) throws(FetchError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FetchError(.temporary, "\(path): \(String(cString: strerror(errno)))") }
    defer { _ = close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    var read = 0
    while read < count {
      let more = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress.map { $0 + read }, count - read) }
      if more < 0, errno == EINTR { continue }
      guard more >= 0 else { throw FetchError(.temporary, "\(path): \(String(cString: strerror(errno)))") }
      if more == 0 { break }
      read += more
    }
    bytes.removeLast(count - read)
    return bytes
  }

  /// The path of a `file://` address, with `%20` and the like put back.
  static func path(of url: String) -> String? {
    guard url.hasPrefix("file://") else { return nil }
    var path: [UInt8] = []
    var rest = url.utf8.dropFirst(7)
    if rest.starts(with: "localhost/".utf8) { rest = rest.dropFirst(9) }
    guard rest.first == UInt8(ascii: "/") else { return nil }
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(String(Substring(digits)), radix: 16) {
        path.append(value)
        rest = rest.dropFirst(2)
      } else {
        path.append(byte)
      }
    }
    return path.contains(0) ? nil : String(validating: path, as: UTF8.self)
  }
}
