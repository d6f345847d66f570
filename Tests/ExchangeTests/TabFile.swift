/// A tab-separated file as a reader of such data takes it.
struct TabFile {
  let rows: [[String]]

  init(_ text: String) {
    // By scalars: CRLF would be one character.
    rows = text.unicodeScalars.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
  }

  /// The rows below the header, by the header's names: columns may come in any order, and there may be more or fewer.
  var records: [[String: String]] {
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }
}
