import Record

/// A hash of what a record says, so that the same record has the same identifier each time.
struct ContentHash {
  private let digest: String

  init(_ parts: String...) {
    // A separator that no part has, so that "a", "bc" is not "ab", "c".
    digest = SHA256.hexDigest(of: Array(parts.joined(separator: "\u{1F}").utf8))
  }

  /// The first so many hexadecimal digits.
  func hexadecimal(_ count: Int) -> String { String(digest.prefix(count)) }

  /// A positive number that a double holds exactly, as R and JavaScript read numbers.
  var number: Int { Int(digest.prefix(13), radix: 16) ?? 0 }
}
