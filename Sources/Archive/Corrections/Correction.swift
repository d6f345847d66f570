public import Record

/// What a person says of a part of a record. It lies over what any coder finds, and no coder overwrites it.
public struct Correction: Sendable, Equatable {
  /// The archive's number for it; 0 before it is stored.
  public var id: Int64 = 0
  /// `sha256:…` of the text that it speaks of.
  public var document: String
  public var action: Action
  /// How the part is found in the record of any coder.
  public var anchor: Anchor
  /// The part as it shall be, first in its list, in a record of its own with all that it names; where it is rejected, as it was.
  public var value: Readout
  public var who: String
  /// ISO 8601, UTC.
  public var at: String
  public var why: String?

  public enum Action: String, Sendable, CaseIterable {
    /// The part is right as it is.
    case accept
    /// It is wrong, and shall not come back.
    case reject
    /// It shall be as `value` has it.
    case edit
    /// The coder has overlooked it.
    case add
  }

  /// The kinds of parts that can be corrected.
  public enum Kind: String, Sendable, CaseIterable {
    case statement
    case event
    case position
    case commitment
    case agenda
  }

  /// The part that ``value`` is about: the first of its kind.
  var part: EffectiveReadout.Item? {
    switch anchor.kind {
    case .statement: value.statements.first.map { .statement($0.id) }
    case .event: value.events.first.map { .event($0.id) }
    case .position: value.positions.isEmpty ? nil : .position(0)
    case .commitment: value.commitments.isEmpty ? nil : .commitment(0)
    case .agenda: value.agenda.isEmpty ? nil : .agenda(0)
    }
  }
}
