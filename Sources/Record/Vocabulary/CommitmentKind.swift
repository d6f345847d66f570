/// How a commitment was made.
public enum CommitmentKind: String, Sendable, Codable, CaseIterable {
  case pledge
  case agreement
  case offer
}
