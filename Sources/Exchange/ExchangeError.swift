/// Why an export cannot go on, and what to do about it.
public struct ExchangeError: Error, Sendable, Equatable, CustomStringConvertible {
  public let message: String

  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
