/// Whether something was read from the text or comes from the knowledge base, a rule's inference or a default.
public enum Basis: String, Sendable, Codable, CaseIterable {
  case text
  case knowledge
  case inferred
}
