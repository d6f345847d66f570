import Record

/// By what a finding is known again: what it tells, without the article, the offsets and the coder that told it.
struct FindingIdentity: Sendable, Hashable {
  /// The kind, who, and what, parted by `|`.
  let key: String

  init(_ kind: Finding.Kind, _ parts: String?...) {
    key = ([kind.rawValue] + parts.map { $0 ?? "" }).joined(separator: "|")
  }

  /// A UUID of the watch's name and the key.
  func id(in watch: String) -> String { Self.uuid(of: "\(watch)\n\(key)") }

  /// A UUID of version 8 (RFC 9562, 5.8), of the digest of a text.
  fileprivate static func uuid(of text: String) -> String {
    var digits = Array(SHA256.hexDigest(of: Array(text.utf8)).utf8.prefix(32))
    digits[12] = UInt8(ascii: "8")
    // The two highest bits of this digit are the variant, 10.
    digits[16] = Array("89ab".utf8)[Int(digits[16]) % 4]
    let text = String(decoding: digits, as: UTF8.self)
    var parts: [Substring] = []
    var rest = text[...]
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }
}

extension Finding {
  /// The UUID of a feed of these watches.
  public static func feedID(of watches: [String]) -> String {
    FindingIdentity.uuid(of: (["feed"] + watches).joined(separator: "\n"))
  }
}
