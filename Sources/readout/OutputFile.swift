import FoundationEssentials

/// Files that the program writes whole.
enum OutputFile {
  /// - Throws: ``Failure`` where the file cannot be written.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do { try Data(bytes).write(to: URL(filePath: path)) } catch {
      throw Failure(.output, "\(path): the file cannot be written: \(error)")
    }
  }
}
