/// Whether a statement's act is affirmed or negated ("did not say").
public enum Polarity: String, Sendable, Codable, CaseIterable {
  case affirmed
  case negated
}
