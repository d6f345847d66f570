/// Whether news calls somebody "he" or "she".
public enum Sex: String, Sendable, Codable {
  case male = "m"
  case female = "f"

  /// Reads `m` or `f`.
  init?(utf8 bytes: ArraySlice<UInt8>) {
    guard bytes.count == 1 else { return nil }
    switch bytes.first {
    case UInt8(ascii: "m"): self = .male
    case UInt8(ascii: "f"): self = .female
    default: return nil
    }
  }
}
