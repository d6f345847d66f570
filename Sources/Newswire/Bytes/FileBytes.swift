import Glibc

/// The bytes of a file. Closed at the end of its life.
final class FileBytes: ByteSource, ByteStore {
  private let path: String
  private let descriptor: Int32
  /// 0 where it is not known beforehand.
  let size: Int
  /// Whether any place can be read, as in a file on disk.
  let isSeekable: Bool
  /// How many bytes have been read.
  private(set) var position = 0
  private static let block = 1 << 18

  /// Opens `path`, `-` for the standard input.
  init(_ path: String) throws(NewswireError) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw NewswireError(source: path, message: String(cString: strerror(errno)), kind: .missing)
    }
    var status = stat()
    isSeekable = path != "-" && fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isSeekable ? Int(status.st_size) : 0
  }

  deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

  func read() throws(NewswireError) -> [UInt8] {
    let bytes = try block(Self.block) { Glibc.read(descriptor, $0, $1) }
    position += bytes.count
    return bytes
  }

  func bytes(at offset: Int, count: Int) throws(NewswireError) -> [UInt8] {
    guard offset >= 0, count > 0, offset < size else { return [] }
    var result: [UInt8] = []
    while result.count < count {
      let at = offset + result.count
      let piece = try block(min(count - result.count, size)) { pread(descriptor, $0, $1, off_t(at)) }
      if piece.isEmpty { break }
      position += piece.count
      result += piece
    }
    return result
  }

  private func block(_ size: Int, _ read: (UnsafeMutableRawPointer?, Int) -> Int) throws(NewswireError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    while true {
      let count = bytes.withUnsafeMutableBytes { read($0.baseAddress, size) }
      if count >= 0 {
        bytes.removeSubrange(count...)
        return bytes
      }
      if errno != EINTR {
        throw NewswireError(source: path, message: String(cString: strerror(errno)), kind: .missing)
      }
    }
  }
}
