import Glibc

/// Keeps two processes from delivering the same things at once. It ends with ``release()``, or with the process.
public struct DeliveryLock: Sendable {
  private let file: Int32

  /// - Parameter path: a file, which is made where there is none.
  /// - Returns: `nil` where somebody else holds it.
  /// - Throws: ``DeliveryError`` where the file cannot be made.
  public init?(path: String) throws(DeliveryError) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw DeliveryError("\(path): the file cannot be made: \(String(cString: strerror(errno)))")
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      _ = close(file)
      return nil
    }
  }

  public func release() { _ = close(file) }
}
