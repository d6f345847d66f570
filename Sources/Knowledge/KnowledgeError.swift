/// A data file that cannot be used, and what to do about it.
public struct KnowledgeError: Error, Sendable, Equatable, CustomStringConvertible {
  public let file: String
  /// The line, counted from 1; `nil` where the whole file is meant.
  public let line: Int?
  /// What is wrong and what to do.
  public let message: String

  public init(file: String, line: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String { line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)" }
}
