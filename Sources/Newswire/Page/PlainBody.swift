/// The body of an article as JSON-LD gives it: plain text, or markup in spite of the definition.
enum PlainBody {
  /// Paragraphs with a blank line between them.
  static func text(of body: String) -> String {
    let utf8 = Array(body.utf8)
    if LinePattern.end(of: Array("</".utf8), in: utf8[...]) != nil { return HTMLPage(fragment: body).text }
    let paragraphs = utf8.split { $0 == 0x0A || $0 == 0x0D }.map { PageText.line(of: $0) }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
