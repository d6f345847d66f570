import Glibc

/// A file that is read in blocks, or line by line. Closed at the end of its life.
final class InputFile {
  let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// What of the buffer has been handed out.
  private var consumed = 0
  private var isAtEnd = false
  private static let block = 1 << 18

  /// Opens `path`, `-` for the standard input.
  init(_ path: String) throws(Failure) {
    self.path = path
    if path == "-" {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(.noInput, "\(path): \(String(cString: strerror(errno)))") }
  }

  deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

  /// All bytes of `path`.
  static func bytes(of path: String) throws(Failure) -> [UInt8] {
    let file = try InputFile(path)
    return try file.rest()
  }

  /// All bytes that have not been handed out.
  func rest() throws(Failure) -> [UInt8] {
    while try fill() {}
    let bytes = consumed == 0 ? buffer : Array(buffer[consumed...])
    buffer = []
    consumed = 0
    return bytes
  }

  /// The first `count` bytes, or fewer where the file ends; they stay to be read.
  func peek(_ count: Int) throws(Failure) -> ArraySlice<UInt8> {
    while buffer.count - consumed < count { if try !fill() { break } }
    return buffer[consumed...].prefix(count)
  }

  /// The next line without its line break, or `nil` at the end.
  func line() throws(Failure) -> [UInt8]? {
    var searched = consumed
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = Array(buffer[consumed..<end])
        consumed = end + 1
        return line
      }
      searched = buffer.count
      let before = consumed
      guard try fill() else { break }
      searched -= before - consumed
    }
    guard consumed < buffer.count else { return nil }
    let line = Array(buffer[consumed...])
    buffer = []
    consumed = 0
    return line
  }

  /// Reads one more block; drops first what has been handed out. Whether there was one.
  private func fill() throws(Failure) -> Bool {
    guard !isAtEnd else { return false }
    if consumed > 0, consumed >= buffer.count / 2 {
      buffer.removeSubrange(..<consumed)
      consumed = 0
    }
    let size = max(Self.block, min(buffer.count, 1 << 24))
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: size))
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: start), size) }
      if count < 0 {
        if errno == EINTR { continue }
        let reason = String(cString: strerror(errno))
        buffer.removeSubrange(start...)
        throw Failure(.noInput, "\(path): \(reason)")
      }
      buffer.removeSubrange((start + count)...)
      isAtEnd = count == 0
      return count > 0
    }
  }
}
