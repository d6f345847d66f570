/// Why something could not be delivered, and what to do about it.
public struct DeliveryError: Error, Sendable, Equatable, CustomStringConvertible {
  public var message: String
  /// Seconds that the target asks to wait.
  public var retryAfter: Int?

  public init(_ message: String, retryAfter: Int? = nil) {
    self.message = message
    self.retryAfter = retryAfter
  }

  public var description: String { message }
}
