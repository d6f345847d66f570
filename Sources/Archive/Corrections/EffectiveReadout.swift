public import Record

/// A coder's record with what people corrected laid over it.
public struct EffectiveReadout: Sendable, Equatable {
  public var readout: Readout
  /// The corrections that stand behind parts of it, by part: all else is the coder's.
  public var corrections: [Item: Int64] = [:]

  /// A part of a record: by its id, or by its number in the list where it has none.
  public enum Item: Hashable, Sendable {
    case statement(String)
    case event(String)
    case position(Int)
    case commitment(Int)
    case agenda(Int)
  }

  init(_ readout: Readout) { self.readout = readout }
}
