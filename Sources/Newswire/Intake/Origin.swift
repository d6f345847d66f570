/// Where a document comes from, and what is known of it from there.
struct Origin: Sendable {
  /// As errors name it: a path, with the place in an archive behind it.
  var source: String
  /// The line on which it begins, counted from 1, where it is part of a larger text.
  var line: Int?
  /// A URL or a path.
  var uri: String?
  /// The encoding that the transport names.
  var charset: String?
  /// Whether it was found by searching, in a folder, an archive or a crawl, where much is no news.
  var isFound = false
  /// How many containers it lies in.
  var depth = 0
  var limits = Limits()

  /// The origin of what lies in this at `path`.
  func within(_ path: String) -> Origin {
    var result = self
    result.source += "/" + path
    result.uri = uri.map { $0 + "/" + path }
    result.isFound = true
    return result
  }

  func error(_ message: String) -> NewswireError { NewswireError(source: source, line: line, message: message) }
}
