public import Comparison

/// An event as all articles of an archive tell of it.
public struct Telling: Sendable {
  /// The accounts, their sides and disagreements. Articles go by their number in the archive.
  public var event: LinkedEvent
  /// How many independent reports there are: copies of one text count once.
  public var origins: Int
}
