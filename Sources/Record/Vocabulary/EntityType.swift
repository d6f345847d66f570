/// What kind of thing an entity is.
public enum EntityType: String, Sendable, Codable, CaseIterable {
  case person
  case country
  case government
  case organization
  case group
  case place
  case forum
  case agreement
}
