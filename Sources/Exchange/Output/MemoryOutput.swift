/// Files that are kept in memory.
public final class MemoryOutput: ExportOutput {
  /// The bytes of each file, by name.
  public private(set) var files: [String: [UInt8]] = [:]

  public init() {}

  public func append(_ bytes: [UInt8], to file: String) throws(ExchangeError) { files[file, default: []] += bytes }

  public func create(_ file: String, _ bytes: [UInt8]) throws(ExchangeError) { files[file] = bytes }
}
