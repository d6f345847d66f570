import FoundationEssentials

/// The JSON at the head of a safetensors file.
struct SafetensorsHeader: Decodable {
  /// Where a tensor lies and what it holds.
  struct Entry: Decodable {
    let type: String
    let shape: [Int]
    /// Its first byte, and the byte after its last, from the header's end.
    let offsets: [Int]

    enum CodingKeys: String, CodingKey {
      case type = "dtype"
      case shape
      case offsets = "data_offsets"
    }
  }

  /// What the file says of itself.
  private(set) var metadata: [String: String] = [:]
  private(set) var entries: [String: Entry] = [:]

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Name.self)
    for name in container.allKeys {
      if name.stringValue == "__metadata__" {
        metadata = try container.decode([String: String].self, forKey: name)
      } else {
        entries[name.stringValue] = try container.decode(Entry.self, forKey: name)
      }
    }
  }
}
