import Glibc

/// Files on disk, written in blocks. What is there already is replaced.
public final class FileOutput: ExportOutput {
  private let path: (String) -> String
  private var buffers: [String: [UInt8]] = [:]
  private var descriptors: [String: Int32] = [:]
  private static let block = 1 << 16

  /// Files in a folder, which is made where it is missing.
  ///
  /// - Throws: ``ExchangeError`` where the folder can be neither found nor made.
  public init(folder: String) throws(ExchangeError) {
    path = { "\(folder)/\($0)" }
    if mkdir(folder, 0o777) != 0, errno != EEXIST {
      throw ExchangeError("\(folder): the folder cannot be made: \(String(cString: strerror(errno)))")
    }
  }

  /// Files at paths of their own; `-` is the standard output.
  ///
  /// - Parameters:
  ///   - path: where the layout's file goes.
  ///   - others: paths of files that go elsewhere, by the layout's names for them.
  public init(path: String, others: [String: String] = [:]) {
    self.path = { others[$0] ?? path }
  }

  deinit { for descriptor in descriptors.values where descriptor != STDOUT_FILENO { Glibc.close(descriptor) } }

  public func append(_ bytes: [UInt8], to file: String) throws(ExchangeError) {
    if descriptors[file] == nil { descriptors[file] = try open(file) }
    buffers[file, default: []] += bytes
    if buffers[file, default: []].count >= Self.block { try flush(file) }
  }

  public func create(_ file: String, _ bytes: [UInt8]) throws(ExchangeError) {
    let descriptor = try open(file)
    defer { if descriptor != STDOUT_FILENO { Glibc.close(descriptor) } }
    try write(bytes, to: descriptor, file)
  }

  /// Writes what is still to be written. To be called once the layout has finished.
  ///
  /// - Throws: ``ExchangeError`` where it cannot be written.
  public func close() throws(ExchangeError) {
    for file in buffers.keys.sorted() { try flush(file) }
  }

  private func flush(_ file: String) throws(ExchangeError) {
    guard let descriptor = descriptors[file], let bytes = buffers.updateValue([], forKey: file) else { return }
    try write(bytes, to: descriptor, file)
  }

  private func open(_ file: String) throws(ExchangeError) -> Int32 {
    let path = path(file)
    if path == "-" { return STDOUT_FILENO }
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(file) }
    return descriptor
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32, _ file: String) throws(ExchangeError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw errno == EPIPE ? .nobodyReads : failure(file)
      }
      rest = rest.dropFirst(count)
    }
  }

  private func failure(_ file: String) -> ExchangeError {
    ExchangeError("\(path(file)): the file cannot be written: \(String(cString: strerror(errno)))")
  }
}
