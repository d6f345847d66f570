/// How a mention refers.
public enum MentionKind: String, Sendable, Codable, CaseIterable {
  case name
  case nominal
  case pronoun
  case metonym
  case demonym
  case collective
}
