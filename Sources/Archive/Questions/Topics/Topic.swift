/// What something is about.
public enum Topic: Sendable, Hashable {
  case issue(IssueReference)
  case party(Party)
}
