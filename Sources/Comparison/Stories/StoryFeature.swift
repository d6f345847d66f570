/// One thing by which an article's story is told from others, as a stable 32-bit key: its kind in the two highest bits, a hash
/// in the others.
public struct StoryFeature: Sendable, Hashable {
  /// For storage and indexes; the same on every machine.
  public let key: UInt32

  public init(key: UInt32) {
    self.key = key
  }

  /// What kind of thing it is.
  public enum Kind: UInt32, Sendable, CaseIterable {
    /// A word of a name.
    case name = 0
    /// A figure, a day, or an event's type with its parties.
    case fact = 1
    case word = 2
    /// Two words that follow each other.
    case pair = 3
  }

  /// - Parameter hash: a stable hash of what it is.
  package init(_ kind: Kind, _ hash: UInt64) {
    key = kind.rawValue << 30 | UInt32(truncatingIfNeeded: hash >> 34)
  }

  public var kind: Kind { Kind(rawValue: key >> 30) ?? .pair }

  /// Whether it says who, where, when, how many or what was done, rather than how that is worded.
  public var isOfRecord: Bool { kind == .name || kind == .fact }
}
