/// The quadrant of an event type (PLOVER, section 1).
public enum QuadClass: String, Sendable, Codable, CaseIterable {
  case verbalCooperation
  case materialCooperation
  case verbalConflict
  case materialConflict
}
