/// Why an export cannot go on, and what to do about it.
public struct ExchangeError: Error, Sendable, Equatable, CustomStringConvertible {
  public let message: String

  /// The reader at the other end of a pipe has gone: there is nobody to write for.
  public static let nobodyReads = ExchangeError("the output is closed")

  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
