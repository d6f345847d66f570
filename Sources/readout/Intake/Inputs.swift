import Newswire

/// The articles of files, folders and the standard input, one after the other.
struct Inputs: IteratorProtocol {
  private var items: PendingItems
  /// How many have been handed out.
  private(set) var count = 0

  init(_ paths: [String]) { items = NewsSource(paths: paths).pending() }

  /// Whether there may be more than one article.
  var isMany: Bool { items.isMany }
  /// The bytes of all files; 0 where some are not known.
  var totalBytes: Int { items.totalBytes }

  mutating func next() -> InputItem? {
    guard let item = items.next() else { return nil }
    count += 1
    return InputItem(item, number: count)
  }

  /// What was passed over, in words; `nil` where nothing was.
  var passedOver: String? {
    let parts = Skipped.allCases.compactMap { reason in items.skipped[reason].map { reason.description($0) } }
    return parts.isEmpty ? nil : "passed over " + parts.joined(separator: ", ")
  }
}
