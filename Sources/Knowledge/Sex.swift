/// Whether news calls somebody "he" or "she".
public enum Sex: String, Sendable, Codable {
  case male = "m"
  case female = "f"
}
