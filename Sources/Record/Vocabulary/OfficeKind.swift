/// An office that the record tells apart from others.
public enum OfficeKind: String, Sendable, Codable, CaseIterable {
  case headOfState
  case headOfGovernment
  case foreignMinister
  case defenseMinister
  case intelligenceChief
  case ambassador
  case envoy
  case spokesperson
  case minister
  case legislator
  case military
  case official
  case other
}
