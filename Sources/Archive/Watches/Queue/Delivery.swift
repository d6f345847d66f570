/// A finding that waits for a target.
public struct Delivery: Sendable {
  /// The finding's row in the archive.
  let number: Int64
  public let finding: Finding
}
