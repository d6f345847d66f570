internal import CZlib

/// The lines of a file, packed with gzip or not, one after the other: memory holds no more than the longest.
struct GzipLines: ~Copyable {
  private let file: gzFile
  private let path: String
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var unread = 0..<0
  private var isAtEnd = false

  /// A line longer than this is none of a dump, but a file without line ends.
  private static let longest = 1 << 30

  /// - Throws: ``KnowledgeError`` where the file cannot be opened.
  init(path: String) throws(KnowledgeError) {
    guard let file = gzopen(path, "rb") else {
      throw KnowledgeError(file: path, message: "cannot be read; is there such a file?")
    }
    self.file = file
    self.path = path
  }

  deinit { gzclose(file) }

  /// The next line without its end, or `nil` after the last one.
  ///
  /// - Throws: ``KnowledgeError`` where the file is damaged.
  mutating func next() throws(KnowledgeError) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      if let end = buffer[unread].firstIndex(of: UInt8(ascii: "\n")) {
        line += buffer[unread.lowerBound..<end]
        unread = (end + 1)..<unread.upperBound
        return line
      }
      line += buffer[unread]
      unread = 0..<0
      if isAtEnd { return line.isEmpty ? nil : line }
      guard line.count <= Self.longest else {
        throw KnowledgeError(file: path, message: "has no line ends; a dump has an item a line")
      }
      let count = buffer.withUnsafeMutableBytes { gzread(file, $0.baseAddress, UInt32($0.count)) }
      guard count >= 0 else {
        throw KnowledgeError(file: path, message: "is damaged; fetch it again")
      }
      isAtEnd = count == 0
      unread = 0..<Int(count)
    }
  }
}
