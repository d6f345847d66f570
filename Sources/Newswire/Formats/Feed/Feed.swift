/// What the readers of feeds share.
enum Feed {
  /// The text of an item by its content or else its summary; whether it is only a summary.
  ///
  /// - Returns: the title where there is neither; `nil` where there is nothing at all.
  static func body(content: String?, summary: String?, title: String?) -> (text: String, isSummary: Bool)? {
    if let content, content.utf8.count >= summary?.utf8.count ?? 0 { return (content, isCut(content)) }
    if let summary { return (summary, !isStory(summary)) }
    return title.map { ($0, true) }
  }

  /// Whether what is called a description is the whole story: several paragraphs, and not cut off.
  private static func isStory(_ text: String) -> Bool {
    text.utf8.count > 1_500 && text.ranges(of: "\n\n").count > 1 && !isCut(text)
  }

  private static func isCut(_ text: String) -> Bool {
    ["…", "...", "…]", "...]"].contains { text.hasSuffix($0) }
  }

  /// The name in `desk@example.org (Anna Berg)`, or all that is no address.
  static func name(ofAuthor author: String?) -> String? {
    guard let author else { return nil }
    if let open = author.firstIndex(of: "("), let close = author.lastIndex(of: ")"), open < close {
      return String(author[author.index(after: open)..<close]).onOneLine
    }
    return author.contains("@") && !author.contains(" ") ? nil : author
  }

  /// `text` where it is the address of a page.
  static func address(_ text: String) -> String? {
    text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil
  }

  /// Names with commas between them, each once.
  static func joined(_ names: [String]) -> String? {
    var seen: Set<String> = []
    let names = names.filter { seen.insert($0).inserted }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
