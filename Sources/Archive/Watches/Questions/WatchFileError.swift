/// What is wrong with a file of watches, line by line.
public struct WatchFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public var path: String
  public var faults: [Fault]

  public struct Fault: Sendable, Equatable {
    /// Counted from 1.
    public var line: Int
    /// What is wrong and what to write instead.
    public var message: String
  }

  public var description: String { faults.map { "\(path):\($0.line): \($0.message)" }.joined(separator: "\n") }
}
