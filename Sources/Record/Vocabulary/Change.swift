/// How a position has moved, as the text claims it.
public enum Change: String, Sendable, Codable, CaseIterable {
  case unchanged
  case softened
  case hardened
  case new
}
