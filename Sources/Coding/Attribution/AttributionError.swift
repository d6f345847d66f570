/// A model that does not fit the task.
public struct AttributionError: Error, Sendable, CustomStringConvertible {
  let message: String
  public var description: String { message }
}
