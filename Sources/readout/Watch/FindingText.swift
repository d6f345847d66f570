import Archive
import Record

/// A finding as it is printed.
struct FindingText {
  let finding: Finding

  init(_ finding: Finding) { self.finding = finding }

  /// Three lines: whose and what, who said or did it, and where that stands.
  var text: String {
    let day = finding.day.map { ", \($0)" } ?? ""
    return "\(finding.watch): \(finding.kind.rawValue)\(day)\n  \(finding.what)\n  \(citation)\n"
  }

  /// The article, the characters and the words.
  var citation: String {
    let source = finding.source
    let article = [source.title.map { "“\($0)”" }, source.publisher, source.published, place].compactMap { $0 }
    let characters = "characters \(finding.span.start) to \(finding.span.end)"
    let words = finding.words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\((article + [characters]).joined(separator: ", ")): \(words)"
  }

  /// The address, where the article has no title to be found by.
  private var place: String? { finding.source.title == nil ? finding.source.uri : nil }
}
