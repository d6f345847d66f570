/// Where a party stands on an issue.
public enum Stance: String, Sendable, Codable, CaseIterable {
  case supports
  case opposes
  case demands
  case conditions
  case neutral
}
