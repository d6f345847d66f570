import Glibc

/// A file to which is delivered.
public struct OutputPath: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// Puts new content in the place of the old, in one step: whoever reads sees the one or the other.
  public func replace(with bytes: [UInt8]) throws(DeliveryError) {
    let draft = "\(path).new-\(getpid())"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure("cannot be written") }
    var isWhole = Self.write(bytes, to: file) && fsync(file) == 0
    isWhole = close(file) == 0 && isWhole
    guard isWhole, rename(draft, path) == 0 else {
      let error = failure("cannot be written")
      unlink(draft)
      throw error
    }
  }

  /// Adds lines at the end, each of which ends in a line break. Where somebody was stopped within a line, it is ended first.
  public func append(_ lines: [UInt8]) throws(DeliveryError) {
    let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure("cannot be written") }
    defer { _ = close(file) }
    // Two that append do not mix their lines; who does not lock is no worse off than before.
    flock(file, LOCK_EX)
    var last: UInt8 = 0x0A
    let size = lseek(file, 0, SEEK_END)
    if size > 0 { pread(file, &last, 1, size - 1) }
    guard Self.write(last == 0x0A ? lines : [0x0A] + lines, to: file), fsync(file) == 0 || errno == EINVAL else {
      throw failure("cannot be written")
    }
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func failure(_ what: String) -> DeliveryError {
    DeliveryError("\(path): the file \(what): \(String(cString: strerror(errno)))")
  }
}
