import Glibc

/// Files in a folder, which is made where it is missing. Files of these names that are there already are replaced.
public final class FolderOutput: ExportOutput {
  private let path: String
  private var buffers: [String: [UInt8]] = [:]
  private var descriptors: [String: Int32] = [:]
  private static let block = 1 << 16

  /// - Throws: ``ExchangeError`` where the folder can be neither found nor made.
  public init(_ path: String) throws(ExchangeError) {
    self.path = path
    if mkdir(path, 0o777) != 0, errno != EEXIST {
      throw ExchangeError("\(path): the folder cannot be made: \(String(cString: strerror(errno)))")
    }
  }

  deinit { for descriptor in descriptors.values { close(descriptor) } }

  public func append(_ bytes: [UInt8], to file: String) throws(ExchangeError) {
    if descriptors[file] == nil { descriptors[file] = try open(file) }
    buffers[file, default: []] += bytes
    if buffers[file, default: []].count >= Self.block { try flush(file) }
  }

  public func create(_ file: String, _ bytes: [UInt8]) throws(ExchangeError) {
    let descriptor = try open(file)
    defer { close(descriptor) }
    try write(bytes, to: descriptor, file)
  }

  /// Writes what is still to be written. To be called once the layout has finished.
  public func close() throws(ExchangeError) {
    for file in buffers.keys.sorted() { try flush(file) }
  }

  private func flush(_ file: String) throws(ExchangeError) {
    guard let descriptor = descriptors[file], let bytes = buffers.updateValue([], forKey: file) else { return }
    try write(bytes, to: descriptor, file)
  }

  private func open(_ file: String) throws(ExchangeError) -> Int32 {
    let descriptor = Glibc.open("\(path)/\(file)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(file) }
    return descriptor
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32, _ file: String) throws(ExchangeError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(file)
      }
      rest = rest.dropFirst(count)
    }
  }

  private func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  private func failure(_ file: String) -> ExchangeError {
    ExchangeError("\(path)/\(file): the file cannot be written: \(String(cString: strerror(errno)))")
  }
}
