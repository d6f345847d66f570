/// What is wrong with the file of an encoder, and what to do about it.
public struct EncoderError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file at fault.
  public let file: String
  /// What was found, and what to do.
  public let message: String

  public init(file: String, message: String) {
    self.file = file
    self.message = message
  }

  public var description: String { "\(file): \(message)" }
}
