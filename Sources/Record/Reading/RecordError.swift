/// JSON that is no readout, and where it departs from the record format.
public struct RecordError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The way to the value, `statements[3].act` for instance; empty where the whole is meant.
  public var path: String
  /// What is wrong with it.
  public var message: String

  public init(path: String = "", message: String) {
    self.path = path
    self.message = message
  }

  public var description: String { path.isEmpty ? message : "\(path): \(message)" }

  /// The same error, seen from the object whose `field` it lies in.
  func under(_ field: String) -> RecordError {
    let separator = path.isEmpty || path.hasPrefix("[") ? "" : "."
    return RecordError(path: field + separator + path, message: message)
  }
}
