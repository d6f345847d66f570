/// Whether and when an event took place: PLOVER's auxiliary modes.
public enum EventStatus: String, Sendable, Codable, CaseIterable {
  case actual
  case future
  case hypothetical
  case negated
  case historical
}
