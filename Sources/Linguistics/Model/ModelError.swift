/// What is wrong with a file of a model, and what to do about it.
public struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file, or the part of the model, that is at fault.
  public let file: String
  /// What was found, and what to do.
  public let message: String

  public init(file: String, message: String) {
    self.file = file
    self.message = message
  }

  public var description: String { "\(file): \(message)" }
}
