extension String {
  /// Without white space at its ends, and with single spaces; `nil` where nothing is left.
  var onOneLine: String? {
    let words = unicodeScalars.split { $0.properties.isWhitespace }
    return words.isEmpty ? nil : words.map(String.init).joined(separator: " ")
  }

  /// Without white space at its ends; `nil` where nothing is left.
  var trimmed: String? {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return nil
    }
    return String(self[first...last])
  }

  /// What follows the colon of a code such as `stat:usable`; all of it where there is none.
  var withoutPrefix: String { split(separator: ":").last.map(String.init) ?? self }
}
