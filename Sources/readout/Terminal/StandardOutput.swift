import Glibc

/// What the program prints, in blocks.
struct StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  private var buffer: [UInt8] = []
  private static let block = 1 << 16

  /// The reader has closed the pipe: there is nobody to write for.
  struct Closed: Error {}

  mutating func write(_ bytes: some Collection<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.block { try flush() }
  }

  mutating func write(_ text: String) throws { try write(text.utf8) }

  /// - Throws: ``Closed`` when nobody reads any more, ``Failure`` when the bytes cannot be written.
  mutating func flush() throws {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw Closed() }
        throw Failure(.output, "the output cannot be written: \(String(cString: strerror(errno)))")
      }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
