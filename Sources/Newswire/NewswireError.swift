/// An input or a data file that cannot be read, and what to do about it.
public struct NewswireError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file or the URL; `-` for the standard input.
  public let source: String
  /// The line, counted from 1; `nil` where the whole input is meant.
  public let line: Int?
  /// What is wrong and what to do.
  public let message: String
  public let kind: Kind

  public enum Kind: Sendable {
    /// It is there, but cannot be used.
    case unusable
    /// It is not there, or cannot be opened.
    case missing
  }

  public init(source: String, line: Int? = nil, message: String, kind: Kind = .unusable) {
    self.source = source
    self.line = line
    self.message = message
    self.kind = kind
  }

  public var description: String { line.map { "\(source):\($0): \(message)" } ?? "\(source): \(message)" }
}
