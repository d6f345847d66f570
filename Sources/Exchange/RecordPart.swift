import Record

/// A part of the record that some layouts have no place for.
public enum RecordPart: String, Sendable, CaseIterable {
  case texts = "texts"
  case entities = "entities"
  case offices = "offices beyond an actor's first"
  case events = "events"
  case statements = "statements"
  case contents = "words of statements"
  case relays = "relays of statements"
  case conditions = "conditions in statements"
  case issues = "issues of statements"
  case triggers = "spans of events"
  case contexts = "contexts of events"
  case occasions = "occasions of statements and events"
  case positions = "positions"
  case commitments = "commitments"
  case agenda = "agenda items"
  case bases = "marks of what was inferred rather than read"
  case confidences = "confidences of statements and events"

  /// How many of it a readout has.
  func count(in readout: Readout) -> Int {
    switch self {
    case .texts: 1
    case .entities: readout.entities.count
    case .offices: readout.entities.reduce(0) { $0 + max(0, $1.offices.count - 1) }
    case .events: readout.events.count
    case .statements, .contents: readout.statements.count
    case .relays: readout.statements.reduce(0) { $0 + $1.relays.count }
    case .conditions: readout.statements.reduce(0) { $0 + $1.conditions.count }
    case .issues: readout.statements.reduce(0) { $0 + $1.issues.count }
    case .triggers: readout.events.count
    case .contexts: readout.events.reduce(0) { $0 + $1.contexts.count }
    case .occasions:
      readout.events.count { $0.occasion != nil } + readout.statements.count { $0.occasion != nil }
    case .positions: readout.positions.count
    case .commitments: readout.commitments.count
    case .agenda: readout.agenda.count
    case .bases: readout.entities.count { $0.basis != .text } + readout.times.count { $0.basis != .text }
    case .confidences: readout.statements.count + readout.events.count
    }
  }
}
