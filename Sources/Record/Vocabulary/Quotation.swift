/// How a statement's content stands in the text: in quotation marks, in the reporter's words, or both.
public enum Quotation: String, Sendable, Codable, CaseIterable {
  case direct
  case indirect
  case mixed
}
