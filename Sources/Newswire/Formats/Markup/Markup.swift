/// Text of marked-up bodies: paragraphs with a blank line between them.
enum Markup {
  /// The text of a string that may hold HTML, as bodies of feeds do; plain text stays as it is but for its ends.
  static func text(ofHTML string: String) -> String? {
    string.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
      ? WebPage.text(ofFragment: string) : string.trimmed
  }

  /// A title, on one line.
  static func line(ofHTML string: String?) -> String? { string.flatMap { text(ofHTML: $0) }?.onOneLine }

  /// The text of an element of XHTML or NITF.
  static func text(of element: XMLElement, omitting omitted: (XMLElement) -> Bool = { _ in false }) -> String? {
    var paragraphs: [String] = []
    var current = ""
    func end() {
      let lines = current.split(separator: "\n").compactMap { String($0).onOneLine }
      if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
      current = ""
    }
    func read(_ element: XMLElement) {
      guard !silent.contains(element.name), !omitted(element) else { return }
      if element.name == "br" { current += "\n" }
      let isBlock = blocks.contains(element.name)
      if isBlock { end() }
      for part in element.content {
        switch part {
        // Line ends of the file mean nothing.
        case .text(let words):
          current.unicodeScalars += words.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }
        case .element(let child): read(child)
        }
      }
      if isBlock { end() } else if element.name == "td" || element.name == "th" { current += " " }
    }
    read(element)
    end()
    return paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n\n")
  }

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2", "li", "tr", "table", "ul", "ol", "dl", "dt", "dd",
    "pre",
    "section", "article", "blockquote", "bq", "block", "body", "lead", "nitf-table",
  ]
  private static let silent: Set<String> = ["script", "style", "head", "media", "figure", "figcaption", "noscript"]
}
